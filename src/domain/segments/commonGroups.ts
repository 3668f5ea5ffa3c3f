import { hellinger, jensenShannon } from '#stats/profileSimilarity.ts'
import { quantiles } from '#stats/quantiles.ts'
import { DomainError } from '#kernel/result.ts'
import { transformed } from '#stats/transformScale.ts'
import { chooseVariables, type AreaFigures } from './areaFigures.ts'
import type { VariableTransform } from './classification.ts'
import { means, squaredDistance } from './groupGeometry.ts'
import { groupFigures } from './refreshChanges.ts'

/** Relative to each country's own means, or absolute with one mean for both. */
export type CommonScaling = 'within' | 'pooled'

/** One side of a border: areas with their figures and the group of each. */
export interface CommonSide {
  readonly figures: AreaFigures
  readonly of: Int32Array
  readonly groups: number
}

export interface SharedVariable {
  readonly measure: string
  readonly label: AreaFigures['variables'][number]['label']
  readonly theme: string
}

/** Two groups, one a side, each the nearest to the other and within reach. */
export interface GroupMatch {
  readonly left: number
  readonly right: number
  /** Euclidean, in standard deviations. */
  readonly distance: number
  /** See `CommonGroups.ratios`. */
  readonly ratio: number
}

export interface CommonGroups {
  readonly scaling: CommonScaling
  readonly variables: readonly SharedVariable[]
  /** Distances between groups: left x right. */
  readonly distances: readonly (readonly number[])[]
  /** The same relative to the 95th percentile of the distances of a group's own areas, the larger of both sides'; `null` where a group is a single point. */
  readonly ratios: readonly (readonly (number | null)[])[]
  readonly matches: readonly GroupMatch[]
  /** Groups without a counterpart: they stay national. */
  readonly leftAlone: readonly number[]
  readonly rightAlone: readonly number[]
  /** Mean share, 0-100, of every variable in every group, areas weighted by their people: groups x variables. */
  readonly leftFigures: readonly (readonly number[])[]
  readonly rightFigures: readonly (readonly number[])[]
}

interface Column {
  readonly values: Float64Array
  readonly mean: number
  readonly variance: number
}

function columnOf({ figures }: CommonSide, measure: string, transform: VariableTransform): Column | null {
  const d = figures.variables.length
  const at = figures.variables.findIndex((variable) => variable.measure === measure)
  if (at < 0) return null
  const values = Float64Array.from(figures.zones, (_, i) => transformed(figures.values[i * d + at] ?? Number.NaN, transform))
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return Number.isFinite(variance) && variance > 0 ? { values, mean, variance } : null
}

/** Both sides of one variable in standard deviations; pooled, each country weighs the same, however many areas it has. */
function standardised(left: Column, right: Column, scaling: CommonScaling): [Float64Array, Float64Array] {
  const middle = (left.mean + right.mean) / 2
  const pooled = (left.variance + (left.mean - middle) ** 2 + right.variance + (right.mean - middle) ** 2) / 2
  return [left, right].map(({ values, mean, variance }) => {
    const [offset, span] = scaling === 'within' ? [mean, Math.sqrt(variance)] : [middle, Math.sqrt(pooled)]
    return values.map((value) => (value - offset) / span)
  }) as [Float64Array, Float64Array]
}

interface Placed {
  readonly centroids: Float64Array
  /** 95th percentile of the distances of a group's own areas from its centroid. */
  readonly radii: readonly number[]
}

function placed({ of, groups, figures }: CommonSide, columns: readonly Float64Array[]): Placed {
  const [n, d] = [figures.zones.length, columns.length]
  const values = new Float64Array(n * d)
  for (const [j, column] of columns.entries()) for (let i = 0; i < n; i++) values[i * d + j] = column[i] ?? 0
  const { centroids } = means({ n, d, values }, of, groups)
  const own = Array.from({ length: groups }, (): number[] => [])
  for (let i = 0; i < n; i++) own[of[i] ?? 0]?.push(Math.sqrt(squaredDistance(values, i, centroids, of[i] ?? 0, d)))
  return { centroids, radii: own.map((distances) => quantiles(Float64Array.from(distances).sort(), [0.95])[0] ?? 0) }
}

