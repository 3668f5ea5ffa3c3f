import type { AreaFigures } from './areaFigures.ts'

/** A figure of a group that moved out of its own interval. */
export interface FigureChange {
  readonly group: number
  readonly measure: string
  /** Share, 0-100, before, with its 95 % interval, and after. */
  readonly before: number
  readonly lower: number
  readonly upper: number
  readonly after: number
}

interface GroupFigure {
  readonly mean: number
  readonly error: number | null
}

/**
 * Mean of a variable over the areas of each group, weighted by their people, with the standard error of a weighted mean of areas:
 * sqrt(n / (n - 1) x sum of w^2 (x - mean)^2) / sum of w. No error below two areas; `null` for a group without areas.
 */
export function groupFigures(
  { people, values, variables }: AreaFigures,
  of: ArrayLike<number>,
  groups: number,
): (GroupFigure | null)[][] {
  const d = variables.length
  const members = Array.from({ length: groups }, (): number[] => [])
  for (let i = 0; i < of.length; i++) members[of[i] ?? -1]?.push(i)
  return members.map((rows) =>
    variables.map((_, j) => {
      const known = rows.filter((i) => Number.isFinite(values[i * d + j] ?? Number.NaN) && (people[i] ?? 0) > 0)
      const weight = known.reduce((sum, i) => sum + (people[i] ?? 0), 0)
      if (!(weight > 0)) return null
      const mean = known.reduce((sum, i) => sum + (people[i] ?? 0) * (values[i * d + j] ?? 0), 0) / weight
      const n = known.length
      if (n < 2) return { mean, error: null }
      const squares = known.reduce((sum, i) => sum + ((people[i] ?? 0) * ((values[i * d + j] ?? 0) - mean)) ** 2, 0)
      return { mean, error: Math.sqrt((n / (n - 1)) * squares) / weight }
    }),
  )
}

const z = 1.959963984540054

/** The figures of groups that moved further than their 95 % interval before: what their portraits must say anew. The furthest, in standard errors, first. */
export function changedFigures(
  before: { readonly figures: AreaFigures; readonly of: ArrayLike<number> },
  after: { readonly figures: AreaFigures; readonly of: ArrayLike<number> },
  groups: number,
): FigureChange[] {
  const [was, is] = [groupFigures(before.figures, before.of, groups), groupFigures(after.figures, after.of, groups)]
  const found = was.flatMap((row, group) =>
    row.flatMap((old, j) => {
      const now = is[group]?.[j]
      if (!old || old.error === null || !now) return []
      const measure = before.figures.variables[j]?.measure ?? ''
      const [lower, upper] = [old.mean - z * old.error, old.mean + z * old.error]
      // What is the same to the last digits did not move, however small the error.
      if (Math.abs(now.mean - old.mean) < 1e-9 || (now.mean >= lower && now.mean <= upper)) return []
      const change: FigureChange = { group, measure, before: old.mean, lower, upper, after: now.mean }
      return [{ change, far: Math.abs(now.mean - old.mean) / (old.error || Number.MIN_VALUE) }]
    }),
  )
  return found.toSorted((a, b) => b.far - a.far).map(({ change }) => change)
}
