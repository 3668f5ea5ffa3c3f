import type { ServiceCode } from '#domain/territory'
import { serviceCodes } from '#domain/territory'
import type { ChannelCode } from './channels.ts'
import { foldText } from './foldText.ts'
import { criterionCodes, isCriterionCode, type CriterionCode, type ItemCode } from './grid.ts'
import { publicDimensionCodes, publicDimensions, type PublicDimension } from './publics.ts'
import type { AnswerSheet, SheetNeed, SheetService } from './sheet.ts'
import { kindOf, meaningParts, type ColumnMeaning, type MeaningParts } from './sheetColumns.ts'
import { codesOf, type SheetVocabulary, type ValueKind } from './sheetVocabulary.ts'

/** How a file is read: a meaning per column, and what values mean that are not understood by themselves; '' stands for no answer. */
export interface SheetMapping {
  readonly columns: readonly ColumnMeaning[]
  readonly values: Readonly<Partial<Record<ValueKind, Readonly<Record<string, string>>>>>
}

/** A value that cannot be read, and where it stands. */
export interface CellIssue {
  /** Index of the column, -1 for the row as a whole. */
  readonly column: number
  readonly value: string
  readonly code: string
}

interface Column extends MeaningParts {
  readonly index: number
  readonly kind: ValueKind | null
}

export interface RowPlan {
  readonly columns: readonly Column[]
  readonly mapping: SheetMapping
  readonly vocabulary: SheetVocabulary
  readonly findZone: (text: string) => string | null
  /** Services that one person rates at most. */
  readonly most: number
  readonly language: 'fr' | 'en'
}

export function rowPlan(mapping: SheetMapping, rest: Pick<RowPlan, 'vocabulary' | 'findZone' | 'most' | 'language'>): RowPlan {
  const columns = mapping.columns.flatMap((meaning, index): Column[] => {
    const parts = meaningParts(meaning)
    return parts && parts.part !== 'ignore' && parts.part !== 'never' ? [{ ...parts, index, kind: kindOf(parts) }] : []
  })
  return { columns, mapping, ...rest }
}