const nearestOf = (distances: readonly number[]): number =>
  distances.reduce((best, distance, at) => (distance < (distances[best] ?? 0) ? at : best), 0)

/**
 * Groups of two classifications that answer each other across a border, in the variables that both have (asinh or not, then standard deviations from the mean of
 * each country or of both). Two groups match when each is the nearest to the other and their distance is no more than the 95th percentile of the distances of
 * own areas, on both sides. Refuses `segments.nothingShared`. METHODS: common groups.
 */
export function commonGroups(
  left: CommonSide,
  right: CommonSide,
  transform: VariableTransform,
  scaling: CommonScaling,
): CommonGroups {
  const shared = left.figures.variables.flatMap((variable) => {
    const [a, b] = [columnOf(left, variable.measure, transform), columnOf(right, variable.measure, transform)]
    return a && b ? [{ variable, columns: standardised(a, b, scaling) }] : []
  })
  if (shared.length === 0) throw new DomainError('segments.nothingShared')
  const [one, other] = [
    placed(
      left,
      shared.map(({ columns }) => columns[0]),
    ),
    placed(
      right,
      shared.map(({ columns }) => columns[1]),
    ),
  ]
  const d = shared.length
  const distances = one.radii.map((_, i) =>
    other.radii.map((__, j) => Math.sqrt(squaredDistance(one.centroids, i, other.centroids, j, d))),
  )
  const ratios = distances.map((row, i) =>
    row.map((distance, j) => {
      const radius = Math.min(one.radii[i] ?? 0, other.radii[j] ?? 0)
      return radius > 0 ? distance / radius : null
    }),
  )
  const matches = distances.flatMap((row, i): GroupMatch[] => {
    const j = nearestOf(row)
    const mutual = nearestOf(distances.map((each) => each[j] ?? Number.POSITIVE_INFINITY)) === i
    const ratio = ratios[i]?.[j] ?? null
    return mutual && ratio !== null && ratio <= 1 ? [{ left: i, right: j, distance: row[j] ?? 0, ratio }] : []
  })
  const measures = shared.map(({ variable }) => variable.measure)
  return {
    scaling,
    variables: shared.map(({ variable: { measure, label, theme } }) => ({ measure, label, theme })),
    distances,
    ratios,
    matches: matches.toSorted((a, b) => a.ratio - b.ratio),
    leftAlone: one.radii.flatMap((_, i) => (matches.some((match) => match.left === i) ? [] : [i])),
    rightAlone: other.radii.flatMap((_, j) => (matches.some((match) => match.right === j) ? [] : [j])),
    leftFigures: meansOf(left, measures),
    rightFigures: meansOf(right, measures),
  }
}

function meansOf({ figures, of, groups }: CommonSide, measures: readonly string[]): number[][] {
  return groupFigures(chooseVariables(figures, measures), of, groups).map((row) => row.map((figure) => figure?.mean ?? 0))
}

/** How far apart two groups are in one theme whose shares make a whole. */
export interface ThemeApart {
  readonly theme: string
  readonly hellinger: number
  /** In bits. */
  readonly jensenShannon: number
}

/** Shares that add up to about a hundred are those of a whole, each of its parts counted once. */
const isWhole = (sum: number): boolean => sum > 98 && sum < 102

/** Two groups compared theme by theme, those furthest apart first; themes whose shares do not add up to a whole are passed over. */
export function themesApart(
  variables: readonly SharedVariable[],
  one: readonly number[],
  other: readonly number[],
): ThemeApart[] {
  const themes = Map.groupBy(variables.keys(), (j) => variables[j]?.theme ?? '')
  return [...themes]
    .flatMap(([theme, held]): ThemeApart[] => {
      const [p, q] = [held.map((j) => one[j] ?? 0), held.map((j) => other[j] ?? 0)]
      const [sumP, sumQ] = [p, q].map((shares) => shares.reduce((sum, share) => sum + share, 0)) as [number, number]
      if (held.length < 2 || !isWhole(sumP) || !isWhole(sumQ)) return []
      const [a, b] = [p.map((share) => share / sumP), q.map((share) => share / sumQ)]
      return [{ theme, hellinger: hellinger(a, b), jensenShannon: jensenShannon(a, b) }]
    })
    .toSorted((a, b) => b.hellinger - a.hellinger)
}
