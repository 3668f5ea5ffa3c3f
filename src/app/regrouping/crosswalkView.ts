import { crosswalk } from '#domain/segments'
import { DomainError } from '#kernel/result.ts'
import { selectSegmentAreas } from '#store/segments.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import { classificationNames, findClassification, finestOf, nameOf } from './classificationNames.ts'
import type { ClassificationAsked, CrosswalkView } from './regroupingViews.ts'

/** From the groups of another version of the same territory to those of this one, at their finest levels. Without another asked, the one made just before. */
export function crosswalkView(obs: Observatory, asked: ClassificationAsked, from: number | null): Promise<CrosswalkView> {
  return withAtlas(obs, async (reader, atlas) => {
    const after = await findClassification(reader, asked)
    const names = await classificationNames(reader, atlas, after.of.territory)
    const choices = names.filter(({ number }) => number !== asked.number)
    const earlier = choices.find(({ number }) => number < asked.number) ?? choices[0]
    const number = from ?? earlier?.number ?? null
    if (number === null) throw new DomainError('segments.noOther', { number: asked.number })
    const before = await findClassification(reader, { root: asked.root, number })
    const [groupsBefore, groupsAfter] = [finestOf(before.segments), finestOf(after.segments)]
    const [areasBefore, areasAfter] = [await selectSegmentAreas(reader, before.of), await selectSegmentAreas(reader, after.of)]
    return {
      before: nameOf(atlas, before.of, before.segments),
      after: nameOf(atlas, after.of, after.segments),
      groupsBefore,
      groupsAfter,
      crosswalk: crosswalk(
        { areas: areasBefore, level: groupsBefore[0]?.level ?? 1 },
        { areas: areasAfter, level: groupsAfter[0]?.level ?? 1 },
      ),
      choices,
    }
  })
}
