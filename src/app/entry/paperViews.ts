import type { Difference, GridContent, Interview, PaperFields, PaperIssue, Questionnaire } from '#domain/survey'
import type { ServiceCode, Zone } from '#domain/territory'
import type { PaperCounts } from '#store/paperForms.ts'
import type { SurveyHead } from '../collection/collectionViews.ts'

export type { PaperCounts } from '#store/paperForms.ts'

export interface PaperLine {
  readonly number: number
  readonly firstBy: string
  readonly secondBy: string | null
  readonly samePerson: boolean
  readonly differences: number | null
}

/** The forms of a survey and how far they are. Lists are cut at `listed`. */
export interface PaperListView {
  readonly head: SurveyHead
  readonly state: SurveyStateCode
  readonly counts: PaperCounts
  readonly once: readonly PaperLine[]
  readonly differs: readonly PaperLine[]
  readonly done: readonly PaperLine[]
  readonly listed: number
}

export type SurveyStateCode = 'draft' | 'open' | 'closed' | 'published'

/** What a form of one number asks. */
export interface PaperAsks {
  readonly number: number
  readonly interview: Interview
}

/** Forms ready to print. */
export interface PaperPrintView {
  readonly head: SurveyHead
  readonly state: SurveyStateCode
  readonly kind: 'elicitation' | 'satisfaction'
  readonly grid: GridContent
  readonly questionnaire: Questionnaire
  readonly forms: readonly PaperAsks[]
}

/** A service to be rated, and what the form asks of it. */
export interface DrawnFields {
  readonly service: ServiceCode
  readonly fields: readonly string[]
}

/** A form while it is keyed. */
export interface KeyView extends PaperAsks {
  readonly head: SurveyHead
  readonly kind: 'elicitation' | 'satisfaction'
  readonly grid: GridContent
  readonly questionnaire: Questionnaire
  readonly towns: readonly Zone[]
  readonly pass: 'first' | 'second'
  /** Who keyed it before; `null` at the first key. */
  readonly firstBy: string | null
  readonly samePerson: boolean
  readonly version: number
  readonly part: 1 | 2
  /** Fields of part 1 about the person, and its others, in the order printed. */
  readonly personFields: readonly string[]
  readonly firstFields: readonly string[]
  /** Services that part 1 led to, with the fields of each. */
  readonly drawn: readonly DrawnFields[]
  readonly typed: Readonly<Record<string, string>>
  readonly issues: readonly PaperIssue[]
  /** Somebody keyed the form while this was typed: what is typed becomes the second key. */
  readonly overtaken: boolean
}

/** The two keys of a form where they differ. */
export interface SettleView extends PaperAsks {
  readonly head: SurveyHead
  readonly kind: 'elicitation' | 'satisfaction'
  readonly grid: GridContent
  readonly questionnaire: Questionnaire
  readonly towns: readonly Zone[]
  readonly firstBy: string
  readonly secondBy: string
  readonly version: number
  readonly counts: { readonly fields: number; readonly differences: number }
  readonly open: readonly Difference[]
  /** What was settled before, by field. */
  readonly chosen: PaperFields
  readonly typed: Readonly<Record<string, string>>
  readonly issues: readonly (PaperIssue | { readonly field: string; readonly code: 'choice.missing'; readonly value: string })[]
}

/** What became of a form that was keyed. */
export type Kept = { readonly kept: 'once' | 'done' | 'differs' }
