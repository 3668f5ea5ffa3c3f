import { createHash } from 'node:crypto'
import {
  buildGroups,
  chooseVariables,
  type AreaFigures,
  type BuildRecord,
  type BuildSettings,
  type BuiltGroups,
  type Cluster,
  type DroppedVariable,
  type Segment,
  type SegmentArea,
} from '#domain/segments'
import type { Bilingual } from '#kernel/bilingual.ts'
import { read, write, type Reader } from '#store/open.ts'
import { insertClassification, type NewClassification } from '#store/segments.ts'
import type { Observatory } from '../observatory.ts'
import { loadFigures, type LoadedFigures } from './figures.ts'

/** What a build needs beside its settings. */
export interface BuildRequest {
  readonly territory: string
  /** The zone whose areas are classified. */
  readonly zone: string
  readonly name: Bilingual
  readonly settings: BuildSettings
  readonly dropped: readonly DroppedVariable[]
  readonly madeBy: string | null
}

/** A classification that is made and not yet kept. */
export interface MadeClassification {
  readonly loaded: LoadedFigures
  /** The chosen variables alone. */
  readonly figures: AreaFigures
  readonly groups: BuiltGroups
  readonly record: BuildRecord
  readonly checksum: string
}

/** Equal groups and assignments have equal sums, on every machine. */
export function checksumOf(segments: readonly Segment[], areas: readonly SegmentArea[]): string {
  const bare = segments.map(({ level, number, parent, areas: count, centroid }) => [level, number, parent, count, centroid])
  return sha256(JSON.stringify([bare, areas]))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The sum of what goes into a build: areas, variables and figures. */
function checksumOfData({ zones, variables, values, people, households }: AreaFigures): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([zones, variables.map(({ measure, denominator }) => [measure, denominator])]))
  for (const numbers of [values, people, households])
    hash.update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength))
  return hash.digest('hex')
}

/** Makes a classification from what is stored; keeps nothing. Refuses as `buildGroups` and `loadFigures` do. */
export async function makeClassification(
  obs: Observatory,
  territory: string,
  settings: BuildSettings,
  dropped: readonly DroppedVariable[],
  cluster: Cluster,
): Promise<MadeClassification> {
  const loaded = await read(obs.db, (reader: Reader) => loadFigures(reader, settings.dataset, territory))
  const figures = chooseVariables(loaded.figures, settings.variables)
  const groups = await buildGroups(figures, settings, cluster)
  const record: BuildRecord = {
    method: 'segments/1',
    settings,
    variables: groups.variables,
    dropped,
    areas: figures.zones.length,
    dataChecksum: checksumOfData(figures),
    source: loaded.dataset.source,
    referenceDate: loaded.dataset.date,
    merge: null,
    refresh: null,
  }
  return { loaded, figures, groups, record, checksum: checksumOf(groups.segments, groups.areas) }
}

/** Makes a classification and keeps it as a draft; gives its number. */
export async function buildClassification(obs: Observatory, request: BuildRequest, cluster: Cluster): Promise<number> {
  const made = await makeClassification(obs, request.territory, request.settings, request.dropped, cluster)
  const kept: NewClassification = {
    territory: request.territory,
    id: obs.newId(),
    zone: request.zone,
    name: request.name,
    origin: 'build',
    basedOn: null,
    synthetic: made.loaded.dataset.kind === 'sample',
    record: made.record,
    evidence: { wss: made.groups.wss, betweenShare: made.groups.betweenShare, silhouette: null, candidates: [] },
    checksum: made.checksum,
    madeAt: obs.now(),
    madeBy: request.madeBy,
  }
  return write(obs.db, (writer) => insertClassification(writer, kept, made.groups.segments, made.groups.areas))
}
