import { requireCategories, requireDesignWeights } from './calibrateChecks.ts'
import { blockTotals, emptyZeroTargets, meetBlock, type RakeBlock, rakeBlocks, scaleAndTally, tallyRows } from './rakeBlocks.ts'

/** One margin to meet: the population's total of each category of a variable. */
export interface RakeMargin {
  variable: string
  /** Per row: category index, 0..categories.length - 1. */
  codes: Int32Array
  /** Per category: the total to meet, 0 or more. */
  targets: Float64Array
  categories: readonly string[]
}

export interface RakeInput {
  /** Design weights per row, 0 or more (0 stays 0). Not changed. */
  weights: Float64Array
  margins: readonly RakeMargin[]
  /** Default 1,000 cycles over all margins. */
  maxIterations?: number
  /** Greatest |t̂ - t| / max(t, 1) allowed on every margin; default 1e-8. */
  tolerance?: number
}

/** One category of a margin before and after; relativeError = |after - target| / max(target, 1). */
export interface RakedCategory {
  variable: string
  category: string
  target: number
  before: number
  after: number
  relativeError: number
}

export interface RakeResult {
  /** Raked weights per row; the last state reached when not converged. */
  weights: Float64Array
  converged: boolean
  iterations: number
  maxRelativeError: number
  margins: RakedCategory[]
  /** Categories with a positive target that no row with a positive weight can fill. */
  infeasible: { variable: string; category: string }[]
  /** True when the margins' totals differ by more than the tolerance: no weights can meet them all. */
  totalsDiffer: boolean
}

const DEFAULT_ITERATIONS = 1000
const DEFAULT_TOLERANCE = 1e-8
// A run whose error has not fallen by a twentieth over this many cycles is not going to meet its margins.
const PATIENCE = 100

/**
 * Raking: weights that reproduce every margin, by cyclic post-stratification (iterative proportional fitting).
 *
 * Each cycle multiplies the weights, margin after margin, by target / current total of the row's category, until
 * `max |t̂ - t| / max(t, 1) < tolerance` on ALL margins at once. Zero targets make their rows' weights 0. A positive target
 * without a weighted row is infeasible: it is named and no cycle runs. When the totals of the margins differ
 * the run ends unconverged, with `totalsDiffer` and the remaining errors. RangeError, naming the value, for negative or
 * non-finite weights and targets, codes outside the categories, and lengths that differ.
 * Margins are crossed in blocks (`rakeBlocks`), so that a cycle costs two or three passes over the rows whatever the number of margins in a block;
 * the iterates are those of margin after margin. Time: iterations × blocks × rows. Source: Deming and Stephan (1940); METHODS 3.
 * Equals R survey's `rake`, and `calibrate(calfun = "raking")`.
 *
 * @example rake({ weights: Float64Array.of(1, 1, 1), margins: [{ variable: 'sex', codes: Int32Array.of(0, 1, 1),
 *   targets: Float64Array.of(10, 30), categories: ['f', 'm'] }] }).weights // => [10, 15, 15]
 */
export function rake(input: RakeInput): RakeResult {
  const { margins, maxIterations = DEFAULT_ITERATIONS, tolerance = DEFAULT_TOLERANCE } = input
  requireDesignWeights(input.weights)
  for (const margin of margins) requireCategories(margin, input.weights.length)
  const weights = Float64Array.from(input.weights)
  const blocks = rakeBlocks(margins, weights.length)
  for (const block of blocks) tallyRows(block, weights)
  const before = blocks.flatMap(blockTotals)
  takeFromZeroTargets(blocks, weights)
  let totals = blocks.flatMap(blockTotals)
  let maxRelativeError = worstError(margins, totals)
  const infeasible = findEmpty(margins, totals)
  let iterations = 0
  let milestone = maxRelativeError
  while (infeasible.length === 0 && maxRelativeError >= tolerance && iterations < maxIterations) {
    cycle(blocks, weights)
    iterations++
    totals = measure(blocks, weights)
    maxRelativeError = worstError(margins, totals)
    if (iterations % PATIENCE !== 0) continue
    if (maxRelativeError > 0.95 * milestone) break
    milestone = maxRelativeError
  }
  if (blocks.length === 1) {
    totals = settle(blocks, weights)
    maxRelativeError = worstError(margins, totals)
  }
  return {
    weights,
    converged: infeasible.length === 0 && maxRelativeError < tolerance,
    iterations,
    maxRelativeError,
    margins: report(margins, before, totals),
    infeasible,
    totalsDiffer: totalsDiffer(margins, tolerance),
  }
}

