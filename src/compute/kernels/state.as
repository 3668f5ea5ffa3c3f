// Where everything lies in the shared memory. The header is written by src/compute/kmeansLayout.ts: the order of its fields is the order below.

export let n: i32 = 0
export let d: i32 = 0
/** Coordinates of a quantised row: d rounded up to a multiple of 4, the rest 0. */
export let width: i32 = 0
/** Centroids in whole octets: k rounded up to a multiple of 8, the rest infinitely far. */
export let slots: i32 = 0
/** Groups of centroids that share one lower bound, and octets in a group. */
export let groups: i32 = 0
export let octets: i32 = 0
/** Groups rounded up to a multiple of 4: the row of a point's lower bounds. */
export let bounds: i32 = 0
export let blockSize: i32 = 0
/** 1: coordinates are stored as float32 and rows are quantised when they are needed. 0: float64 and quantised rows beside them. */
export let compact: i32 = 0

export let points: usize = 0
export let quantised: usize = 0
export let norms: usize = 0
export let upper: usize = 0
export let lower: usize = 0
export let labels: usize = 0
export let blockSums: usize = 0
export let blockCounts: usize = 0
/** One float64 of each block: changes of label, sums of squares. */
export let blockTotals: usize = 0
export let centroids: usize = 0
export let centre: usize = 0
export let centroidRows: usize = 0
export let centroidOctets: usize = 0
export let centroidSteps: usize = 0
export let centroidNorms: usize = 0
export let moved: usize = 0
export let groupMoved: usize = 0
export let original: usize = 0
/** This thread's own room. */
export let scratch: usize = 0

/** Largest norm of a centroid, about the centre. */
export let reach: f32 = 0
/** What rounding may have cost a bound since it was stored. */
export let slack: f32 = 0

const scalars = 64

function field(header: usize, at: i32): i32 {
  return load<i32>(header + (<usize>at << 2))
}

function address(header: usize, at: i32): usize {
  return <usize>load<u32>(header + (<usize>at << 2))
}

export function open(header: usize, thread: i32): void {
  n = field(header, 0)
  d = field(header, 1)
  width = field(header, 2)
  slots = field(header, 3)
  groups = field(header, 4)
  octets = field(header, 5)
  bounds = field(header, 6)
  blockSize = field(header, 7)
  compact = field(header, 8)
  points = address(header, 9)
  quantised = address(header, 10)
  norms = address(header, 11)
  upper = address(header, 12)
  lower = address(header, 13)
  labels = address(header, 14)
  blockSums = address(header, 15)
  blockCounts = address(header, 16)
  blockTotals = address(header, 17)
  centroids = address(header, 18)
  centre = address(header, 19)
  centroidRows = address(header, 20)
  centroidOctets = address(header, 21)
  centroidSteps = address(header, 22)
  centroidNorms = address(header, 23)
  moved = address(header, 24)
  groupMoved = address(header, 25)
  original = address(header, 26)
  scratch = address(header, 27) + <usize>thread * address(header, 28)
  reach = load<f32>(header + scalars * 4)
  slack = load<f32>(header + scalars * 4 + 4)
}

/** Coordinate j of point i, exactly as stored. */
export function coordinate(i: i32, j: i32): f64 {
  const at = <usize>i * <usize>d + <usize>j
  if (compact) return <f64>load<f32>(points + (at << 2))
  return load<f64>(points + (at << 3))
}

export function blockEnd(block: i32): i32 {
  return min((block + 1) * blockSize, n)
}
