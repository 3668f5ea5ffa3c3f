import {
  candidateEvidence,
  candidatesOf,
  chooseVariables,
  scaleFigures,
  type BuildSettings,
  type SegmentBuild,
} from '#domain/segments'
import type { Geography } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import { silhouette } from '#stats/silhouette.ts'
import { read, write } from '#store/open.ts'
import type { BuildQueue } from '#store/queue.ts'
import { endBuildWork, selectBuild, tellBuildProgress, type BuildEnd } from '#store/segmentBuilds.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import { keepClassification, makeClassification } from './buildClassification.ts'
import { clusterOf } from './clusterOf.ts'
import { loadFigures } from './figures.ts'

const stop = { maxIterations: 300, tolerance: 1e-4 }
const bootstraps = 10
/** Areas above which numbers of groups are tried on a sample. */
const sample = 6000
/** Progress is written no more often than this. */
const everyMs = 250

interface Work {
  readonly obs: Observatory
  readonly build: SegmentBuild
  readonly job: string
  readonly signal: AbortSignal
  /** Says how far it is, and stops the work once nobody waits for it any more. */
  readonly tell: (share: number) => Promise<void>
}

class Unwanted extends Error {}

function loadChosen({ obs, build }: Work) {
  return read(obs.db, (reader) => loadFigures(reader, build.choice.dataset, build.territory))
}

async function measure(work: Work): Promise<void> {
  const { choice, id } = work.build
  const loaded = await loadChosen(work)
  const { points } = scaleFigures(chooseVariables(loaded.figures, choice.variables), choice)
  const candidates = await candidateEvidence(
    points,
    { candidates: candidatesOf(points.n), bootstraps, sample, seed: choice.seed },
    {
      fit: clusterOf({ restarts: 5, ...stop }, work.signal),
      refit: clusterOf({ restarts: 2, ...stop }, work.signal),
    },
    (done, all) => work.tell(done / all),
  )
  await end(work, id, { candidates })
}

async function end({ obs, job }: Work, id: string, ended: BuildEnd): Promise<void> {
  await write(obs.db, (writer) => endBuildWork(writer, id, job, ended))
}

function settingsOf({ choice, wish }: SegmentBuild): BuildSettings {
  if (!wish) throw new Error('a build without a wish')
  const { dataset, variables, transform, scale, seed } = choice
  return { dataset, variables, transform, scale, seed, levels: wish.levels, restarts: wish.restarts, ...stop }
}

/** The smallest territory that holds every area, or the root. */
function zoneOf(geography: Geography, root: string, areas: readonly string[]): string {
  const inside = geography
    .within(root, 'territory')
    .filter(({ code }) => areas.every((area) => geography.position(area, code) === 'inside'))
    .toSorted((a, b) => (a.population ?? Infinity) - (b.population ?? Infinity))
  return inside[0]?.code ?? root
}

async function make(work: Work): Promise<void> {
  const { obs, build, job } = work
  const settings = settingsOf(build)
  const loaded = await loadChosen(work)
  const careful = clusterOf(settings, work.signal)
  const parts = settings.levels.length > 1 ? 1 + (settings.levels[0] ?? 0) : 1
  let done = 0
  const made = await makeClassification(loaded, settings, build.choice.dropped, async (points, k, seed) => {
    await work.tell(Math.min(0.9, (0.9 * done++) / parts))
    return careful(points, k, seed)
  })
  await work.tell(0.9)
  const first = Int32Array.from(made.groups.areas, ({ segments }) => segments[0] ?? 0)
  const width = silhouette(made.groups.points, first, { sample: 1500, seed: settings.seed })
  const zone = await withAtlas(obs, async (_, { geography }) => zoneOf(geography, build.territory, loaded.figures.zones))
  await write(obs.db, async (writer) => {
    const about = { territory: build.territory, zone, name: build.wish?.name ?? { fr: '', en: '' }, madeBy: build.madeBy }
    const measured = { silhouette: width, candidates: build.candidates }
    const number = await keepClassification(writer, obs, about, made, measured)
    // Whoever cancelled in the last moment finds nothing kept.
    if (!(await endBuildWork(writer, build.id, job, { number }))) throw new Unwanted()
  })
}

async function workOn(obs: Observatory, id: string, job: string, signal: AbortSignal): Promise<void> {
  const build = await read(obs.db, (reader) => selectBuild(reader, id))
  if (build.job !== job) return
  let told = 0
  const tell = async (share: number): Promise<void> => {
    signal.throwIfAborted()
    const now = obs.now().getTime()
    if (now - told < everyMs && told > 0) return
    told = now
    if (!(await write(obs.db, (writer) => tellBuildProgress(writer, id, job, share)))) throw new Unwanted()
  }
  const work: Work = { obs, build, job, signal, tell }
  try {
    await (build.work === 'measuring' ? measure(work) : make(work))
  } catch (error) {
    if (error instanceof Unwanted) return
    // Stopped with the server: the next start takes it up again.
    if (signal.aborted) throw error
    const known = error instanceof DomainError
    const fault = known ? { code: error.code, params: error.params } : { code: 'segments.unexpected', params: {} }
    await end(work, id, { fault })
    if (!known) throw error
  }
}

/** Starts working off the builds of classifications in this process. A build that its analyst deleted meanwhile is no work any more. */
export async function workBuilds(obs: Observatory, queue: BuildQueue): Promise<void> {
  await queue.work(async ({ id, build }, signal) => {
    try {
      await workOn(obs, build, id, signal)
    } catch (error) {
      if (error instanceof DomainError && error.code === 'segments.buildUnknown') return
      throw error
    }
  })
}
