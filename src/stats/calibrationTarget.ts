/** A margin of categories: the population's total of each. */
export interface CategoryTarget {
  readonly kind: 'categories'
  readonly variable: string
  /** Per row: category index, 0..categories.length - 1. */
  readonly codes: Int32Array
  readonly categories: readonly string[]
  /** Per category: the total to meet, 0 or more. */
  readonly targets: Float64Array
}

/** A margin of a numeric variable: its total over the population. */
export interface NumericTarget {
  readonly kind: 'numeric'
  readonly variable: string
  /** Per row; finite. */
  readonly values: Float64Array
  readonly target: number
}

export type CalibrationTarget = CategoryTarget | NumericTarget

export type CalibrationMethod = 'raking' | 'linear' | 'logit'
