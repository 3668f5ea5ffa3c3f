import { kmeans, kmeansFrom, type KMeansFit, type Points } from '#stats/kmeans.ts'
import { silhouette } from '#stats/silhouette.ts'
import type { Scale, Transform } from '#stats/transformScale.ts'
import type { SourceFile } from '../files/sourceFile.ts'
import { assignTo, distancesOf } from './assignAreas.ts'
import { classifyDocument, type ClassifyDocument } from './classifyContract.ts'
import type { Assigned, ClassifyFiles } from './classifyFiles.ts'
import { readAreas, type Areas } from './readAreas.ts'
import { readCentroids, type GivenCentroids } from './readCentroids.ts'
import { readScaling, type StoredScaling } from './readScaling.ts'
import { hasDistinct, scaleAreas } from './scaleAreas.ts'
import { TableFaults } from './tableFaults.ts'

export interface ClassifySettings {
  readonly id: string
  /** `null`: all columns but the identifier. */
  readonly variables: readonly string[] | null
  readonly transform: Transform
  /** `null`: as the stored scaling says, else by the range. */
  readonly scale: Scale | null
  /** `null`: as many as there are centroids. */
  readonly k: number | null
  readonly restarts: number
  readonly seed: number
  readonly maxIterations: number
  readonly tolerance: number
  /** Whether the centroids given stay as they are. */
  readonly assignOnly: boolean
}

export interface ClassifyRequest extends ClassifySettings {
  readonly areas: SourceFile
  readonly centroids: SourceFile | null
  readonly scaling: SourceFile | null
  /** Told of the share of restarts that are done. */
  readonly watch: (share: number) => void
}

export interface ClassifyOutcome {
  readonly document: ClassifyDocument
  readonly files: ClassifyFiles
}

/** Above so many areas the silhouette is that of a sample. */
const silhouetteSample = 5000

interface Partition {
  readonly centroids: Float64Array
  readonly assigned: Assigned
  readonly sizes: readonly number[]
  readonly run: Pick<ClassifyDocument, 'wss' | 'iterations' | 'restarts' | 'bestRestart' | 'converged'>
}

function checkCount(areas: Areas, { assignOnly }: ClassifyRequest, k: number, faults: TableFaults): void {
  const { n } = areas.figures
  if (assignOnly) return
  if (n === 1) faults.add({ file: areas.file, line: areas.line[0] as number, code: 'areas.one' })
  else if (k > n) faults.add({ file: areas.file, value: `--k ${k}`, code: 'k.aboveAreas', expected: String(n) })
  else if (!hasDistinct(areas.figures, k)) faults.add({ file: areas.file, value: `--k ${k}`, code: 'k.aboveDistinct' })
  faults.refuse()
}

function partitionOf(points: Points, fit: KMeansFit): Partition {
  const { centroids, wss, iterations, restarts, bestRestart, converged } = fit
  const sizes = [...fit.sizes]
  const assigned = distancesOf(points, centroids, fit.assignment)
  return { centroids, assigned, sizes, run: { wss, iterations, restarts, bestRestart: bestRestart + 1, converged } }
}

function fixed(points: Points, { k, values }: GivenCentroids): Partition {
  const assigned = assignTo(points, values)
  const sizes = Array.from({ length: k }, () => 0)
  for (const c of assigned.cluster) sizes[c] = (sizes[c] ?? 0) + 1
  const wss = assigned.distance.reduce((sum, distance) => sum + distance * distance, 0)
  return { centroids: values, assigned, sizes, run: { wss, iterations: 0, restarts: 0, bestRestart: null, converged: true } }
}

function partition(points: Points, k: number, centroids: GivenCentroids | null, request: ClassifyRequest): Partition {
  if (centroids && request.assignOnly) return fixed(points, centroids)
  if (centroids) return partitionOf(points, kmeansFrom(points, centroids.values, request))
  const { restarts, watch } = request
  return partitionOf(
    points,
    kmeans(points, { ...request, k }, (done) => watch(done / restarts)),
  )
}

function silhouetteOf(points: Points, { assigned, sizes }: Partition, seed: number): number | null {
  if (sizes.filter((size) => size > 0).length < 2) return null
  return silhouette(points, assigned.cluster, { sample: silhouetteSample, seed })
}

/** How many clusters: as asked, which must be as many as the centroids given. */
function countOf({ k }: ClassifyRequest, areas: Areas, centroids: GivenCentroids | null, faults: TableFaults): number {
  if (k !== null && centroids && k !== centroids.k)
    faults.add({ file: areas.file, value: `--k ${k}`, code: 'k.notCentroids', expected: String(centroids.k) })
  faults.refuse()
  return k ?? centroids?.k ?? 1
}

function scaleOf({ scale }: ClassifyRequest, stored: StoredScaling | null): Scale {
  return scale ?? stored?.scale ?? 'range'
}

/**
 * Puts areas into clusters, or into those whose centroids are given.
 *
 * @throws TableRefused when a file is at fault: missing values, constant variables, areas given twice, more clusters than areas …
 */
export async function classifyFile(request: ClassifyRequest): Promise<ClassifyOutcome> {
  const began = performance.now()
  const faults = new TableFaults()
  const areas = await readAreas(request.areas, request, faults)
  const stored = request.scaling ? await readScaling(request.scaling, faults) : null
  const centroids = request.centroids ? await readCentroids(request.centroids, areas.variables, faults) : null
  const k = countOf(request, areas, centroids, faults)
  checkCount(areas, request, k, faults)
  const scale = scaleOf(request, stored)
  const mayBeConstant = request.assignOnly && scale === 'none'
  const { points, scaling } = scaleAreas(areas, { transform: request.transform, scale, stored, mayBeConstant }, faults)
  const found = partition(points, k, centroids, request)
  const document = classifyDocument.parse({
    schema: 'classify/1',
    n: points.n,
    k,
    variables: areas.variables,
    transform: request.transform,
    scale,
    seed: request.seed,
    ...found.run,
    sizes: found.sizes,
    silhouette: silhouetteOf(points, found, request.seed),
    adapted: [],
    seconds: (performance.now() - began) / 1000,
  })
  return { document, files: { areas, ...found, scale, scaling } }
}
