import type { ItemCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import { benjaminiHochberg } from '#stats/benjaminiHochberg.ts'
import { normalCdf, normalQuantile } from '#stats/normal.ts'
import type { MatrixCell } from './cell.ts'

/** One cell in two matrices: two zones, or two waves of a zone. */
export interface Difference {
  readonly service: ServiceCode
  readonly item: ItemCode
  readonly first: MatrixCell
  readonly second: MatrixCell
  /** Score of the first less that of the second, in points; `null` where either has none with a variance. */
  readonly difference: number | null
  readonly se: number | null
  /** 95 % limits. */
  readonly lower: number | null
  readonly upper: number | null
  /** Two-sided p of "no difference", and the same corrected over the cells of its family that have one. */
  readonly p: number | null
  readonly pAdjusted: number | null
}

/** A difference with its standard error, however it was had. */
interface Estimated {
  readonly first: MatrixCell
  readonly second: MatrixCell
  readonly difference: number | null
  readonly se: number | null
}

const halfWidth = normalQuantile(0.975)

/** Adds interval and test; cells that are thin or refused on either side stay out of the family. */
function tested(estimates: readonly Estimated[]): Difference[] {
  const family = estimates.filter(({ first, second, se }) => first.status === 'ok' && second.status === 'ok' && se !== null)
  const p = family.map(({ difference, se }) => 2 * normalCdf(-Math.abs((difference ?? 0) / (se ?? 1))))
  const adjusted = benjaminiHochberg(p)
  const tests = new Map(family.map((each, i) => [each, { p: p[i] ?? 1, pAdjusted: adjusted[i] ?? 1 }]))
  return estimates.map((each) => {
    const { first, second, difference, se } = each
    const half = se === null ? null : halfWidth * se
    return {
      service: first.service,
      item: first.item,
      first,
      second,
      difference,
      se,
      lower: difference === null || half === null ? null : difference - half,
      upper: difference === null || half === null ? null : difference + half,
      p: tests.get(each)?.p ?? null,
      pAdjusted: tests.get(each)?.pAdjusted ?? null,
    }
  })
}

function inPairs(first: readonly MatrixCell[], second: readonly MatrixCell[]): [MatrixCell, MatrixCell][] {
  const key = ({ service, item }: MatrixCell): string => `${service}/${item}`
  const others = new Map(second.map((cell) => [key(cell), cell]))
  return first.flatMap((cell) => {
    const other = others.get(key(cell))
    return other ? [[cell, other] as [MatrixCell, MatrixCell]] : []
  })
}

/**
 * Differences between two matrices of independent samples (two waves that drew anew, two roots): the standard errors add in quadrature (METHODS 6).
 * Intervals and tests by the normal distribution; Benjamini-Hochberg over the cells given, so give one family (the criteria, or the sub-criteria).
 *
 * Example: 6.9 (0.12) less 6.4 (0.16) is 0.5 (0.2), between 0.108 and 0.892, p 0.0124.
 */
export function independentDifferences(first: readonly MatrixCell[], second: readonly MatrixCell[]): Difference[] {
  return tested(
    inPairs(first, second).map(([a, b]) => {
      const known = a.score !== null && b.score !== null && a.se !== null && b.se !== null
      return {
        first: a,
        second: b,
        difference: known ? (a.score ?? 0) - (b.score ?? 0) : null,
        se: known ? Math.hypot(a.se ?? 0, b.se ?? 0) : null,
      }
    }),
  )
}

/** Differences between two zones of one survey: the deviation of the first against the second, whose standard error counts shared people and margins. */
export function jointDifferences(first: readonly MatrixCell[], second: readonly MatrixCell[]): Difference[] {
  return tested(inPairs(first, second).map(([a, b]) => ({ first: a, second: b, difference: a.deviation, se: a.deviationSe })))
}
