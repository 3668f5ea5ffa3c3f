import type { ServiceCode } from '#domain/territory'
import { random, seedOf } from '#kernel/random.ts'
import type { ChannelCode } from './channels.ts'
import { foldText } from './foldText.ts'
import { isCriterionCode, type CriterionCode, type ItemCode } from './grid.ts'
import type { Mask } from './gridContent.ts'
import { interviewOf, type DrawnService, type Interview } from './interview.ts'
import { drawnBy, firstPart, serviceFields, type PaperFields, type PaperQuestions } from './paperFields.ts'
import { publicDimensionCodes } from './publics.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { AnswerSheet, SheetNeed, SheetService } from './sheet.ts'

/** The highest number that a form may bear. */
export const largestFormNumber = 999_999

/** What chance asks on form `number` of a survey: the same whenever it is printed or keyed. */
export function paperInterview(surveyId: string, number: number, questionnaire: Questionnaire, mask: Mask): Interview {
  return interviewOf(questionnaire, mask, random(seedOf(`paper form ${number} of ${surveyId}`)))
}

/** Own words count as equal when nothing but case, accents and punctuation differs: two people never set commas alike. */
function isWords(field: string): boolean {
  return field.endsWith('.words') || field.startsWith('citations.')
}

function agrees(field: string, first: string | undefined, second: string | undefined): boolean {
  if (first === second) return true
  return first !== undefined && second !== undefined && isWords(field) && foldText(first) === foldText(second)
}

/**
 * Holds two keys of one form against each other, field by field; a field that only one of them was asked counts as different.
 *
 * Example: `{ a: '1', b: '2' }` against `{ a: '1', b: '3', c: '' }` gives 3 fields, of which `b` and `c` differ.
 */
export function compareKeys(
  first: PaperFields,
  second: PaperFields,
): { readonly fields: number; readonly differing: readonly string[] } {
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])]
  return { fields: names.length, differing: names.filter((name) => !agrees(name, first[name], second[name])) }
}

/** A field on which the two keys do not agree; `null` for who was not asked it. */
export interface Difference {
  readonly field: string
  readonly first: string | null
  readonly second: string | null
}

/** Where settling stands: what is still open, or the whole form. */
export interface Settling {
  readonly open: readonly Difference[]
  readonly fields: PaperFields
}

/**
 * Settles the differences of two keys with what somebody chose. What was ticked comes first, since it decides which services the rest is about; then the
 * fields of those services. A service that neither key has is open field by field: it is keyed from the paper.
 */
export function settleKeys(first: PaperFields, second: PaperFields, chosen: PaperFields, questions: PaperQuestions): Settling {
  const fields: Record<string, string> = {}
  const settle = (names: readonly string[]): Difference[] =>
    names.flatMap((field) => {
      const [one, two, choice] = [first[field], second[field], chosen[field]]
      const value = choice ?? (agrees(field, one, two) ? one : undefined)
      if (value === undefined) return [{ field, first: one ?? null, second: two ?? null }]
      fields[field] = value
      return []
    })
  const ticks = settle(firstPart(questions))
  if (ticks.some(({ field }) => field.startsWith('needs.'))) return { open: ticks, fields }
  const rated = settle(drawnBy(fields, questions).flatMap(({ service }) => serviceFields(service, questions)))
  return { open: [...ticks, ...rated], fields }
}

function needsOf(fields: PaperFields, order: readonly ServiceCode[]): SheetNeed[] {
  return order.flatMap((service): SheetNeed[] => {
    const need = fields[`needs.${service}`] ?? ''
    if (need === 'used') return [{ service, gaveUpFor: null }]
    return isCriterionCode(need) ? [{ service, gaveUpFor: need }] : []
  })
}

function serviceOf({ service, probability }: DrawnService, fields: PaperFields, items: readonly ItemCode[]): SheetService {
  const at = (part: string): string => fields[`services.${service}.${part}`] ?? ''
  const scored = items.filter((item) => at(item) !== '').map((item) => [item, Number(at(item))] as const)
  return {
    service,
    probability,
    scores: Object.fromEntries(scored),
    important: at('important')
      .split(',')
      .filter((code): code is CriterionCode => isCriterionCode(code)),
    channelUsed: (at('channelUsed') || null) as ChannelCode | null,
    channelPreferred: (at('channelPreferred') || null) as ChannelCode | null,
    words: at('words'),
  }
}

/** The answer on a form, from its fields as `readPaper` gives them. */
export function paperSheet(fields: PaperFields, questions: PaperQuestions): AnswerSheet {
  const { interview, kind } = questions
  const citations = firstPart(questions).filter((field) => field.startsWith('citations.'))
  const publics = publicDimensionCodes.map((dimension) => [dimension, fields[dimension] || null])
  return {
    zone: fields['zone'] || null,
    publics: Object.fromEntries(publics) as AnswerSheet['publics'],
    needs: kind === 'satisfaction' ? needsOf(fields, interview.order) : [],
    services: drawnBy(fields, questions).map((drawn) => serviceOf(drawn, fields, interview.items[drawn.service])),
    citations: citations.flatMap((field) => (fields[field] ? [fields[field]] : [])),
    language: fields['language'] === 'en' ? 'en' : 'fr',
  }
}
