import { checkedValues, type ClassLows } from './classBreaks.ts'

/** Sum of squared deviations from their mean of the distinct values `from` to `to`, each counted as often as it occurs. */
type Cost = (from: number, to: number) => number

interface Distinct {
  readonly values: readonly number[]
  readonly cost: Cost
}

/** The distinct values with running sums, centred first: squares of large, close values would lose their digits. */
function distinctValues(sorted: readonly number[]): Distinct {
  const values = [...new Set(sorted)]
  const centre = sorted.reduce((sum, value) => sum + value / sorted.length, 0)
  const [counts, sums, squares] = [0, 1, 2].map(() => new Float64Array(values.length + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  let read = 0
  values.forEach((value, i) => {
    let times = 0
    while (sorted[read] === value) {
      times++
      read++
    }
    const moved = value - centre
    counts[i + 1] = (counts[i] as number) + times
    sums[i + 1] = (sums[i] as number) + times * moved
    squares[i + 1] = (squares[i] as number) + times * moved * moved
  })
  const between = (running: Float64Array, from: number, to: number): number =>
    (running[to + 1] as number) - (running[from] as number)
  const cost: Cost = (from, to) => {
    const sum = between(sums, from, to)
    return Math.max(0, between(squares, from, to) - (sum * sum) / between(counts, from, to))
  }
  return { values, cost }
}

interface Row {
  /** Least cost of the first i + 1 values in so many classes. */
  readonly costs: Float64Array
  /** Where the last of those classes begins. */
  readonly starts: Int32Array
}

/**
 * One more class over all prefixes. Since the best start of the last class never falls as the prefix grows (the cost is concave in Monge's sense), the
 * middle prefix halves the search for the others.
 */
function addClass({ costs }: Row, cost: Cost, classes: number): Row {
  const next: Row = { costs: new Float64Array(costs.length).fill(Infinity), starts: new Int32Array(costs.length) }
  const search = (low: number, high: number, first: number, last: number): void => {
    if (low > high) return
    const at = (low + high) >> 1
    let [best, start] = [Infinity, first]
    for (let begin = first; begin <= Math.min(last, at); begin++) {
      const total = (costs[begin - 1] as number) + cost(begin, at)
      if (total < best) [best, start] = [total, begin]
    }
    next.costs[at] = best
    next.starts[at] = start
    search(low, at - 1, first, start)
    search(at + 1, high, start, last)
  }
  search(classes - 1, costs.length - 1, classes - 1, costs.length - 1)
  return next
}

/**
 * Natural breaks: the classes with the least sum of squared deviations from their means, exactly (Fisher 1958, known by Jenks 1967), by dynamic programming
 * over the distinct values with divide and conquer, O(k n log n). Equal values share a class; with no more distinct values than classes, each is its own.
 *
 * What it equals: `classInt::classIntervals(style = "fisher")`, `Ckmeans.1d.dp::ckmeans`.
 *
 * @param values finite, in any order
 * @throws RangeError for a value that is no finite number
 *
 * Example: `jenksBreaks([4, 5, 9, 10], 2)` is `[4, 9]`.
 */
export function jenksBreaks(values: readonly number[], classes: number): ClassLows {
  const sorted = checkedValues(values, classes)
  if (sorted.length === 0) return []
  const { values: distinct, cost } = distinctValues(sorted)
  if (distinct.length <= classes) return distinct
  const rows: Row[] = [{ costs: Float64Array.from(distinct, (_, i) => cost(0, i)), starts: new Int32Array(distinct.length) }]
  for (let k = 2; k <= classes; k++) rows.push(addClass(rows[k - 2] as Row, cost, k))
  const lows: number[] = []
  let end = distinct.length - 1
  for (let k = classes - 1; k >= 0; k--) {
    const start = (rows[k] as Row).starts[end] as number
    lows.unshift(distinct[start] as number)
    end = start - 1
  }
  return lows
}