/**
 * Measures the weights after the factors of the last block: all blocks tallied at the same weights.
 * Returns the totals of every margin in order.
 */
function measure(blocks: readonly RakeBlock[], weights: Float64Array): Float64Array[] {
  const first = blocks[0]
  const last = blocks.at(-1)
  if (first && last && first !== last) {
    scaleAndTally(last, first, weights)
    // The table of the last block went along with its factors: it shows these weights already.
    for (const block of blocks.slice(1, -1)) tallyRows(block, weights)
  }
  return blocks.flatMap(blockTotals)
}

/** All cycles of a single block ran on its table: the rows follow now, and the totals are theirs. */
function settle(blocks: readonly RakeBlock[], weights: Float64Array): Float64Array[] {
  for (const block of blocks) scaleAndTally(block, block, weights)
  return blocks.flatMap(blockTotals)
}

/** One cycle from tables that show the weights: each margin tallied, then met. The factors of the last block are left for `measure`. */
function cycle(blocks: readonly RakeBlock[], weights: Float64Array): void {
  for (const [b, block] of blocks.entries()) {
    const previous = blocks[b - 1]
    if (previous) scaleAndTally(previous, block, weights)
    meetBlock(block)
  }
}

/** Rows of a category whose target is 0 can weigh nothing. */
function takeFromZeroTargets(blocks: readonly RakeBlock[], weights: Float64Array): void {
  const emptied = blocks.filter((block) => emptyZeroTargets(block))
  for (const block of emptied) scaleAndTally(block, block, weights)
  if (emptied.length > 0) for (const block of blocks) tallyRows(block, weights)
}

function relativeError(total: number, target: number): number {
  return Math.abs(total - target) / Math.max(target, 1)
}

/** The greatest relative error over all categories; 0 without margins. */
function worstError(margins: readonly RakeMargin[], totals: readonly Float64Array[]): number {
  let worst = 0
  for (const [m, { targets }] of margins.entries()) {
    for (let k = 0; k < targets.length; k++)
      worst = Math.max(worst, relativeError(totals[m]?.[k] as number, targets[k] as number))
  }
  return worst
}

function findEmpty(margins: readonly RakeMargin[], totals: readonly Float64Array[]): { variable: string; category: string }[] {
  return margins.flatMap(({ variable, targets, categories }, m) =>
    categories.filter((_, k) => (targets[k] as number) > 0 && totals[m]?.[k] === 0).map((category) => ({ variable, category })),
  )
}

function report(
  margins: readonly RakeMargin[],
  before: readonly Float64Array[],
  after: readonly Float64Array[],
): RakedCategory[] {
  return margins.flatMap(({ variable, targets, categories }, m) =>
    categories.map((category, k) => {
      const target = targets[k] as number
      const reached = after[m]?.[k] as number
      return {
        variable,
        category,
        target,
        before: before[m]?.[k] as number,
        after: reached,
        relativeError: relativeError(reached, target),
      }
    }),
  )
}

/**
 * Whether the totals of the margins differ by more than the tolerance, relative to the greatest: then no weights meet them all.
 *
 * @example totalsDiffer([{ targets: Float64Array.of(1, 2) }, { targets: Float64Array.of(4) }], 1e-8) // => true
 */
export function totalsDiffer(margins: readonly Pick<RakeMargin, 'targets'>[], tolerance: number): boolean {
  const sums = margins.map(({ targets }) => targets.reduce((sum, target) => sum + target, 0))
  const greatest = Math.max(...sums, 1)
  return sums.length > 0 && greatest - Math.min(...sums) > tolerance * greatest
}
