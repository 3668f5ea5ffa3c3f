/**
 * The assignment of rows to columns with the least total cost, each row to one column and each column to one row at most; with more rows than columns some rows
 * get -1. O(n^3) by shortest augmenting paths (Jonker and Volgenant 1987). Costs are finite. Equals scipy's `linear_sum_assignment`.
 *
 * Example: `hungarian([[4, 1, 3], [2, 0, 5], [3, 2, 2]])` is `[1, 0, 2]`, a total of 5.
 */
export function hungarian(costs: readonly (readonly number[])[]): number[] {
  const rows = costs.length
  const columns = costs[0]?.length ?? 0
  if (rows <= columns) return assignRows(rows, columns, (i, j) => costs[i]?.[j] ?? 0)
  const ofColumn = assignRows(columns, rows, (j, i) => costs[i]?.[j] ?? 0)
  const found = Array.from({ length: rows }, () => -1)
  for (const [column, row] of ofColumn.entries()) found[row] = column
  return found
}

/** One column for every row, rows being no more than columns. Arrays hold a place 0 that stands for nothing yet. */
function assignRows(n: number, m: number, cost: (row: number, column: number) => number): number[] {
  const u = new Float64Array(n + 1)
  const v = new Float64Array(m + 1)
  const rowOf = new Int32Array(m + 1)
  const way = new Int32Array(m + 1)
  for (let row = 1; row <= n; row++) {
    rowOf[0] = row
    let column = 0
    const slack = new Float64Array(m + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(m + 1)
    do {
      used[column] = 1
      column = nextColumn({ u, v, rowOf, way, slack, used }, column, cost)
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      const from = way[column] as number
      rowOf[column] = rowOf[from] as number
      column = from
    }
  }
  const found = Array.from({ length: n }, () => -1)
  for (let j = 1; j <= m; j++) if (rowOf[j] !== 0) found[(rowOf[j] as number) - 1] = j - 1
  return found
}

interface Search {
  readonly u: Float64Array
  readonly v: Float64Array
  readonly rowOf: Int32Array
  readonly way: Int32Array
  readonly slack: Float64Array
  readonly used: Uint8Array
}

function nextColumn(
  { u, v, rowOf, way, slack, used }: Search,
  from: number,
  cost: (row: number, column: number) => number,
): number {
  const row = rowOf[from] as number
  let [delta, next] = [Number.POSITIVE_INFINITY, 0]
  for (let j = 1; j < v.length; j++) {
    if (used[j] === 1) continue
    const reduced = cost(row - 1, j - 1) - (u[row] as number) - (v[j] as number)
    if (reduced < (slack[j] as number)) {
      slack[j] = reduced
      way[j] = from
    }
    if ((slack[j] as number) < delta) [delta, next] = [slack[j] as number, j]
  }
  for (let j = 0; j < v.length; j++) {
    if (used[j] === 1) {
      u[rowOf[j] as number] = (u[rowOf[j] as number] as number) + delta
      v[j] = (v[j] as number) - delta
    } else slack[j] = (slack[j] as number) - delta
  }
  return next
}
