import type { Viewer } from '#domain/accounts'
import type { BuildWish, BuildWork, SegmentBuild } from '#domain/segments'
import { DomainError } from '#kernel/result.ts'
import { selectDatasets } from '#store/maps.ts'
import { write } from '#store/open.ts'
import type { JobQueue } from '#store/queue.ts'
import { deleteBuild, dropBuildWork, insertBuild, replaceChoice, selectBuild, startBuildWork } from '#store/segmentBuilds.ts'
import { zoneName } from '../naming.ts'
import { loadAtlas, withAtlas, type Observatory } from '../observatory.ts'
import type { Issues } from '../regrouping/regroupingViews.ts'
import { areaSources } from './areaSources.ts'
import type { Begun, BuildView, TypedChoice, TypedWish } from './segmentViews.ts'
import { choiceOf } from './variableChoice.ts'
import { wishOf } from './wishOf.ts'

interface Tools {
  readonly obs: Observatory
  readonly queue: JobQueue
}

/** Gives a build to a job of the queue; what worked on it before is told to stop. */
async function send({ obs, queue }: Tools, build: SegmentBuild, work: BuildWork, wish: BuildWish | null): Promise<void> {
  const job = obs.newId()
  await write(obs.db, (writer) => startBuildWork(writer, build.id, { work, job, wish }))
  if (build.job !== null) await queue.builds.cancel(build.job)
  await queue.builds.send(job, build.id)
}

/** Keeps the choice of variables as a build of its own, or in the place of the one before, and has numbers of groups tried; or says what is wrong. */
export async function beginBuild(tools: Tools, viewer: Viewer, typed: TypedChoice): Promise<Begun> {
  const { obs } = tools
  const begun = await write(obs.db, async (writer) => {
    const atlas = await loadAtlas(writer, obs.caches)
    const former = typed.build === null ? null : await selectBuild(writer, typed.build)
    if (former && former.number !== null) throw new DomainError('segments.buildDone', { number: former.number })
    const found = await choiceOf(writer, await areaSources(writer, atlas), typed)
    if ('issues' in found) return found
    const { choice } = found
    const id = former?.id ?? obs.newId()
    if (former) await replaceChoice(writer, id, choice)
    else await insertBuild(writer, { id, territory: typed.root, choice, madeAt: obs.now(), madeBy: viewer.name })
    return { build: await selectBuild(writer, id), job: former?.job ?? null }
  })
  if ('issues' in begun) return begun
  await send(tools, { ...begun.build, job: begun.job }, 'measuring', null)
  return { id: begun.build.id }
}

const usual = (build: SegmentBuild): TypedWish => ({
  nameFr: build.wish?.name.fr ?? '',
  nameEn: build.wish?.name.en ?? '',
  levels: Array.from({ length: 3 }, (_, at) => String(build.wish?.levels[at] ?? (at === 0 ? '8' : ''))),
  restarts: String(build.wish?.restarts ?? 20),
})

/** A build: what was chosen, what was measured, how far its work is. */
export function buildView(obs: Observatory, id: string, typed: TypedWish | null, issues: Issues): Promise<BuildView> {
  return withAtlas(obs, async (reader, atlas) => {
    const build = await selectBuild(reader, id)
    const { territory, choice, candidates, work, progress, fault, number } = build
    const dataset = (await selectDatasets(reader)).find(({ code }) => code === choice.dataset)
    const labels = new Map(dataset?.measures.map((measure) => [measure.code, measure.label]))
    const title = dataset?.title ?? { fr: choice.dataset, en: choice.dataset }
    const sources = await areaSources(reader, atlas)
    const source = sources.find((each) => each.dataset === choice.dataset && each.root.code === territory)
    return {
      id,
      root: zoneName(atlas.geography.get(territory)),
      dataset: { code: choice.dataset, title, kind: dataset?.kind ?? '' },
      areas: source?.areas ?? 0,
      choice,
      labels,
      candidates,
      work,
      progress,
      fault,
      number,
      typed: typed ?? usual(build),
      issues,
    }
  })
}

/** Has the groups made, or says what is wrong with the wish. */
export async function askBuild(tools: Tools, id: string, typed: TypedWish): Promise<Issues> {
  const view = await buildView(tools.obs, id, typed, {})
  if (view.number !== null) throw new DomainError('segments.buildDone', { number: view.number })
  const found = wishOf(typed, view.areas)
  if ('issues' in found) return found.issues
  const build = await write(tools.obs.db, (writer) => selectBuild(writer, id))
  await send(tools, build, 'building', found.wish)
  return {}
}

/** Stops what is under way; what was measured before stays. */
export async function cancelBuild({ obs, queue }: Tools, id: string): Promise<void> {
  const job = await write(obs.db, async (writer) => {
    const build = await selectBuild(writer, id)
    await dropBuildWork(writer, id)
    return build.job
  })
  if (job !== null) await queue.builds.cancel(job)
}

/** Tries numbers of groups again, as after they were cancelled. */
export async function measureBuild(tools: Tools, id: string): Promise<void> {
  const build = await write(tools.obs.db, (writer) => selectBuild(writer, id))
  if (build.number !== null) throw new DomainError('segments.buildDone', { number: build.number })
  await send(tools, build, 'measuring', null)
}

/** Forgets a build; a classification that came of it stays. */
export async function removeBuild(tools: Tools, id: string): Promise<void> {
  await cancelBuild(tools, id)
  await write(tools.obs.db, (writer) => deleteBuild(writer, id))
}
