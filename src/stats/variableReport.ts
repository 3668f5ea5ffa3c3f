/** A candidate variable: one figure per area, NaN where it is missing. */
export interface Candidate {
  readonly name: string
  readonly values: Float64Array
}

export interface VariableSummary {
  readonly name: string
  readonly known: number
  readonly missing: number
  /** NaN where nothing is known. */
  readonly min: number
  readonly max: number
  readonly mean: number
  /** Of the population (divided by n). */
  readonly sd: number
  /** Third standardised moment, m3 / m2^1.5; NaN for a constant. */
  readonly skew: number
  /** Share of the known values that are the commonest one, 0-1. */
  readonly commonest: number
}

export interface CorrelatedPair {
  /** Places of the two variables, a < b. */
  readonly a: number
  readonly b: number
  readonly r: number
}

export type VariableReason = 'constant' | 'nearlyConstant' | 'missing' | 'correlated' | 'skewed'

export interface VariableSuggestion {
  readonly variable: string
  readonly reason: VariableReason
  /** What exceeded the limit: a share for `missing` and the constants, r, or the skew. */
  readonly value: number
  /** The variable kept in its place, for `correlated`. */
  readonly other: string | null
}

export interface VariableLimits {
  /** Share of missing values above which a variable is named, 0-1. */
  readonly missing: number
  readonly commonest: number
  readonly correlation: number
  readonly skew: number
}

export interface VariableReport {
  readonly variables: readonly VariableSummary[]
  /** Pearson's r on the areas where both are known; NaN with a constant. */
  readonly correlation: readonly (readonly number[])[]
  /** Those over the limit, strongest first. */
  readonly pairs: readonly CorrelatedPair[]
  readonly suggestions: readonly VariableSuggestion[]
}

const usualLimits: VariableLimits = { missing: 0.05, commonest: 0.95, correlation: 0.8, skew: 2 }

function summaryOf({ name, values }: Candidate): VariableSummary {
  const known = Array.from(values).filter((value) => !Number.isNaN(value))
  const [n, missing] = [known.length, values.length - known.length]
  const nothing = { min: NaN, max: NaN, mean: NaN, sd: NaN, skew: NaN, commonest: NaN }
  if (n === 0) return { name, known: 0, missing, ...nothing }
  const mean = known.reduce((sum, value) => sum + value, 0) / n
  const moment = (power: number): number => known.reduce((sum, value) => sum + (value - mean) ** power, 0) / n
  const min = known.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  const max = known.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  const counts = new Map<number, number>()
  for (const value of known) counts.set(value, (counts.get(value) ?? 0) + 1)
  const commonest = Array.from(counts.values()).reduce((most, count) => Math.max(most, count), 0) / n
  // A constant's mean may miss it by a rounding error, which would pass for a spread.
  if (min === max) return { name, known: n, missing, min, max, mean: min, sd: 0, skew: NaN, commonest }
  const sd = Math.sqrt(moment(2))
  return { name, known: n, missing, min, max, mean, sd, skew: moment(3) / sd ** 3, commonest }
}

function correlationOf(a: Float64Array, b: Float64Array): number {
  const rows = Array.from(a.keys()).filter((i) => !Number.isNaN(a[i]) && !Number.isNaN(b[i]))
  const at = (column: Float64Array, i: number): number => column[i] as number
  if (rows.every((i) => a[i] === a[rows[0] ?? 0]) || rows.every((i) => b[i] === b[rows[0] ?? 0])) return Number.NaN
  const meanA = rows.reduce((sum, i) => sum + at(a, i), 0) / rows.length
  const meanB = rows.reduce((sum, i) => sum + at(b, i), 0) / rows.length
  let [ab, aa, bb] = [0, 0, 0]
  for (const i of rows) {
    const [fromA, fromB] = [at(a, i) - meanA, at(b, i) - meanB]
    ab += fromA * fromB
    aa += fromA * fromA
    bb += fromB * fromB
  }
  return Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb)))
}

function reasonsAlone(summary: VariableSummary, limits: VariableLimits): VariableSuggestion[] {
  const { name: variable, known, missing, min, max, commonest, skew } = summary
  const told = (reason: VariableReason, value: number): VariableSuggestion => ({ variable, reason, value, other: null })
  const found: VariableSuggestion[] = []
  const lost = missing / (known + missing)
  if (lost > limits.missing) found.push(told('missing', lost))
  if (min === max) found.push(told('constant', 1))
  else if (commonest >= limits.commonest) found.push(told('nearlyConstant', commonest))
  if (Math.abs(skew) > limits.skew) found.push(told('skewed', skew))
  return found
}

/** Of two correlated variables the one that is correlated with more others is named; of equals the later one. */
function reasonOfPair({ a, b, r }: CorrelatedPair, names: readonly string[], partners: readonly number[]): VariableSuggestion {
  const [dropped, kept] = (partners[a] ?? 0) > (partners[b] ?? 0) ? [a, b] : [b, a]
  return { variable: names[dropped] ?? '', reason: 'correlated', value: r, other: names[kept] ?? '' }
}

/**
 * What to know of the variables before areas are grouped: gaps, range, spread, skew, the correlation of each two, and which ones one may leave out with the reason.
 * It suggests and drops nothing. Columns are of one length and of at least one area, else RangeError.
 *
 * Source: the moments are those of the population; correlations equal R's `cor(use = "pairwise.complete.obs")`.
 */
export function variableReport(columns: readonly Candidate[], limits: VariableLimits = usualLimits): VariableReport {
  const areas = columns[0]?.values.length ?? 0
  const odd = columns.find(({ values }) => values.length !== areas || areas === 0)
  if (odd) throw new RangeError(`${odd.name} has ${odd.values.length} figures for ${areas} areas`)
  const variables = columns.map(summaryOf)
  const correlation = columns.map(() => columns.map(() => Number.NaN))
  const pairs: CorrelatedPair[] = []
  for (const [b, right] of columns.entries()) {
    for (const [a, left] of columns.slice(0, b + 1).entries()) {
      const r = correlationOf(left.values, right.values)
      for (const [row, column] of [
        [a, b],
        [b, a],
      ] as const)
        (correlation[row] as number[])[column] = r
      if (a < b && Math.abs(r) >= limits.correlation) pairs.push({ a, b, r })
    }
  }
  pairs.sort((x, y) => Math.abs(y.r) - Math.abs(x.r) || x.a - y.a || x.b - y.b)
  const partners = columns.map((_, i) => pairs.filter(({ a, b }) => a === i || b === i).length)
  const names = columns.map(({ name }) => name)
  const alone = variables.flatMap((summary) => reasonsAlone(summary, limits))
  return { variables, correlation, pairs, suggestions: [...alone, ...pairs.map((pair) => reasonOfPair(pair, names, partners))] }
}
