/** Where the parts of one set of points lie in the shared memory: addresses in bytes. Field by field what `open` in kernels/state.as reads. */
export interface Layout {
  readonly n: number
  readonly d: number
  readonly k: number
  readonly width: number
  readonly slots: number
  readonly groups: number
  readonly octets: number
  readonly bounds: number
  readonly blockSize: number
  readonly blocks: number
  readonly compact: boolean
  readonly points: number
  readonly quantised: number
  readonly norms: number
  readonly upper: number
  readonly lower: number
  readonly labels: number
  readonly blockSums: number
  readonly blockCounts: number
  readonly blockTotals: number
  readonly centroids: number
  readonly centre: number
  readonly centroidRows: number
  readonly centroidOctets: number
  readonly centroidSteps: number
  readonly centroidNorms: number
  readonly moved: number
  readonly groupMoved: number
  readonly original: number
  readonly scratch: number
  readonly scratchSize: number
  /** First byte after it all. */
  readonly end: number
}

export interface Shape {
  readonly n: number
  readonly d: number
  readonly k: number
  /** Coordinates kept as float32, and quantised when they are needed: less than half the memory. */
  readonly compact: boolean
}

/** Control words, header, then the sets of points. */
export const controlAt = 1024
export const headerAt = 2048
export const firstSetAt = 4096
/** What 32-bit addresses reach. */
export const memoryCeiling = 2 ** 32

const mostBlocks = 64
const leastInBlock = 256
/** A bit each in a mask; past 8 x this many clusters, groups grow. */
const mostGroups = 16
/** Points of a chunk, as in kernels/room.as. */
const chunk = 128

const up = (value: number, to: number): number => Math.ceil(value / to) * to

/** Blocks do not depend on the number of threads, so that sums are added in the same order whatever it is. */
export function layoutOf({ n, d, k, compact }: Shape, from: number, threads: number): Layout {
  let end = from
  const take = (bytes: number): number => {
    const at = up(end, 16)
    end = at + bytes
    return at
  }
  const width = up(d, 4)
  const slots = up(k, 8)
  const octets = Math.ceil(slots / 8 / mostGroups)
  const groups = Math.ceil(slots / 8 / octets)
  const bounds = up(groups, 4)
  const blockSize = up(Math.max(leastInBlock, Math.ceil(n / mostBlocks)), 4)
  const blocks = Math.ceil(n / blockSize)
  const scratchSize = up(192 + chunk * 4 * 6 + 256 + chunk * 16 * groups + chunk * width * 2, 64)
  return {
    n,
    d,
    k,
    width,
    slots,
    groups,
    octets,
    bounds,
    blockSize,
    blocks,
    compact,
    scratchSize,
    points: take(n * d * (compact ? 4 : 8)),
    quantised: take(compact ? 0 : n * width * 2),
    norms: take(n * 4),
    upper: take(n * 4),
    // A point's bounds are read four at a time.
    lower: take(n * bounds * 4 + 16),
    labels: take(n * 4),
    blockSums: take(blocks * slots * d * 8),
    blockCounts: take(blocks * slots * 4),
    blockTotals: take(blocks * 8),
    centroids: take(slots * d * 8),
    centre: take(up(d, 4) * 4),
    centroidRows: take(slots * width * 2),
    centroidOctets: take(slots * width * 2),
    centroidSteps: take(slots * 4),
    centroidNorms: take(slots * 4),
    moved: take(slots * 4),
    groupMoved: take(up(groups, 4) * 4),
    original: take(slots * 4),
    scratch: take(scratchSize * threads),
    end,
  }
}

/** The order of the header. */
export function headerOf(layout: Layout): number[] {
  const { n, d, width, slots, groups, octets, bounds, blockSize, compact } = layout
  const shape = [n, d, width, slots, groups, octets, bounds, blockSize, compact ? 1 : 0]
  const l = layout
  const rows = [l.points, l.quantised, l.norms, l.upper, l.lower, l.labels]
  const blocks = [l.blockSums, l.blockCounts, l.blockTotals]
  const table = [l.centroids, l.centre, l.centroidRows, l.centroidOctets, l.centroidSteps, l.centroidNorms]
  return shape.concat(rows, blocks, table, [l.moved, l.groupMoved, l.original, l.scratch, l.scratchSize])
}
