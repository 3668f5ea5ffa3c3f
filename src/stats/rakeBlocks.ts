/** What a block needs of a margin: the category index per row and the total to meet per category. */
interface BlockMargin {
  readonly codes: Int32Array
  readonly targets: Float64Array
}

/**
 * Consecutive margins crossed into one table. Within a block a margin is tallied and met on the cells of the table, so that a cycle
 * passes over the rows once per block and not twice per margin.
 */
export interface RakeBlock {
  readonly margins: readonly BlockMargin[]
  /** Per row: its cell of the crossed table, the last margin running fastest. */
  readonly cells: Int32Array
  /** Weighted total of each cell. */
  readonly table: Float64Array
  /** What the weights of each cell are to be multiplied by to follow the table. */
  readonly factors: Float64Array
}

// A larger table no longer lies in a processor's cache, and work on the tables stays a part of the work on the rows.
const MOST_CELLS = 65_536
const ROWS_PER_CELL = 8
const FEW_CELLS = 256

function crossed(margins: readonly BlockMargin[]): Int32Array {
  const [first, ...others] = margins
  if (!first) throw new RangeError('A block has at least one margin')
  if (others.length === 0) return first.codes
  const cells = first.codes.slice()
  for (const { codes, targets } of others) crossIn(cells, codes, targets.length)
  return cells
}

function crossIn(cells: Int32Array, codes: Int32Array, size: number): void {
  for (let row = 0; row < cells.length; row++) cells[row] = (cells[row] as number) * size + (codes[row] as number)
}

/** Consecutive margins together while their crossed table has at most so many cells. */
function grouped(margins: readonly BlockMargin[], most: number): BlockMargin[][] {
  const groups: BlockMargin[][] = []
  let size = Infinity
  for (const margin of margins) {
    size *= margin.targets.length
    if (size <= most) groups.at(-1)?.push(margin)
    else {
      groups.push([margin])
      size = margin.targets.length
    }
  }
  return groups
}

/**
 * Splits margins, in their order, into blocks: as few as can be while their crossed tables are small against the rows and the processor's cache, and
 * among these of tables as small as can be.
 *
 * @example rakeBlocks([sex, age, region], 3000) // sizes 2, 6, 40: 480 cells are too many for the rows => blocks of 12 and 40 cells
 */
export function rakeBlocks(margins: readonly BlockMargin[], rows: number): RakeBlock[] {
  let most = Math.min(MOST_CELLS, Math.max(FEW_CELLS, Math.floor(rows / ROWS_PER_CELL)))
  let groups = grouped(margins, most)
  for (;;) {
    most /= 2
    const smaller = grouped(margins, most)
    if (most < 2 || smaller.length > groups.length) break
    groups = smaller
  }
  return groups.map((group) => {
    const count = group.reduce((product, { targets }) => product * targets.length, 1)
    return {
      margins: group,
      cells: crossed(group),
      table: new Float64Array(count),
      factors: new Float64Array(count).fill(1),
    }
  })
}

/** Tallies the weights into the block's table. */
export function tallyRows({ cells, table }: RakeBlock, weights: Float64Array): void {
  table.fill(0)
  for (let row = 0; row < weights.length; row++) {
    const cell = cells[row] as number
    table[cell] = (table[cell] as number) + (weights[row] as number)
  }
}

/** Multiplies the weights by the factors of one block and tallies them into the table of another, in one pass. */
export function scaleAndTally(from: RakeBlock, into: RakeBlock, weights: Float64Array): void {
  const { factors, cells: scaled } = from
  const { table, cells: tallied } = into
  table.fill(0)
  for (let row = 0; row < weights.length; row++) {
    const weight = (weights[row] as number) * (factors[scaled[row] as number] as number)
    weights[row] = weight
    const cell = tallied[row] as number
    table[cell] = (table[cell] as number) + weight
  }
  factors.fill(1)
}

/** Weighted total of each category of each margin of the block, from its table. */
export function blockTotals({ margins, table }: RakeBlock): Float64Array[] {
  let inner = table.length
  return margins.map(({ targets }) => {
    const size = targets.length
    inner /= size
    return totalsAlong(table, size, inner)
  })
}

/** Totals of a table along one of its axes: `inner` cells of one category lie side by side, `size` categories follow each other. */
function totalsAlong(table: Float64Array, size: number, inner: number): Float64Array {
  const totals = new Float64Array(size)
  for (let start = 0; start < table.length;) {
    for (let k = 0; k < size; k++) {
      let sum = 0
      for (const end = start + inner; start < end; start++) sum += table[start] as number
      totals[k] = (totals[k] as number) + sum
    }
  }
  return totals
}

function multiplyAlong(block: RakeBlock, inner: number, byCategory: Float64Array): void {
  const { table, factors } = block
  for (let start = 0; start < table.length;) {
    for (let k = 0; k < byCategory.length; k++) {
      const factor = byCategory[k] as number
      for (const end = start + inner; start < end; start++) {
        table[start] = (table[start] as number) * factor
        // Kept a number in cells without weight too, where nothing holds it back.
        factors[start] = Math.min((factors[start] as number) * factor, Number.MAX_VALUE)
      }
    }
  }
}

/** Meets the block's margins one after the other on its table; the rows follow by its factors. */
export function meetBlock(block: RakeBlock): void {
  let inner = block.table.length
  for (const { targets } of block.margins) {
    const size = targets.length
    inner /= size
    const factors = totalsAlong(block.table, size, inner)
    for (let k = 0; k < size; k++) {
      const factor = (targets[k] as number) / (factors[k] as number)
      // Nothing to multiply (0 / 0, t / 0), or so little that the factor is no number.
      factors[k] = Number.isFinite(factor) ? factor : 0
    }
    multiplyAlong(block, inner, factors)
  }
}

/** Takes the weight from the cells of categories whose target is 0; true when there is such a category. */
export function emptyZeroTargets(block: RakeBlock): boolean {
  let inner = block.table.length
  let any = false
  for (const { targets } of block.margins) {
    inner /= targets.length
    if (!targets.includes(0)) continue
    any = true
    multiplyAlong(
      block,
      inner,
      targets.map((target) => (target === 0 ? 0 : 1)),
    )
  }
  return any
}