const nothing = /^(?:n\/?a|-|–|sans réponse|no answer|ne sait pas|don’t know|don't know)?$/i

function bandOf(text: string): string | undefined {
  const years = /^(\d{2,3})(?: ?(?:ans|years?(?: old)?))?$/.exec(text)
  const age = Number(years?.[1] ?? Number.NaN)
  if (!(age >= 18 && age <= 120)) return undefined
  return publicDimensions.age.findLast((band) => age >= Number.parseInt(band, 10))
}

/** What a value is read as by itself: a code, `''` for no answer, `undefined` where nobody could tell. Example: of kind `age`, `37` is `30-44`. */
export function readSheetValue(
  kind: ValueKind,
  typed: string,
  { vocabulary, findZone }: Pick<RowPlan, 'vocabulary' | 'findZone'>,
): string | undefined {
  const text = typed.trim()
  if (nothing.test(text)) return ''
  if (kind === 'zone') return findZone(text) ?? undefined
  if (kind === 'score') return /^\d{1,3}(?:[.,]0+)?$/.test(text) ? String(Number.parseInt(text, 10)) : undefined
  // A code as it is comes before names: “Opening hours” is a criterion, `opening.hours` one of its parts.
  const known = codesOf(kind).includes(text) ? text : vocabulary.values[kind].get(foldText(text))
  return known ?? (kind === 'age' ? bandOf(text) : undefined)
}

/** The value of a cell: as somebody mapped it, else as it reads by itself. */
function valueOf(plan: RowPlan, kind: ValueKind, text: string): string | undefined {
  const mapped = plan.mapping.values[kind]?.[text.trim()]
  if (mapped === undefined) return readSheetValue(kind, text, plan)
  return kind === 'zone' && mapped !== '' ? (plan.findZone(mapped) ?? undefined) : mapped
}

/** What a row says, before it becomes a sheet: one service's answers under the service, or the number of a drawn one. */
interface Said {
  readonly person: Map<string, string>
  readonly needs: Map<ServiceCode, string>
  readonly reasons: Map<ServiceCode, CriterionCode>
  readonly parts: Map<ServiceCode | number, Map<string, string>>
  readonly drawn: Map<number, ServiceCode>
  readonly citations: string[]
}

export const nothingSaid = (): Said => ({
  person: new Map(),
  needs: new Map(),
  reasons: new Map(),
  parts: new Map(),
  drawn: new Map(),
  citations: [],
})

function partsOf(said: Said, target: ServiceCode | number): Map<string, string> {
  const held = said.parts.get(target) ?? new Map<string, string>()
  said.parts.set(target, held)
  return held
}

function addImportant(held: Map<string, string>, codes: readonly string[]): void {
  const all = new Set([...(held.get('important') ?? '').split(','), ...codes])
  held.set('important', criterionCodes.filter((code) => all.has(code)).join(','))
}

/** Several criteria in one cell, separated by marks that no name holds. */
function listOf(plan: RowPlan, text: string): readonly string[] | undefined {
  const codes = text.split(/[;|/,]/).map((each) => valueOf(plan, 'criterion', each))
  return codes.every((code) => code !== undefined) ? codes.filter((code) => code !== '') : undefined
}

function sayOfService(said: Said, { part, target, item }: Column, value: string): void {
  if (target === null) return
  if (part === 'drawn') said.drawn.set(target as number, value as ServiceCode)
  else if (part === 'need') said.needs.set(target as ServiceCode, value)
  else if (part === 'reason') said.reasons.set(target as ServiceCode, value as CriterionCode)
  else if (part === 'important' && item !== null) {
    if (value === 'used') addImportant(partsOf(said, target), [item])
  } else partsOf(said, target).set(part === 'score' && item !== null ? item : part, value)
}

const unreadable: Readonly<Partial<Record<ValueKind, string>>> = { zone: 'zone.unknown', score: 'score.notWhole' }

/** Takes a list of criteria that matter most; the code of what is wrong with it, or `null`. */
function sayImportant(said: Said, text: string, target: ServiceCode | number, plan: RowPlan): string | null {
  const codes = listOf(plan, text)
  if (!codes) return 'value.unmapped'
  addImportant(partsOf(said, target), codes)
  return null
}

/** Takes one cell that is not empty into what was said; the code of what is wrong with it, or `null`. */
function sayCell(said: Said, text: string, column: Column, plan: RowPlan): string | null {
  const { part, kind, target, item } = column
  if (part === 'important' && item === null && target !== null) return sayImportant(said, text, target, plan)
  const value = kind === null ? text : valueOf(plan, kind, text)
  if (value === undefined) return (kind && unreadable[kind]) ?? 'value.unmapped'
  if (value === '') return null
  if (part === 'citation') said.citations.push(value.replaceAll(/\s+/g, ' '))
  else if (target === null) said.person.set(part, value)
  else sayOfService(said, column, value)
  return null
}

/** Takes one row into what was said; gives what could not be read. */
export function sayRow(said: Said, cells: readonly string[], plan: RowPlan): CellIssue[] {
  return plan.columns.flatMap((column): CellIssue[] => {
    const value = (cells[column.index] ?? '').trim()
    const code = value === '' ? null : sayCell(said, value, column, plan)
    return code === null ? [] : [{ column: column.index, value, code }]
  })
}

/** The long form: what one line says of its person, one score of one service. */
export function sayLongRow(said: Said, cells: readonly string[], plan: RowPlan): CellIssue[] {
  const { person } = said
  const zone = person.get('zone')
  const issues = sayRow(said, cells, plan)
  const [service, item, score] = [person.get('service'), person.get('item'), person.get('score')]
  const at = (part: string): number => plan.columns.find((column) => column.part === part)?.index ?? -1
  for (const part of ['service', 'item', 'score']) person.delete(part)
  if (zone !== undefined && person.get('zone') !== zone)
    return [{ column: at('zone'), value: person.get('zone') ?? '', code: 'respondent.differs' }]
  if (issues.length > 0 || score === undefined) return issues
  if (service === undefined) return [{ column: at('service'), value: '', code: 'value.missing' }]
  if (item === undefined) return [{ column: at('item'), value: '', code: 'value.missing' }]
  const held = partsOf(said, service as ServiceCode)
  if (held.has(item)) return [{ column: at('item'), value: item, code: 'answer.twice' }]
  held.set(item, score)
  return []
}

function needsOf(said: Said, plan: RowPlan, rated: readonly ServiceCode[]): { needs: SheetNeed[]; noReason: number } {
  const asked = plan.columns.some(({ part }) => part === 'need')
  let noReason = 0
  const needs = serviceCodes.flatMap((service): SheetNeed[] => {
    const need = said.needs.get(service) ?? (asked ? 'none' : rated.includes(service) ? 'used' : 'none')
    const reason = said.reasons.get(service)
    if (need === 'used')
      return reason && asked
        ? [
            { service, gaveUpFor: null },
            { service, gaveUpFor: reason },
          ]
        : [{ service, gaveUpFor: null }]
    if (isCriterionCode(need)) return [{ service, gaveUpFor: need }]
    if (reason) return [{ service, gaveUpFor: reason }]
    if (need === 'gaveUp') noReason++
    return []
  })
  return { needs, noReason }
}

function serviceOf(service: ServiceCode, held: ReadonlyMap<string, string>, probability: number): SheetService {
  const parts = new Set(['important', 'channelUsed', 'channelPreferred', 'words', 'probability'])
  const scores = [...held].filter(([part]) => !parts.has(part)).map(([item, score]) => [item as ItemCode, Number(score)] as const)
  return {
    service,
    probability,
    scores: Object.fromEntries(scores),
    important: (held.get('important') ?? '').split(',').filter((code): code is CriterionCode => isCriterionCode(code)),
    channelUsed: (held.get('channelUsed') ?? null) as ChannelCode | null,
    channelPreferred: (held.get('channelPreferred') ?? null) as ChannelCode | null,
    words: (held.get('words') ?? '').replaceAll(/\s+/g, ' '),
  }
}

/** A sheet made from what was said, and what it had to leave out. */
export interface SheetMade {
  readonly sheet: AnswerSheet
  readonly issues: readonly CellIssue[]
  /** Services given up without a reason: the observatory keeps giving up by its reason alone. */
  readonly noReason: number
}

/** Answers under the service they are about: those of a drawn number where the row names its service. */
function byService(said: Said, plan: RowPlan): { rated: Map<ServiceCode, ReadonlyMap<string, string>>; issues: CellIssue[] } {
  const rated = new Map<ServiceCode, ReadonlyMap<string, string>>()
  const issues: CellIssue[] = []
  for (const [target, held] of said.parts) {
    const service = typeof target === 'number' ? said.drawn.get(target) : target
    const column = plan.columns.find((each) => each.target === target)?.index ?? -1
    if (service === undefined) issues.push({ column, value: String(target), code: 'drawn.missing' })
    else if (rated.has(service)) issues.push({ column, value: service, code: 'service.twice' })
    else rated.set(service, held)
  }
  return { rated, issues }
}

/**
 * The sheet of one person. Where the file does not tell the chance of a service being drawn it is min(1, most / used), or 1 where it tells no use:
 * `most` is what the questionnaire allows, or what the person rated where that is more.
 */
export function sheetSaid(said: Said, plan: RowPlan): SheetMade {
  const { rated, issues } = byService(said, plan)
  const { needs, noReason } = needsOf(said, plan, [...rated.keys()])
  const used = needs.filter(({ gaveUpFor }) => gaveUpFor === null).length
  const asked = plan.columns.some(({ part }) => part === 'need')
  const most = Math.max(plan.most, rated.size)
  const chance = asked && used > 0 ? Math.min(1, most / used) : 1
  const told = (held: ReadonlyMap<string, string>): number => Number((held.get('probability') ?? '').replace(',', '.') || chance)
  const publics = publicDimensionCodes.map((dimension: PublicDimension) => [dimension, said.person.get(dimension) ?? null])
  const sheet: AnswerSheet = {
    zone: said.person.get('zone') ?? null,
    publics: Object.fromEntries(publics) as AnswerSheet['publics'],
    needs,
    services: [...rated].map(([service, held]) => serviceOf(service, held, told(held))),
    citations: said.citations,
    language: said.person.get('language') === 'en' ? 'en' : said.person.get('language') === 'fr' ? 'fr' : plan.language,
  }
  return { sheet, issues, noReason }
}

/** The column that a field of a sheet came from, for the fault of a whole sheet; -1 where none did. */
export function columnOfField(field: string, plan: RowPlan, drawn: ReadonlyMap<number, ServiceCode>): number {
  const [group = '', service = '', ...rest] = field.split('.')
  const name = rest.join('.')
  const about = (column: Column): boolean =>
    column.target === service || (typeof column.target === 'number' && drawn.get(column.target) === service)
  const found = plan.columns.find((column) => {
    if (group === 'needs') return about(column) && (column.part === 'need' || column.part === 'reason')
    if (group !== 'services') return column.part === (group === 'citations' ? 'citation' : group)
    return about(column) && (name === '' || column.item === name || column.part === name)
  })
  return found?.index ?? -1
}
