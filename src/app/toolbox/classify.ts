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
import { hasDistinct, scaleAreas, weightedRows, type ScaledAreas } from './scaleAreas.ts'
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
  /** With fixed centroids: variables without a stored scaling find theirs from the areas. */
  readonly adapt: boolean
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
  const assigned = distancesOf(points, centroids, fit.assignment)
  return {
    centroids,
    assigned,
    sizes: [...fit.sizes],
    run: { wss, iterations, restarts, bestRestart: bestRestart + 1, converged },
  }
}

function fixed({ points, scaling }: ScaledAreas, { k, values }: GivenCentroids): Partition {
  const assigned = assignTo({ ...points, values: weightedRows(points.values, scaling) }, weightedRows(values, scaling))
  const sizes = Array.from({ length: k }, () => 0)
  for (const c of assigned.cluster) sizes[c] = (sizes[c] ?? 0) + 1
  const wss = assigned.distance.reduce((sum, distance) => sum + distance * distance, 0)
  return { centroids: values, assigned, sizes, run: { wss, iterations: 0, restarts: 0, bestRestart: null, converged: true } }
}

function partition(scaled: ScaledAreas, k: number, centroids: GivenCentroids | null, request: ClassifyRequest): Partition {
  if (centroids && request.assignOnly) return fixed(scaled, centroids)
  const { points } = scaled
  if (centroids) return partitionOf(points, kmeansFrom(points, centroids.values, request))
  const { restarts, watch } = request
  const fit = kmeans(points, { ...request, k }, (done) => watch(done / restarts))
  return partitionOf(points, fit)
}

function silhouetteOf(points: Points, { assigned }: Partition, seed: number): number | null {
  return silhouette(points, assigned.cluster, { sample: silhouetteSample, seed })
}

/** How many clusters: as asked, which must be as many as the centroids given. */
function countOf({ k }: ClassifyRequest, areas: Areas, centroids: GivenCentroids | null, faults: TableFaults): number {
  if (k !== null && centroids && k !== centroids.k)
    faults.add({ file: areas.file, value: `--k ${k}`, code: 'k.notCentroids', expected: String(centroids.k) })
  faults.refuse()
  return k ?? centroids?.k ?? 1
}

function checkStored(
  { name }: SourceFile,
  stored: StoredScaling,
  request: ClassifyRequest,
  areas: Areas,
  faults: TableFaults,
): void {
  const { scale, adapt, assignOnly } = request
  if (scale !== null && scale !== stored.scale)
    faults.add({ file: name, value: `--scale ${scale}`, code: 'scaling.otherScale', expected: stored.scale })
  const lacking = adapt ? [] : areas.variables.filter((variable) => !stored.of.has(variable))
  for (const value of lacking) faults.add({ file: name, value, code: 'scaling.lacks' })
  const weighted = Array.from(stored.of.values()).some(({ weight }) => weight !== 1)
  if (weighted && !assignOnly) faults.add({ file: name, column: 'weight', code: 'scaling.weights' })
}

/** The scale asked for, which a stored scaling must be of. */
function scaleOf(request: ClassifyRequest, areas: Areas, stored: StoredScaling | null, faults: TableFaults): Scale {
  if (stored && request.scaling) checkStored(request.scaling, stored, request, areas, faults)
  faults.refuse()
  return request.scale ?? stored?.scale ?? 'range'
}

interface Read {
  readonly areas: Areas
  readonly stored: StoredScaling | null
  readonly centroids: GivenCentroids | null
}

async function readAll(request: ClassifyRequest, faults: TableFaults): Promise<Read> {
  const areas = await readAreas(request.areas, request, faults)
  const stored = request.scaling ? await readScaling(request.scaling, faults) : null
  const centroids = request.centroids ? await readCentroids(request.centroids, areas.variables, faults) : null
  return { areas, stored, centroids }
}

/**
 * Puts areas into clusters, or into those whose centroids are given.
 *
 * @throws TableRefused when a file is at fault: missing values, constant variables, areas given twice, more clusters than areas …
 */
export async function classifyFile(request: ClassifyRequest): Promise<ClassifyOutcome> {
  const began = performance.now()
  const faults = new TableFaults()
  const { areas, stored, centroids } = await readAll(request, faults)
  const { transform, seed, assignOnly } = request
  const k = countOf(request, areas, centroids, faults)
  checkCount(areas, request, k, faults)
  const scale = scaleOf(request, areas, stored, faults)
  const adaptTo = request.adapt ? (centroids?.values ?? null) : null
  const wanted = { transform, scale, stored, adaptTo, mayBeConstant: assignOnly && scale === 'none' }
  const space = scaleAreas(areas, wanted, faults)
  const found = partition(space, k, centroids, request)
  const document = classifyDocument.parse({
    schema: 'classify/1',
    n: areas.figures.n,
    k,
    variables: areas.variables,
    transform,
    scale,
    seed,
    ...found.run,
    sizes: found.sizes,
    silhouette: silhouetteOf(space.points, found, seed),
    adapted: space.adapted,
    seconds: (performance.now() - began) / 1000,
  })
  return { document, files: { areas, ...found, scale, scaling: space.scaling } }
}
