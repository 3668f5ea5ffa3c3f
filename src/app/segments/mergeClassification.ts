import {
  chooseVariables,
  mergeGroups,
  placeFigures,
  type BuildRecord,
  type Classification,
  type GroupsToMerge,
  type MergedGroups,
  type SegmentArea,
} from '#domain/segments'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import type { Reader, Writer } from '#store/open.ts'
import { insertClassification, selectSegmentAreas, type NewClassification } from '#store/segments.ts'
import type { Observatory } from '../observatory.ts'
import { checksumOf } from './buildClassification.ts'
import { loadFigures } from './figures.ts'

export interface MergeLocks {
  readonly mustMerge: readonly (readonly [number, number])[]
  readonly cannotMerge: readonly (readonly [number, number])[]
}

export interface MergeWish {
  readonly k: number
  readonly locks: MergeLocks
  readonly name: Bilingual
  readonly madeBy: string | null
}

/** The groups of a classification at its finest level with their areas' figures, placed in the space they were made in; refuses `segments.dataChanged` where an area has no figures any more. */
export async function loadGroups(reader: Reader, from: Classification): Promise<GroupsToMerge> {
  const { settings, variables } = from.record
  const [loaded, areas] = await Promise.all([
    loadFigures(reader, settings.dataset, from.territory),
    selectSegmentAreas(reader, from),
  ])
  const figures = chooseVariables(loaded.figures, settings.variables)
  const byZone = new Map(areas.map((area) => [area.zone, area]))
  const of = Int32Array.from(figures.zones, (zone) => finestOf(byZone.get(zone), zone))
  if (byZone.size !== figures.zones.length) throw new DomainError('segments.dataChanged', { zone: '', areas: byZone.size })
  const level = areas[0]?.segments.length ?? 1
  return { number: from.number, figures, variables, points: placeFigures(figures, variables, settings), of, level }
}

function finestOf(area: SegmentArea | undefined, zone: string): number {
  const group = area?.segments.at(-1)
  if (group === undefined) throw new DomainError('segments.dataChanged', { zone, areas: 0 })
  return group
}

/** Keeps merged groups as a new draft that names the one it was made from; gives its number. */
export function keepMerged(
  writer: Writer,
  obs: Pick<Observatory, 'newId' | 'now'>,
  from: Classification,
  merged: MergedGroups,
  wish: Pick<MergeWish, 'name' | 'madeBy'>,
): Promise<number> {
  const record: BuildRecord = { ...from.record, merge: merged.record }
  const kept: NewClassification = {
    territory: from.territory,
    id: obs.newId(),
    zone: from.zone,
    name: wish.name,
    origin: 'merge',
    basedOn: from.id,
    synthetic: from.synthetic,
    record,
    evidence: { wss: merged.wss, betweenShare: [merged.betweenShare], silhouette: null, candidates: [] },
    checksum: checksumOf(merged.segments, merged.areas),
    madeAt: obs.now(),
    madeBy: wish.madeBy,
  }
  return insertClassification(writer, kept, merged.segments, merged.areas)
}

/** Merges the finest groups of a classification into fewer and keeps them as a draft; gives its number. Refuses as `mergeGroups` and `loadGroups` do. */
export async function mergeClassification(
  writer: Writer,
  obs: Pick<Observatory, 'newId' | 'now'>,
  from: Classification,
  wish: MergeWish,
): Promise<number> {
  const merged = mergeGroups(await loadGroups(writer, from), wish.k, wish.locks)
  return keepMerged(writer, obs, from, merged, wish)
}
