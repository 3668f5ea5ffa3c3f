import type { CalibrationMethod } from '#stats/calibrationTarget.ts'

/** How the weights of a survey are made; kept with every version of them. */
export interface WeightingSettings {
  readonly method: CalibrationMethod
  /** Bounds on g = weight / design weight, for the bounded logit. */
  readonly bounds: { readonly lower: number; readonly upper: number } | null
  /** The variables whose margins are met; all that the survey has when `null`. */
  readonly variables: readonly string[] | null
  /** Categories joined by the analyst before weighting: variable -> category -> the category it joins. */
  readonly joined: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const standardSettings: WeightingSettings = { method: 'raking', bounds: null, variables: null, joined: {} }
