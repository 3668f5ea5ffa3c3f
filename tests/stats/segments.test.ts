import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { adjustedRand } from '#stats/adjustedRand.ts'
import { crossValidatedGini, gainsGini } from '#stats/gainsGini.ts'
import { hungarian } from '#stats/hungarian.ts'
import { profileIndex } from '#stats/profileIndex.ts'
import { hellinger, jensenShannon } from '#stats/profileSimilarity.ts'
import { transition } from '#stats/transition.ts'
import { conflictOf, cutTree, wardMerge } from '#stats/wardMerge.ts'
import { near } from './near.ts'

describe('a profile against a base', () => {
  // Byker ward against Newcastle, households: the file's other groups and the base's are put together in one.
  const byker = profileIndex([11, 400, 5996 - 411], [13_872, 11_643, 119_048 - 13_872 - 11_643])

  it('gives the index, its interval and the penetration of the published example', () => {
    const told = byker.rows.slice(0, 2).map((row) => ({
      share: (100 * (row.share ?? 0)).toFixed(2),
      index: row.index?.toFixed(0),
      interval: [row.lower?.toFixed(1), row.upper?.toFixed(1)],
      penetration: (100 * (row.penetration ?? 0)).toFixed(2),
      verdict: row.verdict,
    }))
    assert.deepEqual(told, [
      { share: '0.18', index: '2', interval: ['0.9', '2.8'], penetration: '0.08', verdict: 'under' },
      { share: '6.67', index: '68', interval: ['62.0', '75.0'], penetration: '3.44', verdict: 'under' },
    ])
  })

  it('holds indices to a mean of 100 over the base', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 900 })), { minLength: 2, maxLength: 12 }),
        (groups) => {
          fc.pre(groups.some(([f]) => f > 0))
          const { rows } = profileIndex(
            groups.map(([f]) => f),
            groups.map(([, c]) => c),
          )
          near(
            rows.reduce((sum, { base, index }) => sum + base * (index ?? 0), 0),
            100,
            1e-9,
          )
          for (const row of rows)
            assert.ok((row.lower ?? 0) <= (row.index ?? 0) + 1e-9 && (row.index ?? 0) <= (row.upper ?? 0) + 1e-9)
        },
      ),
    )
  })

  it('estimates nothing for a group that the base lacks, and refuses counts that cannot be', () => {
    assert.equal(profileIndex([0, 4], [0, 10]).rows[0]?.index, null)
    assert.throws(() => profileIndex([-1, 4], [5, 10]), /group 0 counts -1/)
    assert.throws(() => profileIndex([1], [0]), /nobody/)
  })
})

describe('the gains of a segmentation', () => {
  it('equal the published example', () => {
    near(gainsGini([1000, 2000, 3000, 4000], [100, 80, 60, 20]) ?? 0, 0.507692, 1e-6)
  })

  it('are 0 where every group uses a service alike, and unknown without users', () => {
    near(gainsGini([10, 20, 30], [1, 2, 3]) ?? 1, 0, 1e-12)
    assert.equal(gainsGini([10, 20], [0, 0]), null)
  })

  it('are no larger when judged by other areas than those that gave the order', () => {
    const folds = [
      { population: [100, 100, 100], users: [30, 20, 10] },
      { population: [100, 100, 100], users: [10, 20, 30] },
    ]
    assert.ok((crossValidatedGini(folds) ?? 0) < 0)
  })
})

describe('two profiles', () => {
  const [p, q] = [
    [0.1, 0.2, 0.3, 0.4],
    [0.15, 0.25, 0.35, 0.25],
  ]

  it('are as far apart as published', () => {
    near(hellinger(p, q), 0.1168499644, 1e-9)
    near(jensenShannon(p, q), 0.0196257438, 1e-8)
  })

  it('are 0 apart from themselves and 1 from one that shares nothing', () => {
    assert.ok(hellinger(p, p) < 1e-12)
    near(jensenShannon([1, 0], [0, 1]), 1, 1e-12)
    assert.throws(() => hellinger(p, [1, 0, 0, 0.1]), /add up/)
  })
})

