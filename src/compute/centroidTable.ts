import type { Layout } from './kmeansLayout.ts'

/** Norm of a quantised row, as in kernels/quantise.as. */
const fullNorm = 32_000

/**
 * Puts centroids (k x d, row-major) in an order in which those of one octet lie close together, since they share a lower bound: the one furthest from the
 * mean of those left, with its seven nearest, again and again. Gives the centroid of each place.
 */
export function octetOrder(centroids: Float64Array, d: number): number[] {
  const left = new Set(Array.from({ length: centroids.length / d }, (_, c) => c))
  const apart = (a: number, b: number): number => {
    let sum = 0
    for (let j = 0; j < d; j++) sum += ((centroids[a * d + j] as number) - (centroids[b * d + j] as number)) ** 2
    return sum
  }
  const order: number[] = []
  while (left.size > 0) {
    const rest = [...left]
    const spread = (c: number): number => rest.reduce((sum, other) => sum + apart(c, other), 0)
    const seed = rest.map((c) => [c, spread(c)] as const).reduce((a, b) => (b[1] > a[1] ? b : a))[0]
    const octet = rest.toSorted((a, b) => apart(seed, a) - apart(seed, b) || a - b).slice(0, 8)
    for (const c of octet) left.delete(c)
    order.push(...octet)
  }
  return order
}

/** Writes the centroids (in places, uncentred float64) as the kernel reads them besides: quantised, by rows and by octets. Gives the largest norm. */
export function writeCentroids(memory: WebAssembly.Memory, layout: Layout): number {
  const { d, k, slots, width } = layout
  const centroids = new Float64Array(memory.buffer, layout.centroids, slots * d)
  const centre = new Float32Array(memory.buffer, layout.centre, d)
  const rows = new Int16Array(memory.buffer, layout.centroidRows, slots * width)
  const octets = new Int16Array(memory.buffer, layout.centroidOctets, slots * width)
  const steps = new Float32Array(memory.buffer, layout.centroidSteps, slots)
  const norms = new Float32Array(memory.buffer, layout.centroidNorms, slots).fill(Number.POSITIVE_INFINITY)
  let reach = 0
  for (let slot = 0; slot < k; slot++) {
    let square = 0
    for (let j = 0; j < d; j++) square += ((centroids[slot * d + j] as number) - (centre[j] as number)) ** 2
    const norm = Math.sqrt(square)
    reach = Math.max(reach, norm)
    norms[slot] = square
    // Twice: the product enters the distance with a factor of 2.
    steps[slot] = (2 * norm) / fullNorm
    const scale = norm > 0 ? fullNorm / norm : 0
    const lane = (slot & 7) * 2
    for (let j = 0; j < d; j++) {
      const whole = Math.round(((centroids[slot * d + j] as number) - (centre[j] as number)) * scale)
      rows[slot * width + j] = whole
      octets[(slot >> 3) * width * 8 + (j >> 1) * 16 + lane + (j & 1)] = whole
    }
  }
  return reach
}
