import type { Classification, Segment } from '#domain/segments'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { classificationOfNumber, selectClassifications, selectSegments } from '#store/segments.ts'
import { zoneName } from '../naming.ts'
import { withAtlas, type Atlas, type Observatory } from '../observatory.ts'
import type { ClassificationAsked, ClassificationName, RegroupingList } from './regroupingViews.ts'

/** How many groups there are at each level, the coarsest first. */
function countsOf(segments: readonly Segment[]): number[] {
  const counts: number[] = []
  for (const { level } of segments) counts[level - 1] = (counts[level - 1] ?? 0) + 1
  return counts
}

export function nameOf({ geography }: Atlas, of: Classification, segments: readonly Segment[]): ClassificationName {
  const root = geography.get(of.territory)
  const { number, name, origin, state, synthetic } = of
  const finest = segments.filter(({ level }) => level === segments.at(-1)?.level)
  return {
    root: zoneName(root),
    zone: zoneName(geography.get(of.zone)),
    number,
    name,
    origin,
    state,
    synthetic,
    groups: countsOf(segments),
    areas: finest.reduce((sum, { areas }) => sum + areas, 0),
    madeAt: of.madeAt.toISOString(),
  }
}

/** A classification asked by its address, with its groups; refuses `segments.unknown`. */
export async function findClassification(
  reader: Reader,
  { root, number }: ClassificationAsked,
): Promise<{ readonly of: Classification; readonly segments: readonly Segment[] }> {
  if (!Number.isSafeInteger(number) || number < 1 || number > 2 ** 31 - 1)
    throw new DomainError('segments.unknown', { number: String(number) })
  const of = await classificationOfNumber(reader, root, number)
  return { of, segments: await selectSegments(reader, of) }
}

/** The groups of the finest level. */
export function finestOf(segments: readonly Segment[]): readonly Segment[] {
  const level = segments.reduce((most, each) => Math.max(most, each.level), 1)
  return segments.filter((each) => each.level === level)
}

/** Every classification of every root, the latest first within each. */
export function regroupingList(obs: Observatory): Promise<RegroupingList> {
  return withAtlas(obs, async (reader, atlas) => {
    const lists = []
    for (const root of atlas.geography.zones.filter(({ code, root }) => code === root))
      lists.push(...(await classificationNames(reader, atlas, root.code)))
    return { classifications: lists }
  })
}

export async function classificationNames(reader: Reader, atlas: Atlas, root: string): Promise<ClassificationName[]> {
  const found = await selectClassifications(reader, root)
  const names: ClassificationName[] = []
  for (const of of found) names.push(nameOf(atlas, of, await selectSegments(reader, of)))
  return names
}
