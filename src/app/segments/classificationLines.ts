import type { Classification, Segment } from '#domain/segments'
import { selectDatasets } from '#store/maps.ts'
import type { Reader } from '#store/open.ts'
import { selectOpenBuilds } from '#store/segmentBuilds.ts'
import { selectClassifications, selectSegments } from '#store/segments.ts'
import { zoneName } from '../naming.ts'
import { withAtlas, type Atlas, type Observatory } from '../observatory.ts'
import { nameOf } from '../regrouping/classificationNames.ts'
import type { ClassificationLine, ClassificationList, OpenBuild } from './segmentViews.ts'

export function lineOf(atlas: Atlas, of: Classification, segments: readonly Segment[]): ClassificationLine {
  const { madeBy, checksum, version } = of
  const publishedAt = of.publishedAt?.toISOString() ?? null
  return { ...nameOf(atlas, of, segments), madeBy, publishedAt, checksum, version }
}

async function openBuilds(reader: Reader, { geography }: Atlas): Promise<OpenBuild[]> {
  const [builds, datasets] = await Promise.all([selectOpenBuilds(reader), selectDatasets(reader)])
  const titles = new Map(datasets.map(({ code, title }) => [code, title]))
  return builds.flatMap(({ id, territory, choice, work, fault, madeAt, madeBy }) => {
    const root = geography.find(territory)
    if (!root) return []
    const dataset = titles.get(choice.dataset) ?? { fr: choice.dataset, en: choice.dataset }
    const variables = choice.variables.length
    return [{ id, root: zoneName(root), dataset, variables, work, failed: fault !== null, madeAt: madeAt.toISOString(), madeBy }]
  })
}

/** Every classification of every root, the latest first within each, and the builds on their way. */
export function classificationList(obs: Observatory): Promise<ClassificationList> {
  return withAtlas(obs, async (reader, atlas) => {
    const classifications: ClassificationLine[] = []
    for (const { code } of atlas.geography.zones.filter(({ code, root }) => code === root))
      for (const of of await selectClassifications(reader, code))
        classifications.push(lineOf(atlas, of, await selectSegments(reader, of)))
    return { classifications, builds: await openBuilds(reader, atlas) }
  })
}
