import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kmeansOfShared, sharedPoints } from '../../src/compute/kmeans.ts'
import { answerOf, runCommand } from '../commands.ts'
import { growth, interleave, median, secondsOf, type Contender, type Measurement, type Say, type Section } from '../harness.ts'
import { fillPoints, startRows } from '../kmeansPoints.ts'

const [n, d, k] = [240_000, 60, 69]
const stop = { maxIterations: 300, tolerance: 1e-4 }
const rounds = 2
const sizes = [30_000, 60_000, 120_000, 240_000]
const counts = [9, 17, 35, 69]
const python = '/usr/bin/python3'
const script = join(import.meta.dirname, '..', 'programs', 'kmeans.py')

interface Way extends Contender {
  /** Inertia of the last run. */
  readonly found: () => number
}

function ours(values: Float32Array, compact: boolean, clusters = k): Way {
  const points = sharedPoints({ n: values.length / d, d, k: clusters, compact })
  points.values.set(values)
  const start = startRows(values, d, clusters)
  let wss = Number.NaN
  const run = (): Promise<number> => secondsOf(async () => ({ wss } = await kmeansOfShared(points, start, stop)))
  return { name: `Passerelle, ${compact ? 'float32' : 'float64'} kept`, run, found: () => wss }
}

function peer(folder: string, precision: string, algorithm: string): Way {
  let wss = Number.NaN
  const run = async (): Promise<number> => {
    const printed = await runCommand(python, [script, folder, precision, algorithm, String(d), String(stop.maxIterations)])
    const [seconds = Number.NaN, , inertia = Number.NaN] = printed.split(' ').map(Number)
    wss = inertia
    return seconds
  }
  return { name: `scikit-learn, ${precision}, ${algorithm}`, run, found: () => wss }
}

/** How many times as fast the second is as the fastest of the first, by medians. */
function times(measurements: readonly Measurement[], precision: string): string {
  const of = (maker: string): number[] =>
    measurements.flatMap(({ name, values }) => (name.startsWith(maker) && name.includes(precision) ? [median(values)] : []))
  return (Math.min(...of('scikit-learn')) / Math.min(...of('Passerelle'))).toFixed(1)
}

async function compare(
  values: Float32Array,
  say: Say,
  peers: boolean,
): Promise<{ measurements: Measurement[]; notes: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  try {
    writeFileSync(join(folder, 'points.bin'), values)
    writeFileSync(join(folder, 'start.bin'), startRows(values, d, k))
    const theirs = ['float32', 'float64'].flatMap((precision) => ['lloyd', 'elkan'].map((way) => peer(folder, precision, way)))
    const ways = [...(peers ? theirs : []), ours(values, true), ours(values, false)]
    const measurements = await interleave(ways, peers ? rounds : 1, say)
    if (!peers) return { measurements, notes: [] }
    const inertias = ways.map((way) => `${way.name} ${way.found().toPrecision(10)}`)
    return {
      measurements,
      notes: [
        `${times(measurements, 'float32')} times as fast as the peer's best with float32 kept on both sides, ${times(measurements, 'float64')} times with float64.`,
        `Inertia: ${inertias.join('; ')}.`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function growing(values: Float32Array, say: Say): Promise<{ tables: Section['tables']; notes: string[] }> {
  const byN = await interleave(
    sizes.map((size) => ({ ...ours(values.subarray(0, size * d), false), name: `${size.toLocaleString('en')} points` })),
    1,
    say,
  )
  const byK = await interleave(
    counts.map((clusters) => ({ ...ours(values, false, clusters), name: `${clusters} clusters` })),
    1,
    say,
  )
  const slope = (measured: readonly Measurement[], at: readonly number[]): string =>
    growth(measured.map((each, i) => [at[i] ?? 1, median(each.values)])).toFixed(2)
  return {
    tables: [
      { unit: 'seconds, growing number of points', measurements: byN },
      { unit: 'seconds, growing number of clusters', measurements: byK },
    ],
    notes: [
      `Cost of a whole fit, iterations included, grows as points^${slope(byN, sizes)} and as clusters^${slope(byK, counts)}.`,
    ],
  }
}

/** One fit of 240,000 x 60 into 69 clusters from equal start rows with an equal stop rule, against scikit-learn in both precisions and by both its algorithms. */
export async function kmeansFit(say: Say): Promise<Section> {
  process.env.OPENBLAS_CORETYPE ??= 'Haswell'
  process.env.OPENBLAS_NUM_THREADS ??= '2'
  const peers = (await answerOf(python, ['-c', 'import sklearn; print(sklearn.__version__)'])) !== null
  const values = new Float32Array(n * d)
  fillPoints(values, d, 2)
  const weak = await compare(values, say, peers)
  fillPoints(values, d, 0.6)
  const strong = await compare(values, say, peers)
  const grown = await growing(values, say)
  return {
    title: 'k-means: one fit',
    about: `Seconds of one fit of ${n.toLocaleString('en')} points of ${d} coordinates into ${k} clusters, from the same ${k} start rows with the same stop rule (tolerance 1e-4). The points: 120 overlapping kinds of place in 10 latent dimensions, seen through ${d} variables with noise 0.6 (and 2: weak structure), asinh, scaled by range. OpenBLAS has 2 threads and its kernels for AVX2. Ours counts the start of its threads; the kernel is compiled already.`,
    tables: [
      { unit: 'seconds', measurements: strong.measurements },
      { unit: 'seconds, weak structure', measurements: weak.measurements },
      ...grown.tables,
    ],
    notes: peers
      ? [...strong.notes, ...weak.notes.map((note) => `Weak structure: ${note}`), ...grown.notes]
      : ['Peer skipped: scikit-learn is not installed.', ...grown.notes],
  }
}
