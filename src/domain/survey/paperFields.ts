import { isServiceCode, type ServiceCode } from '#domain/territory'
import { channelCodes } from './channels.ts'
import { longestWords, mostCitations, type SheetIssueCode } from './checkSheet.ts'
import { criterionCodes, isCriterionCode, isItemCode, type CriterionCode } from './grid.ts'
import type { Mask } from './gridContent.ts'
import { drawnServices, type DrawnService, type Interview } from './interview.ts'
import { publicDimensionCodes, publicDimensions, type PublicDimension } from './publics.ts'
import { mostImportant, type Questionnaire } from './questionnaire.ts'

/** What a printed form asks: chance decided it from the survey and the number, so that whoever keys it sees the same questions. */
export interface PaperQuestions {
  readonly kind: 'elicitation' | 'satisfaction'
  readonly interview: Interview
  readonly questionnaire: Questionnaire
  readonly mask: Mask
  /** Code of the commune or town that a text names; `null` when it names none, or several. */
  readonly findZone: (text: string) => string | null
}

/**
 * What was keyed, by field, in one spelling for comparison: `zone` a code, `sex` a category, `needs.townHall` `used`, a criterion or nothing,
 * `services.townHall.delays` `7`, `services.townHall.important` `delays,cost`. Every field that was asked is there, an empty one as ''.
 */
export type PaperFields = Readonly<Record<string, string>>

/** Why a field cannot be kept as it was typed. */
export type PaperIssueCode = SheetIssueCode | 'need.unreadable' | 'score.unreadable' | 'important.unreadable'

export interface PaperIssue {
  readonly field: string
  readonly code: PaperIssueCode
  readonly value: string
}

interface Read {
  readonly value: string
  readonly issue?: PaperIssueCode
}

/** How somebody marks on the keyboard that a service was used. */
const usedMark = '0'

/** Fields about the person, in the order of the form. */
export const personFields: readonly string[] = ['language', 'zone', ...publicDimensionCodes]

/** Fields of the first part: the person, then services needed in the order printed, or what was cited. */
export function firstPart({ kind, interview }: PaperQuestions): readonly string[] {
  const rest =
    kind === 'satisfaction'
      ? interview.order.map((service) => `needs.${service}`)
      : Array.from({ length: mostCitations }, (_, i) => `citations.${i + 1}`)
  return [...personFields, ...rest]
}

/** Services that a form's ticks lead to, with the chance of each. Example: with nothing ticked, none. */
export function drawnBy(fields: PaperFields, { kind, interview, questionnaire }: PaperQuestions): readonly DrawnService[] {
  if (kind === 'elicitation') return []
  const used = interview.order.filter((service) => fields[`needs.${service}`] === 'used')
  return drawnServices(interview, questionnaire, used)
}

/** Fields of one service, in the order printed. */
export function serviceFields(service: ServiceCode, { interview, questionnaire }: PaperQuestions): readonly string[] {
  const parts = [
    ...interview.items[service],
    ...(questionnaire.importance ? ['important'] : []),
    'channelUsed',
    'channelPreferred',
    ...(questionnaire.verbatims ? ['words'] : []),
  ]
  return parts.map((part) => `services.${service}.${part}`)
}

/** Fields of the second part, which follow from the first. */
export function secondPart(fields: PaperFields, questions: PaperQuestions): readonly string[] {
  return drawnBy(fields, questions).flatMap(({ service }) => serviceFields(service, questions))
}

function oneOf(text: string, codes: readonly string[], issue: PaperIssueCode): Read {
  const value = codes[Number(text) - 1] ?? text
  return text === '' || codes.includes(value) ? { value } : { value: text, issue }
}

function readNeed(text: string, service: ServiceCode, mask: Mask): Read {
  if (text === '' || text === 'used') return { value: text }
  if (text === usedMark) return { value: 'used' }
  const reason = criterionCodes[Number(text) - 1] ?? text
  if (!isCriterionCode(reason)) return { value: text, issue: 'need.unreadable' }
  return mask(service, reason) ? { value: text, issue: 'criterion.masked' } : { value: reason }
}

function readScore(text: string): Read {
  if (text === '') return { value: '' }
  if (!/^\d{1,3}$/.test(text)) return { value: text, issue: 'score.unreadable' }
  return Number(text) <= 10 ? { value: String(Number(text)) } : { value: text, issue: 'score.outside' }
}

function readImportant(text: string, service: ServiceCode, mask: Mask): Read {
  const parts = text.split(/[\s,;.+/-]+/).filter((part) => part !== '')
  const codes = parts.map((part) => criterionCodes[Number(part) - 1] ?? part)
  if (!codes.every(isCriterionCode)) return { value: text, issue: 'important.unreadable' }
  const known = new Set<CriterionCode>(codes.filter(isCriterionCode))
  if (known.size > mostImportant) return { value: text, issue: 'important.tooMany' }
  if ([...known].some((code) => mask(service, code))) return { value: text, issue: 'criterion.masked' }
  return { value: criterionCodes.filter((code) => known.has(code)).join(',') }
}

function readWords(text: string): Read {
  const value = text.replaceAll(/\s+/g, ' ')
  return value.length > longestWords ? { value, issue: 'words.tooLong' } : { value }
}

function readOfService(service: string, part: string, text: string, { mask }: PaperQuestions): Read {
  if (!isServiceCode(service)) throw new Error(`readPaperField: ${service} is no service`)
  if (part === 'important') return readImportant(text, service, mask)
  if (part === 'channelUsed' || part === 'channelPreferred') return oneOf(text, channelCodes, 'channel.unknown')
  if (part === 'words') return readWords(text)
  if (!isItemCode(part)) throw new Error(`readPaperField: ${part} is no item`)
  return readScore(text)
}

/** Reads one field as somebody typed it, or as it was kept: both spellings give the same value. */
export function readPaperField(field: string, typed: string, questions: PaperQuestions): Read {
  const text = typed.trim()
  const [group = '', service = '', ...rest] = field.split('.')
  if (group === 'services') return readOfService(service, rest.join('.'), text, questions)
  if (group === 'citations') return readWords(text)
  if (group === 'needs') {
    if (!isServiceCode(service)) throw new Error(`readPaperField: ${service} is no service`)
    return readNeed(text.toLowerCase() === 'used' ? 'used' : text, service, questions.mask)
  }
  if (field === 'language') return oneOf(text, ['fr', 'en'], 'language.unknown')
  if (field === 'zone') {
    const code = text === '' ? '' : questions.findZone(text)
    return code === null ? { value: text, issue: 'zone.unknown' } : { value: code }
  }
  return oneOf(text, publicDimensions[field as PublicDimension], 'public.unknown')
}

/** Reads fields by name; what cannot be read is told and left as typed. */
export function readPaper(
  names: readonly string[],
  typed: Readonly<Record<string, string>>,
  questions: PaperQuestions,
): { readonly fields: PaperFields; readonly issues: readonly PaperIssue[] } {
  const issues: PaperIssue[] = []
  const fields: Record<string, string> = {}
  for (const field of names) {
    const { value, issue } = readPaperField(field, typed[field] ?? '', questions)
    fields[field] = value
    if (issue) issues.push({ field, code: issue, value })
  }
  return { fields, issues }
}
