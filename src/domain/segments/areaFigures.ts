import { DomainError } from '#kernel/result.ts'
import type { SegmentVariable } from './classification.ts'

/** Figures of areas, as a classification takes them. */
export interface AreaFigures {
  /** Codes of the areas, in order. */
  readonly zones: readonly string[]
  readonly people: Float64Array
  readonly households: Float64Array
  readonly variables: readonly SegmentVariable[]
  /** Row-major, areas x variables: shares 0-100 of their own denominators, or figures as given; NaN where there is none. */
  readonly values: Float64Array
}

/** A figure as a share, 0-100, of its denominator; NaN where either is missing or nobody was counted. */
export function shareOf(value: number | null, denominator: number | null): number {
  if (value === null || denominator === null || !(denominator > 0)) return Number.NaN
  return (100 * value) / denominator
}

/** The theme of a measure: what its code says before the first point or underscore. Example: `themeOf('age.0-4')` is `'age'`. */
export function themeOf(measure: string): string {
  return /^[^._]+/.exec(measure)?.[0] ?? measure
}

/** The same figures with these variables alone, in this order; refuses `segments.variableUnknown`. */
export function chooseVariables(figures: AreaFigures, measures: readonly string[]): AreaFigures {
  const from = measures.map((measure) => {
    const at = figures.variables.findIndex((variable) => variable.measure === measure)
    if (at < 0) throw new DomainError('segments.variableUnknown', { measure })
    return at
  })
  const d = figures.variables.length
  const values = new Float64Array(figures.zones.length * from.length)
  for (let i = 0; i < figures.zones.length; i++) {
    for (const [j, column] of from.entries()) values[i * from.length + j] = figures.values[i * d + column] ?? Number.NaN
  }
  return { ...figures, variables: from.flatMap((at) => figures.variables[at] ?? []), values }
}
