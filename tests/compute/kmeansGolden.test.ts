import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { kmeansFrom } from '#stats/kmeans.ts'
import { kmeansFromOnThreads } from '../../src/compute/kmeans.ts'

interface Golden {
  readonly n: number
  readonly d: number
  readonly k: number
  readonly cases: readonly { tolerance: number; inertia: number; iterations: number; sizes: number[] }[]
}

const { n, d, k, cases }: Golden = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'golden', 'kmeans.expected.json'), 'utf8'),
)
const values = Float64Array.from({ length: n * d }, (_, at) => {
  const [i, j] = [Math.floor(at / d), at % d]
  return ((i * (131 + 17 * j)) % 997) / 997 + (((i % 7) * (j + 3)) % 7)
})
const points = { n, d, values }

describe("k-means from scikit-learn's start rows", () => {
  for (const { tolerance, inertia, iterations, sizes } of cases)
    it(`ends where it ends, with a tolerance of ${tolerance}`, async () => {
      const start = values.slice(0, k * d)
      const stop = { maxIterations: 300, tolerance }
      for (const fit of [kmeansFrom(points, start, stop), await kmeansFromOnThreads(points, start, stop)]) {
        assert.ok(Math.abs(fit.wss / inertia - 1) < 1e-9, `${fit.wss} against ${inertia}`)
        assert.equal(fit.iterations, iterations)
        assert.deepEqual([...fit.sizes], sizes)
      }
    })
})
