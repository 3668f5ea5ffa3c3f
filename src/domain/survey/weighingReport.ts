import type { CalibrationMethod } from '#stats/calibrationTarget.ts'
import type { MarginOrigin } from './respondent.ts'

/** One category of a margin before and after weighing; relativeError = |after - target| / max(target, 1). */
export interface WeighedCategory {
  readonly variable: string
  readonly category: string
  readonly target: number
  readonly before: number
  readonly after: number
  readonly relativeError: number
  /** People who answered; absent from reports made before it was counted. */
  readonly respondents?: number
}

/** How g = weight / design weight is spread over the respondents. */
export interface CorrectionSpread {
  /** At shares 0, 0.05, 0.25, 0.5, 0.75, 0.95 and 1 of the respondents (type 7, as R's `quantile`). */
  readonly quantiles: readonly { readonly share: number; readonly g: number }[]
  /** Bins of one width from the smallest g to the greatest; the last one holds its upper end. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly respondents: number }[]
}

/** Where the totals of a variable came from. */
export interface MarginSource {
  readonly variable: string
  readonly source: string
  readonly origin: MarginOrigin
  readonly referenceDate: string | null
  readonly total: number
}

/** What an analyst should know about weights that meet their margins all the same. */
export type WeighingWarning =
  | { readonly code: 'gBeyond'; readonly respondents: number; readonly least: number; readonly most: number }
  | { readonly code: 'negativeWeights'; readonly respondents: number }
  | { readonly code: 'zeroWeights'; readonly respondents: number }
  | { readonly code: 'rareCategory'; readonly variable: string; readonly category: string; readonly respondents: number }
  | { readonly code: 'effectiveBelowHalf'; readonly effectiveN: number; readonly n: number }
  | { readonly code: 'totalsScaled'; readonly variable: string; readonly from: number; readonly to: number }

/** How the weights were made and how well they do, kept with them. What is optional is absent from reports made before it was measured. */
export interface WeighingReport {
  readonly method: CalibrationMethod
  readonly converged: boolean
  readonly iterations: number
  readonly maxRelativeError: number
  readonly n: number
  /** Kish's design effect of the weights, and n divided by it. */
  readonly designEffect: number
  readonly effectiveN: number
  /** Range of weight over design weight. */
  readonly gMin: number
  readonly gMax: number
  readonly negativeWeights?: number
  readonly corrections?: CorrectionSpread
  readonly margins: readonly WeighedCategory[]
  readonly sources?: readonly MarginSource[]
  readonly warnings?: readonly WeighingWarning[]
}
