import type { KMeansStop } from '#stats/kmeans.ts'
import type { LloydEnd } from '#stats/kmeansLloyd.ts'
import { octetOrder, writeCentroids } from './centroidTable.ts'
import type { Crew } from './crew.ts'
import { emptyFilled } from './emptyClusters.ts'
import type { Layout } from './kmeansLayout.ts'

export interface Prepared {
  readonly layout: Layout
  /** Mean of the columns' variances. */
  readonly variance: number
  /** Largest norm of a point about the centre. */
  readonly largest: number
}

function total(memory: WebAssembly.Memory, { blockTotals, blocks }: Layout): number {
  return new Float64Array(memory.buffer, blockTotals, blocks).reduce((sum, value) => sum + value, 0)
}

/** A column's sum shows that a coordinate is no number: which? */
function refuse(memory: WebAssembly.Memory, { n, d, compact, points }: Layout): never {
  const values = compact ? new Float32Array(memory.buffer, points, n * d) : new Float64Array(memory.buffer, points, n * d)
  const wrong = values.findIndex((value) => !Number.isFinite(value))
  throw new Error(
    wrong >= 0
      ? `point ${Math.floor(wrong / d)}, coordinate ${wrong % d} is ${values[wrong]}`
      : 'coordinates are too large to be added',
  )
}

/** Centre, variance, norms and quantised rows of points whose coordinates are in place. */
export function prepare(crew: Crew, layout: Layout): Prepared {
  const { n, d, slots, blocks } = layout
  const { buffer } = crew.memory
  crew.turnTo(layout)
  crew.all('columnSums')
  const sums = new Float64Array(buffer, layout.blockSums, blocks * slots * d)
  const means = new Float64Array(d)
  for (let b = 0; b < blocks; b++)
    for (let j = 0; j < d; j++) means[j] = (means[j] as number) + (sums[b * slots * d + j] as number) / n
  if (!means.every(Number.isFinite)) refuse(crew.memory, layout)
  sums.set(means)
  new Float32Array(buffer, layout.centre, d).set(means)
  crew.all('columnSquares')
  const variance = total(crew.memory, layout) / n / d
  crew.all('quantise')
  const largest = new Float32Array(buffer, layout.norms, n).reduce((most, norm) => Math.max(most, norm), 0)
  return { layout, variance, largest }
}

/** Forgets every label, bound and sum. */
function clear(memory: WebAssembly.Memory, layout: Layout, order: readonly number[]): void {
  const { n, d, k, slots, bounds, blocks, groups } = layout
  new Int32Array(memory.buffer, layout.labels, n).fill(-1)
  new Float32Array(memory.buffer, layout.lower, n * bounds).fill(Number.POSITIVE_INFINITY)
  new Float64Array(memory.buffer, layout.blockSums, blocks * slots * d).fill(0)
  new Int32Array(memory.buffer, layout.blockCounts, blocks * slots).fill(0)
  new Float32Array(memory.buffer, layout.moved, slots).fill(0)
  new Float32Array(memory.buffer, layout.groupMoved, Math.ceil(groups / 4) * 4).fill(0)
  new Int16Array(memory.buffer, layout.centroidRows, slots * layout.width).fill(0)
  new Int16Array(memory.buffer, layout.centroidOctets, slots * layout.width).fill(0)
  new Float32Array(memory.buffer, layout.centroidSteps, slots).fill(0)
  new Int32Array(memory.buffer, layout.original, slots).set(Int32Array.from({ length: slots }, (_, slot) => order[slot] ?? k))
}

/** The blocks' sums and sizes, added in the order of the blocks. */
function reduce(
  memory: WebAssembly.Memory,
  { d, slots, blocks, blockSums, blockCounts }: Layout,
): { sums: Float64Array; sizes: Int32Array } {
  const all = new Float64Array(memory.buffer, blockSums, blocks * slots * d)
  const counts = new Int32Array(memory.buffer, blockCounts, blocks * slots)
  const sums = new Float64Array(slots * d)
  const sizes = new Int32Array(slots)
  for (let b = 0; b < blocks; b++) {
    for (let at = 0, from = b * slots * d; at < sums.length; at++) sums[at] = (sums[at] as number) + (all[from + at] as number)
    for (let c = 0; c < slots; c++) sizes[c] = (sizes[c] as number) + (counts[b * slots + c] as number)
  }
  return { sums, sizes }
}

/** Moves centroids to their means and adds each one's way to what bounds are corrected by; gives the sum of squared moves. */
function move(memory: WebAssembly.Memory, layout: Layout, sums: Float64Array, sizes: Int32Array): number {
  const { d, k, octets } = layout
  const centroids = new Float64Array(memory.buffer, layout.centroids, k * d)
  const moved = new Float32Array(memory.buffer, layout.moved, k)
  const groupMoved = new Float32Array(memory.buffer, layout.groupMoved, layout.groups)
  const furthest = new Float64Array(layout.groups)
  let shift = 0
  for (let slot = 0; slot < k; slot++) {
    const size = sizes[slot] as number
    if (size === 0) continue
    let square = 0
    for (let at = slot * d; at < (slot + 1) * d; at++) {
      const mean = (sums[at] as number) / size
      square += (mean - (centroids[at] as number)) ** 2
      centroids[at] = mean
    }
    shift += square
    const way = Math.sqrt(square) * (1 + 1e-6)
    const group = Math.floor(slot / 8 / octets)
    furthest[group] = Math.max(furthest[group] as number, way)
    moved[slot] = (moved[slot] as number) + way
  }
  for (const [group, way] of furthest.entries()) groupMoved[group] = (groupMoved[group] as number) + way
  return shift
}

function aim(crew: Crew, { layout, largest }: Prepared): void {
  const reach = writeCentroids(crew.memory, layout)
  const moved = new Float32Array(crew.memory.buffer, layout.moved, layout.k).reduce((most, way) => Math.max(most, way), 0)
  crew.turnTo(layout, reach * (1 + 1e-6), 2e-6 * (largest + reach + moved))
}

/** Lloyd's algorithm as in #stats/kmeansLloyd.ts, by the kernel. `told` hears of every iteration. */
export function lloydOnThreads(
  crew: Crew,
  prepared: Prepared,
  start: Float64Array,
  { maxIterations, tolerance }: KMeansStop,
  told: (iteration: number) => void = () => {},
): LloydEnd {
  const { layout, variance } = prepared
  const { memory } = crew
  const { n, d, k } = layout
  const order = octetOrder(start, d)
  clear(memory, layout, order)
  const places = new Float64Array(memory.buffer, layout.centroids, k * d)
  for (const [slot, c] of order.entries()) places.set(start.subarray(c * d, (c + 1) * d), slot * d)
  let iterations = 0
  let converged = false
  while (iterations < maxIterations && !converged) {
    iterations++
    aim(crew, prepared)
    crew.all('assign')
    const changes = total(memory, layout)
    const { sums, sizes } = emptyFilled(memory, layout, order, reduce(memory, layout))
    const shift = move(memory, layout, sums, sizes)
    converged = shift <= tolerance * variance || changes === 0
    told(iterations)
  }
  aim(crew, prepared)
  crew.all('assign')
  crew.all('inertia')
  const centroids = new Float64Array(k * d)
  for (const [slot, c] of order.entries()) centroids.set(places.subarray(slot * d, (slot + 1) * d), c * d)
  const assignment = new Int32Array(memory.buffer, layout.labels, n).map((slot) => order[slot] as number)
  return { centroids, assignment, wss: total(memory, layout), iterations, converged }
}
