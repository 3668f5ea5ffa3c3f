import type { VarianceFrame } from '#stats/sparseVariance.ts'
import type { Mask } from './gridContent.ts'
import type { PublicDimension } from './publics.ts'

/** The scores given to one question: parallel arrays, one entry per respondent who answered it. */
export interface Ratings {
  /** Index of the respondent. */
  readonly respondent: Int32Array
  /** 0 to 10. */
  readonly score: Float64Array
  /** Inverse probability that the respondent was asked about the service. */
  readonly factor: Float64Array
}

/** Who needed a service, and who gave up for which criterion. */
export interface Needs {
  readonly respondent: Int32Array
  /** Index in `criterionCodes` of the reason for giving up; -1: the service was used. */
  readonly gaveUpFor: Int8Array
}

/** Which criteria of one service matter most: one entry per respondent who told any. */
export interface Picks {
  readonly respondent: Int32Array
  /** Inverse probability that the respondent was asked about the service. */
  readonly factor: Float64Array
  /** Bit k is set where criterion k of `criterionCodes` is among those that matter most. */
  readonly criteria: Uint16Array
}

/** The people of a survey in columns: what decides whom a figure is about. */
export interface SurveyMembers {
  /** Code of the zone each respondent lives in. */
  readonly zone: readonly string[]
  /** Category of each respondent per dimension; absent when the file does not tell. */
  readonly publics: ReadonlyMap<PublicDimension, readonly (string | null)[]>
}

/** A satisfaction survey in columns, the one form in which the matrix is computed, whether stored or brought as a file. */
export interface Answers extends SurveyMembers {
  readonly respondents: number
  /** One per respondent: calibrated, or as given. */
  readonly weight: Float64Array
  /** Units and strata; with a calibration when the weights were raked, whose residuals then enter the variance. */
  readonly variance: VarianceFrame
  /** Ratings by `questionIndex`. */
  readonly ratings: ReadonlyMap<number, Ratings>
  /** Needs by index in `serviceCodes`; empty when the file does not tell. */
  readonly needs: ReadonlyMap<number, Needs>
  /** What matters most by index in `serviceCodes`; empty when it was not asked. */
  readonly importance: ReadonlyMap<number, Picks>
  /** Questions that make no sense of a service, under the grid of the survey. */
  readonly masked: Mask
}
