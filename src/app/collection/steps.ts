import {
  criterionCodes,
  criterionOf,
  drawnServices,
  isCriterionCode,
  isItemCode,
  longestWords,
  mostCitations,
  mostImportant,
  publicDimensionCodes,
  type DrawnService,
  type Interview,
} from '#domain/survey'
import { isServiceCode, serviceCodes, type ServiceCode } from '#domain/territory'
import { typedText, type Typed } from '../places/typedPlace.ts'
import type { StepCode, StepIssue } from './collectionViews.ts'
import type { Draft } from './draft.ts'
import type { Asking } from './fieldSurvey.ts'

/** Names of the inputs of citations: `citation.1` to `citation.10`. */
export const citationFields: readonly string[] = Array.from({ length: mostCitations }, (_, i) => `citation.${i + 1}`)

/** What was typed into a page, empty before it was saved. */
export function typedOn(draft: Draft, step: StepCode): Typed {
  return draft.steps[step]?.typed ?? {}
}

/** The services that somebody marked in a way, in the order of the list. */
function marked(draft: Draft, way: 'used' | 'gaveUp'): ServiceCode[] {
  const typed = typedOn(draft, 'services')
  return serviceCodes.filter((service) => typedText(typed, `use.${service}`) === way)
}

export function usedServices(draft: Draft): readonly ServiceCode[] {
  return marked(draft, 'used')
}

export function givenUpServices(draft: Draft): readonly ServiceCode[] {
  return marked(draft, 'gaveUp')
}

export function drawnFor({ questionnaire }: Asking, draft: Draft): readonly DrawnService[] {
  return drawnServices(draft.interview, questionnaire, usedServices(draft))
}

/** The pages of this answer in their order; the last is the check. */
export function stepsOf(asking: Asking, draft: Draft): readonly StepCode[] {
  if (asking.survey.kind === 'elicitation') return ['place', 'citations', 'you', 'check']
  const reasons: readonly StepCode[] = givenUpServices(draft).length > 0 ? ['reasons'] : []
  return ['place', 'services', ...reasons, ...drawnFor(asking, draft).map(({ service }) => service), 'you', 'check']
}

/** How many pages there are at most before the services are known: all that could be drawn, and the one about giving up. */
export function mostSteps({ survey, questionnaire }: Asking): number {
  return survey.kind === 'elicitation' ? 4 : 5 + questionnaire.mostServices
}

/** Names of the inputs of a page; whatever else is sent is left aside. */
export function fieldsOf(asking: Asking, interview: Interview, step: StepCode): readonly string[] {
  if (step === 'place') return ['place', 'zone', 'asked', 'elsewhere']
  if (step === 'services') return serviceCodes.map((service) => `use.${service}`)
  if (step === 'reasons') return serviceCodes.map((service) => `why.${service}`)
  if (step === 'citations') return citationFields
  if (step === 'you') return publicDimensionCodes
  if (!isServiceCode(step)) return []
  const { importance, verbatims } = asking.questionnaire
  const scores = interview.items[step].map((item) => `score.${item}`)
  return [...scores, ...(importance ? ['important'] : []), 'channelUsed', 'channelPreferred', ...(verbatims ? ['words'] : [])]
}

const issue = (field: string, code: StepIssue['code'], params: StepIssue['params'] = {}): StepIssue => ({ field, code, params })

function placeIssues(typed: Typed): StepIssue[] {
  if (typed['found']?.[0] || typed['elsewhere']?.[0]) return []
  const text = typedText(typed, 'place')
  if (text === '') return [issue('place', 'place.missing')]
  return [issue('place', typed['choices']?.length ? 'place.several' : 'place.unknown', { text })]
}

function reasonIssues(draft: Draft, typed: Typed): StepIssue[] {
  return givenUpServices(draft)
    .filter((service) => !isReason(typedText(typed, `why.${service}`)))
    .map((service) => issue(`why.${service}`, 'reason.missing', { service }))
}

function isReason(text: string): boolean {
  return text === 'other' || isCriterionCode(text)
}

function longIssues(typed: Typed, fields: readonly string[]): StepIssue[] {
  return fields
    .filter((field) => typedText(typed, field).length > longestWords)
    .map((field) => issue(field, 'words.tooLong', { length: typedText(typed, field).length, most: longestWords }))
}

function ratingIssues(typed: Typed): StepIssue[] {
  const chosen = (typed['important'] ?? []).length
  const many = chosen > mostImportant ? [issue('important', 'important.tooMany', { chosen, most: mostImportant })] : []
  return [...many, ...longIssues(typed, ['words'])]
}

function citationIssues(typed: Typed): StepIssue[] {
  const empty = citationFields.every((field) => typedText(typed, field) === '')
  return empty ? [issue('citation.1', 'citations.none')] : longIssues(typed, citationFields)
}

/** What must be mended on a page before the answer can be sent. */
export function issuesOf(draft: Draft, step: StepCode): readonly StepIssue[] {
  const typed = typedOn(draft, step)
  if (step === 'place') return placeIssues(typed)
  if (step === 'reasons') return reasonIssues(draft, typed)
  if (step === 'citations') return citationIssues(typed)
  return isServiceCode(step) ? ratingIssues(typed) : []
}

/** The first page that was not saved yet or must be mended; the check when there is none. */
export function firstUndone(asking: Asking, draft: Draft): StepCode {
  const undone = (step: StepCode): boolean =>
    step !== 'check' && (draft.steps[step] === undefined || issuesOf(draft, step).length > 0)
  return stepsOf(asking, draft).find(undone) ?? 'check'
}

/** The criteria asked of a service, each with the sub-criteria drawn for it. */
export function criteriaAsked(interview: Interview, service: ServiceCode) {
  const items = interview.items[service]
  return criterionCodes
    .filter((criterion) => items.includes(criterion))
    .map((code) => ({ code, parts: items.filter((item) => item !== code && isItemCode(item) && criterionOf(item) === code) }))
}
