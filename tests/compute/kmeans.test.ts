import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { random } from '#kernel/random.ts'
import { kmeans, kmeansFrom, type KMeansFit, type Points } from '#stats/kmeans.ts'
import { loadKernel } from '../../src/compute/kernel.ts'
import { kmeansFromOnThreads, kmeansOfShared, kmeansOnThreads, sharedPoints } from '../../src/compute/kmeans.ts'

const stop = { maxIterations: 100, tolerance: 1e-6 }

/** Clusters that overlap, far from the origin; `grid` rounds them, so that many distances are equal. */
function cloud(n: number, d: number, seed: number, grid = 0): Points {
  const chance = random(seed)
  const middles = Array.from({ length: 12 * d }, () => chance.normal())
  const values = Float64Array.from({ length: n * d }, (_, at) => {
    const cluster = (Math.floor(at / d) * 7919) % 12
    const value = 5 + (middles[cluster * d + (at % d)] as number) + 0.8 * chance.normal()
    return grid > 0 ? Math.round(value / grid) * grid : value
  })
  return { n, d, values }
}

const firstRows = ({ d, values }: Points, k: number): Float64Array => values.slice(0, k * d)

function assertEqual(fast: KMeansFit, plain: KMeansFit): void {
  assert.deepEqual(fast.assignment, plain.assignment)
  assert.deepEqual(fast.sizes, plain.sizes)
  assert.equal(fast.iterations, plain.iterations)
  assert.ok(Math.abs(fast.wss - plain.wss) <= 1e-12 * plain.wss, `${fast.wss} against ${plain.wss}`)
  const worst = plain.centroids.reduce((most, value, at) => Math.max(most, Math.abs(value - (fast.centroids[at] as number))), 0)
  assert.ok(worst < 1e-12, `a centroid is ${worst} away`)
}

describe('k-means on threads', () => {
  for (const [n, d, k] of [
    [1000, 5, 7],
    [3001, 13, 20],
    [700, 4, 1],
    [2000, 8, 150],
    [40, 3, 40],
  ] as const)
    it(`gives what the plain twin gives: ${n} points of ${d}, ${k} clusters`, async () => {
      const points = cloud(n, d, n)
      assertEqual(await kmeansFromOnThreads(points, firstRows(points, k), stop), kmeansFrom(points, firstRows(points, k), stop))
    })

  it('breaks equal distances as the twin does', async () => {
    const points = cloud(2000, 3, 3, 1)
    assertEqual(await kmeansFromOnThreads(points, firstRows(points, 9), stop), kmeansFrom(points, firstRows(points, 9), stop))
  })

  it('fills empty clusters as the twin does', async () => {
    const points = cloud(1500, 4, 5)
    const start = Float64Array.from({ length: 6 * 4 }, (_, at) => (at < 12 ? (points.values[at] as number) : 1000 + at))
    assertEqual(await kmeansFromOnThreads(points, start, stop), kmeansFrom(points, start, stop))
  })

  it('keeps the same restart as the twin', async () => {
    const points = cloud(600, 4, 11)
    const options = { ...stop, k: 5, restarts: 4, seed: 9 }
    const [fast, plain] = [await kmeansOnThreads(points, options), kmeans(points, options)]
    assertEqual(fast, plain)
    assert.equal(fast.bestRestart, plain.bestRestart)
  })

  it('gives equal bytes on one, two and three threads', async () => {
    const points = cloud(5000, 6, 21)
    const [one, ...others] = await Promise.all(
      [1, 2, 3].map((threads) => kmeansFromOnThreads(points, firstRows(points, 10), stop, { threads })),
    )
    for (const other of others) assert.deepEqual(other, one)
  })

  it('keeps float32 where asked, and then gives what the twin gives of the rounded points', async () => {
    const rounded = cloud(3000, 10, 31).values.map(Math.fround)
    const points = { n: 3000, d: 10, values: rounded }
    const shared = sharedPoints({ n: 3000, d: 10, k: 25, compact: true })
    shared.values.set(rounded)
    const start = firstRows(points, 25)
    assertEqual(await kmeansOfShared(shared, start, stop), kmeansFrom(points, start, stop))
  })

  it('tells of its progress and ends when it is told to', async () => {
    const points = cloud(20_000, 10, 41)
    const control = new AbortController()
    const heard: number[] = []
    const fit = kmeansOnThreads(
      points,
      { k: 40, restarts: 1000, seed: 1, maxIterations: 300, tolerance: 0 },
      {
        signal: control.signal,
        told: (_restarts, iteration) => {
          heard.push(iteration)
          if (iteration === 3) control.abort()
        },
      },
    )
    await assert.rejects(fit, { name: 'AbortError' })
    assert.ok(heard.includes(1))
  })

  it('refuses what cannot be clustered, naming it', async () => {
    const points = cloud(10, 2, 1)
    await assert.rejects(kmeansFromOnThreads(points, new Float64Array(22), stop), /11 clusters cannot be made of 10 points/)
    points.values[5] = Number.NaN
    await assert.rejects(kmeansFromOnThreads(points, new Float64Array(4), stop), /point 2, coordinate 1 is NaN/)
    assert.throws(() => sharedPoints({ n: 2 ** 27, d: 8, k: 2, compact: false }), /reaches 4,294/)
  })
})

describe('the kernel', () => {
  it('is compiled into a cache once, and in memory where none can be written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'passerelle-kernel-'))
    try {
      const made = await loadKernel(folder)
      const kept = readdirSync(folder)
      assert.equal(kept.length, 1)
      assert.deepEqual(WebAssembly.Module.exports(await loadKernel(folder)), WebAssembly.Module.exports(made))
      assert.deepEqual(readdirSync(folder), kept)
      // A file stands where the folder would be.
      const nowhere = await loadKernel(join(folder, kept[0] as string))
      assert.deepEqual(WebAssembly.Module.exports(nowhere), WebAssembly.Module.exports(made))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