describe('two partitions', () => {
  it('agree as scikit-learn says', () => {
    // sklearn.metrics.adjusted_rand_score([0,0,1,1,2,2,2], [0,0,1,2,2,2,1]) and ([0,0,1,1],[0,0,1,2])
    near(adjustedRand([0, 0, 1, 1], [0, 0, 1, 2]), 0.5714285714285714, 1e-12)
    near(adjustedRand([0, 0, 1, 1, 2, 2, 2], [0, 0, 1, 2, 2, 2, 1]), 0.2125, 1e-12)
  })

  it('are the same whatever their numbers', () => {
    near(adjustedRand([0, 0, 1, 2], [2, 2, 0, 1]), 1, 1e-12)
  })

  it('move by the weight that leaves its match', () => {
    const found = transition([0, 0, 1, 1], [1, 1, 0, 1], [1, 2, 3, 4])
    assert.deepEqual(found.matrix, [
      [0, 3],
      [3, 4],
    ])
    assert.deepEqual(found.matched, [1, 0])
    near(found.moved, 0.4, 1e-12)
    near(found.stability[1] ?? 0, 3 / 7, 1e-12)
  })
})

describe('the assignment of least cost', () => {
  const total = (costs: readonly (readonly number[])[], of: readonly number[]): number =>
    of.reduce((sum, column, row) => sum + (column < 0 ? 0 : (costs[row]?.[column] ?? 0)), 0)

  function bruteForce(costs: readonly (readonly number[])[], row = 0, taken = new Set<number>()): number {
    if (row === costs.length) return 0
    const columns = (costs[row] ?? []).map((cost, column) => ({ cost, column })).filter(({ column }) => !taken.has(column))
    return Math.min(...columns.map(({ cost, column }) => cost + bruteForce(costs, row + 1, new Set([...taken, column]))))
  }

  it('is that of all assignments tried', () => {
    const square = fc
      .integer({ min: 1, max: 5 })
      .chain((n) =>
        fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }), { minLength: n, maxLength: n }),
      )
    fc.assert(
      fc.property(square, (costs) => {
        const of = hungarian(costs)
        assert.equal(new Set(of).size, costs.length)
        assert.equal(total(costs, of), bruteForce(costs))
      }),
    )
  })

  it('leaves rows over where there are more rows than columns', () => {
    assert.deepEqual(hungarian([[5], [1], [3]]), [-1, 0, -1])
  })
})

describe('merging by the cost of Ward', () => {
  const centroids = [[0], [1], [10], [12]]
  const none = { mustMerge: [], cannotMerge: [] }

  it('costs what the sum of squares grows by', () => {
    const tree = wardMerge([[0], [1], [10]], [1, 1, 1], none)
    near(tree.steps[0]?.cost ?? 0, 0.5, 1e-12)
    near(tree.steps[1]?.cost ?? 0, (2 / 3) * 9.5 ** 2, 1e-9)
    assert.ok((tree.steps[1]?.kept ?? 1) < 1e-12)
  })

  it('holds locks', () => {
    const must = wardMerge(centroids, [1, 1, 1, 1], { mustMerge: [[0, 3]], cannotMerge: [] })
    assert.equal(must.forced, 1)
    assert.deepEqual(cutTree(must, 3), [0, 1, 2, 0])
    const apart = wardMerge(centroids, [1, 1, 1, 1], { mustMerge: [], cannotMerge: [[0, 1]] })
    assert.throws(() => cutTree(apart, 1), /2 to 4 groups/)
    const [a, b] = cutTree(apart, 2)
    assert.notEqual(a, b)
  })

  it('names a pair that must and may not be together', () => {
    const locks = {
      mustMerge: [
        [0, 1],
        [1, 2],
      ] as const,
      cannotMerge: [[0, 2]] as const,
    }
    assert.deepEqual(conflictOf(4, locks), [0, 2])
    assert.throws(() => wardMerge(centroids, [1, 1, 1, 1], locks), /groups 0 and 2/)
  })

  it('loses variance at every step and none before the first', () => {
    const points = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 20 })), {
      minLength: 2,
      maxLength: 9,
    })
    fc.assert(
      fc.property(points, (groups) => {
        const { steps } = wardMerge(
          groups.map(([at]) => [at]),
          groups.map(([, size]) => size),
          none,
        )
        assert.equal(steps.length, groups.length - 1)
        for (const [i, step] of steps.entries()) assert.ok(step.kept <= (steps[i - 1]?.kept ?? 1) + 1e-9)
      }),
    )
  })
})
