import type { CriterionCode, GridContent, ItemCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Typed } from '../places/typedPlace.ts'
import type { ZoneName } from '../views.ts'

/** A survey in the words of its makers, and whether it can be answered today. */
export interface SurveyHead {
  readonly code: string
  readonly kind: 'elicitation' | 'satisfaction'
  readonly title: Bilingual
  readonly source: Bilingual
  readonly territory: ZoneName
  readonly fieldStart: string
  readonly fieldEnd: string
  readonly synthetic: boolean
  readonly openLink: boolean
  readonly today: string
  readonly phase: 'soon' | 'open' | 'over'
}

/** A page of the questionnaire: a service's code stands for the page about it. */
export type StepCode = 'place' | 'services' | 'reasons' | 'citations' | 'you' | 'check' | ServiceCode

/** Something of a page that must be mended: its field, and why. */
export interface StepIssue {
  readonly field: string
  readonly code:
    | 'place.missing'
    | 'place.unknown'
    | 'place.several'
    | 'reason.missing'
    | 'important.tooMany'
    | 'words.tooLong'
    | 'citations.none'
  readonly params: Readonly<Record<string, string | number>>
}

export interface PlaceChoice {
  readonly code: string
  readonly name: Bilingual
  /** The inter-municipal body or district, which tells towns of one name apart. */
  readonly around: Bilingual | null
}

export interface AskedCriterion {
  readonly code: CriterionCode
  readonly parts: readonly ItemCode[]
}

/** What a page asks. */
export type StepAsk =
  | {
      readonly kind: 'place'
      readonly step: 'place'
      readonly found: PlaceChoice | null
      readonly choices: readonly PlaceChoice[]
    }
  | { readonly kind: 'services'; readonly step: 'services' }
  | {
      readonly kind: 'reasons'
      readonly step: 'reasons'
      readonly services: readonly { readonly service: ServiceCode; readonly criteria: readonly CriterionCode[] }[]
    }
  | {
      readonly kind: 'rating'
      readonly step: ServiceCode
      readonly criteria: readonly AskedCriterion[]
      readonly importance: boolean
      readonly verbatims: boolean
      /** Which of the services this is, and of how many. */
      readonly number: number
      readonly of: number
    }
  | { readonly kind: 'citations'; readonly step: 'citations' }
  | { readonly kind: 'you'; readonly step: 'you' }
  | { readonly kind: 'check'; readonly step: 'check' }

/** A page with what was typed into it. */
export interface FilledStep {
  readonly ask: StepAsk
  readonly typed: Typed
  readonly issues: readonly StepIssue[]
  readonly saved: boolean
}

export interface StepView extends FilledStep {
  readonly head: SurveyHead
  readonly grid: GridContent
  /** The code that resumes this answer elsewhere. */
  readonly code: string
  readonly version: number
  readonly number: number
  readonly total: number
  /** Whether `total` may still shrink, since the services are not known yet. */
  readonly atMost: boolean
  readonly previous: StepCode | null
  /** All pages as they were answered, for the last one. */
  readonly answers: readonly FilledStep[]
  /** What another device answered on this very page since it was opened here. */
  readonly conflict: FilledStep | null
}

export interface WelcomeView {
  readonly head: SurveyHead
  /** Where an answer begun on this device goes on. */
  readonly resume: StepCode | null
}

export interface PauseView {
  readonly head: SurveyHead
  readonly code: string
  readonly resume: StepCode
}

export interface PreviewView {
  readonly head: SurveyHead
  readonly grid: GridContent
  readonly steps: readonly FilledStep[]
}
