import type { Bilingual } from '#kernel/bilingual.ts'
import type {
  ChannelCode,
  CriterionCode,
  Importance,
  ItemCode,
  PublicCategory,
  Questionnaire,
  SubCriterionCode,
} from '#domain/survey'
import type { ServiceCode } from '#domain/territory'

/** A person of the sample as the survey records them; only the digital question may stay unanswered. */
export interface SampleRespondent {
  /** 1..n in the order of the strata. */
  readonly number: number
  /** Code of the commune, or of the settlement in Kent. */
  readonly zone: string
  readonly stratum: string
  /** Adults of the stratum over its respondents. */
  readonly designWeight: number
  readonly sex: PublicCategory<'sex'>
  readonly age: PublicCategory<'age'>
  readonly family: PublicCategory<'family'>
  readonly activity: PublicCategory<'activity'>
  readonly digital: PublicCategory<'digital'> | null
}

/** A service needed in the last 12 months: used, and perhaps drawn for questions, or given up. */
export interface SampleNeed {
  readonly respondent: number
  readonly service: ServiceCode
  readonly drawn: boolean
  /** Chance that this used service was drawn, in (0, 1]; `null` where it was given up and could not be drawn. */
  readonly drawProbability: number | null
  readonly gaveUpFor: CriterionCode | null
  readonly channelUsed?: ChannelCode
  readonly channelPreferred?: ChannelCode
}

export interface SampleRating {
  readonly respondent: number
  readonly service: ServiceCode
  readonly item: ItemCode
  /** Whole, 0 to 10. */
  readonly score: number
}

export interface SampleCitation {
  readonly respondent: number
  readonly item: SubCriterionCode
}

/** A population total that the weights must reproduce. */
export interface SampleMargin {
  readonly variable: 'stratum' | 'sexAge' | 'activity' | 'family'
  /** Stratum code, `female:18-29`, or the category of the dimension. */
  readonly category: string
  readonly total: number
  readonly source: string
}

/** A synthetic survey in rows, ready for the tables of the same names. */
export interface SampleSurvey {
  readonly territory: '62' | 'kent'
  readonly code: string
  readonly kind: 'elicitation' | 'satisfaction'
  readonly grid: string
  readonly title: Bilingual
  /** ISO dates. */
  readonly fieldStart: string
  readonly fieldEnd: string
  readonly source: Bilingual
  /** Those in the field hold the answers of whoever tries them, which are nobody's invention. */
  readonly synthetic: boolean
  /** In the field, or read already. */
  readonly state: 'open' | 'published'
  readonly questionnaire: Questionnaire | null
  readonly respondents: readonly SampleRespondent[]
  readonly needs: readonly SampleNeed[]
  readonly ratings: readonly SampleRating[]
  readonly importance: readonly Importance[]
  readonly citations: readonly SampleCitation[]
  readonly margins: readonly SampleMargin[]
}
