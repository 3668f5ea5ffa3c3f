import { random, seedOf } from '#kernel/random.ts'
import { adjustedRand } from '#stats/adjustedRand.ts'
import { firstComponent } from '#stats/firstComponent.ts'
import type { KMeansFit, Points } from '#stats/kmeans.ts'
import { quantiles } from '#stats/quantiles.ts'
import { separation } from '#stats/separation.ts'
import { silhouette } from '#stats/silhouette.ts'
import type { Cluster } from './buildGroups.ts'
import type { CandidateEvidence } from './classification.ts'
import { rowsOf } from './groupGeometry.ts'

export interface EvidenceWish {
  /** Numbers of groups to try, ascending. */
  readonly candidates: readonly number[]
  /** Samples drawn with replacement to see how far groups hold; none leaves stability out. */
  readonly bootstraps: number
  /** Above so many areas a seeded sample of them is measured. */
  readonly sample: number
  readonly seed: number
}

/** Told before each fit of how many are done; may stop the work by throwing. */
export type EvidenceWatch = (done: number, all: number) => Promise<void>

/** The numbers of groups worth trying on so many areas: 2 to 14, and no more than a third of them. */
export function candidatesOf(areas: number): number[] {
  const most = Math.min(14, Math.max(2, Math.floor(areas / 3)), areas)
  return Array.from({ length: Math.max(0, most - 1) }, (_, i) => i + 2)
}

/**
 * What to choose a number of groups by, for each that is tried: within-group squares, silhouette, share of the smallest and the largest, the places of the groups on
 * the first principal component with the areas that go from one candidate to the next (clustergram), and how far groups come back in bootstrap samples:
 * areas are drawn with replacement, put into groups, every area is given to the nearest of them, and this partition is set against the first (adjusted Rand index).
 *
 * `fit` is the careful search, `refit` the shorter one of bootstrap samples.
 */
export async function candidateEvidence(
  all: Points,
  wish: EvidenceWish,
  { fit, refit }: { readonly fit: Cluster; readonly refit: Cluster },
  watch: EvidenceWatch,
): Promise<CandidateEvidence[]> {
  const points = sampled(all, wish)
  const axis = firstComponent(points)
  const steps = wish.candidates.length * (1 + wish.bootstraps)
  const found: CandidateEvidence[] = []
  let before: KMeansFit | null = null
  let done = 0
  for (const k of wish.candidates) {
    await watch(done++, steps)
    const fitted: KMeansFit = await fit(points, k, wish.seed)
    const agreements: number[] = []
    for (let draw = 0; draw < wish.bootstraps; draw++) {
      await watch(done++, steps)
      agreements.push(await agreement(points, fitted, wish.seed, draw, refit))
    }
    found.push({
      k,
      wss: fitted.wss,
      silhouette: silhouette(points, fitted.assignment, { sample: 1500, seed: wish.seed }),
      smallest: Math.min(...fitted.sizes) / points.n,
      largest: Math.max(...fitted.sizes) / points.n,
      stability: agreements.length === 0 ? null : stabilityOf(agreements),
      positions: Array.from({ length: k }, (_, group) => placeOn(axis, points.d, fitted.centroids, group)),
      sizes: [...fitted.sizes],
      flows: before ? flowsOf(before.assignment, fitted.assignment) : [],
    })
    before = fitted
  }
  return found
}

function sampled(points: Points, { sample, seed }: EvidenceWish): Points {
  if (points.n <= sample) return points
  const all = Array.from({ length: points.n }, (_, i) => i)
  const rows = random(seed ^ seedOf('evidence'))
    .sample(all, sample)
    .toSorted((a, b) => a - b)
  return rowsOf(points, rows)
}

async function agreement(points: Points, fitted: KMeansFit, seed: number, draw: number, refit: Cluster): Promise<number> {
  const chance = random(seed ^ seedOf(`bootstrap ${fitted.k} ${draw}`))
  const rows = Array.from({ length: points.n }, () => chance.below(points.n))
  const again = await refit(rowsOf(points, rows), fitted.k, seed + draw + 1)
  return adjustedRand(fitted.assignment, separation(points, again.centroids).nearest)
}

function stabilityOf(agreements: readonly number[]): { mean: number; low: number; high: number } {
  const [low = 0, high = 0] = quantiles(Float64Array.from(agreements).toSorted(), [0.1, 0.9])
  return { mean: agreements.reduce((sum, each) => sum + each, 0) / agreements.length, low, high }
}

function placeOn(axis: Float64Array, d: number, centroids: Float64Array, group: number): number {
  return axis.reduce((sum, part, j) => sum + part * (centroids[group * d + j] ?? 0), 0)
}

function flowsOf(before: Int32Array, after: Int32Array): [number, number, number][] {
  const counts = new Map<string, [number, number, number]>()
  for (const [i, from] of before.entries()) {
    const to = after[i] ?? 0
    const flow = counts.get(`${from} ${to}`) ?? [from, to, 0]
    flow[2]++
    counts.set(`${from} ${to}`, flow)
  }
  return [...counts.values()].toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
}
