import { channelCodes, isCriterionCode, itemCodes, type GridContent, type ItemCode } from '#domain/survey'
import { isServiceCode, serviceCodes } from '#domain/territory'
import type { Visit } from '../page.ts'
import { nameOfItem } from './entryNames.ts'

/** What a column may be, in the reader's words: what is typed or chosen is found again by them. */
export interface Meanings {
  readonly all: readonly (readonly [code: string, label: string])[]
  readonly labelOf: (code: string) => string
  /** The code of a label, whatever its case; `null` for what is none. */
  readonly codeOf: (label: string) => string | null
}

const servicePartCodes = ['need', 'reason', 'important', 'channelUsed', 'channelPreferred', 'words', 'probability'] as const

/** `kind` and `most` decide which meanings there are: a survey of citations has no services. */
export function meaningsOf(visit: Visit, grid: GridContent, kind: 'elicitation' | 'satisfaction', most: number): Meanings {
  const { files } = visit.words.entry
  const plain = ['ignore', 'id', 'submitted', 'language', 'zone', ...Object.keys(visit.words.publicDimensions)]
  const said = (code: string): string => files.meanings[code] ?? files.kinds[code] ?? code
  const items = (target: string, name: string) =>
    itemCodes.map(
      (item) => [`score.${target}.${item}`, `${name} · ${files.parts['score']} · ${fullItem(visit, grid, item)}`] as const,
    )
  const ticks = (target: string, name: string) =>
    itemCodes
      .filter(isCriterionCode)
      .map(
        (item) =>
          [`important.${target}.${item}`, `${name} · ${files.parts['important']} · ${nameOfItem(visit, grid, item)}`] as const,
      )
  const about = (target: string, name: string, parts: readonly string[]) => [
    ...parts.map((part) => [`${part}.${target}`, `${name} · ${files.parts[part] ?? part}`] as const),
    ...items(target, name),
    ...ticks(target, name),
  ]
  const services = serviceCodes.flatMap((code) => about(code, visit.words.services[code].name, servicePartCodes))
  const slots = Array.from({ length: most }, (_, i) => String(i + 1)).flatMap((slot) =>
    about(slot, files.slot(slot), ['drawn', ...servicePartCodes.filter((part) => part !== 'need' && part !== 'reason')]),
  )
  const own = kind === 'elicitation' ? ['citation'] : ['service', 'item', 'score']
  const all = [
    ...[...plain, ...own].map((code) => [code, said(code)] as const),
    ...(kind === 'elicitation' ? [] : [...services, ...slots]),
  ]
  const labels = new Map(all)
  const codes = new Map(all.map(([code, label]) => [label.toLowerCase(), code]))
  return {
    all,
    labelOf: (code) => labels.get(code) ?? said(code),
    codeOf: (label) => codes.get(label.trim().toLowerCase()) ?? null,
  }
}

/** A sub-criterion with its criterion, since "jours" alone says little. */
function fullItem(visit: Visit, grid: GridContent, item: ItemCode): string {
  const [criterion = ''] = item.split('.')
  const own = nameOfItem(visit, grid, item)
  return isCriterionCode(item) || !isCriterionCode(criterion) ? own : `${nameOfItem(visit, grid, criterion)}, ${own}`
}

/** What a value may mean, in the reader's words. */
export function valueName(visit: Visit, grid: GridContent, kind: string, code: string): string {
  const { words } = visit
  const { entry } = words
  if (kind === 'need' && entry.files.needs[code]) return entry.files.needs[code]
  if (isCriterionCode(code) || (itemCodes as readonly string[]).includes(code)) return fullItem(visit, grid, code as ItemCode)
  if (isServiceCode(code)) return words.services[code].name
  const channel = channelCodes.find((each) => each === code)
  if (kind === 'channel' && channel) return entry.channels[channel]
  if (kind === 'language') return code === 'en' ? entry.languages.en : entry.languages.fr
  return Object.entries(entry.answers).find(([dimension]) => dimension === kind)?.[1][code] ?? code
}
