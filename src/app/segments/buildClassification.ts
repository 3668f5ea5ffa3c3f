import { createHash } from 'node:crypto'
import {
  buildGroups,
  chooseVariables,
  type AreaFigures,
  type BuildEvidence,
  type BuildRecord,
  type BuildSettings,
  type BuiltGroups,
  type Cluster,
  type DroppedVariable,
  type Segment,
  type SegmentArea,
} from '#domain/segments'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Writer } from '#store/open.ts'
import { insertClassification, type NewClassification } from '#store/segments.ts'
import type { Observatory } from '../observatory.ts'
import type { LoadedFigures } from './figures.ts'

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
export function checksumOfData({ zones, variables, values, people, households }: AreaFigures): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([zones, variables.map(({ measure, denominator }) => [measure, denominator])]))
  for (const numbers of [values, people, households])
    hash.update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength))
  return hash.digest('hex')
}

/** Makes a classification from figures that were read; keeps nothing. Refuses as `buildGroups` does. */
export async function makeClassification(
  loaded: LoadedFigures,
  settings: BuildSettings,
  dropped: readonly DroppedVariable[],
  cluster: Cluster,
): Promise<MadeClassification> {
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

/** What was measured to choose the number of groups by. */
type Measured = Pick<BuildEvidence, 'silhouette' | 'candidates'>

/** Keeps a classification as a draft; gives its number. */
export function keepClassification(
  writer: Writer,
  obs: Pick<Observatory, 'newId' | 'now'>,
  request: Omit<BuildRequest, 'settings' | 'dropped'>,
  made: MadeClassification,
  measured: Measured = { silhouette: null, candidates: [] },
): Promise<number> {
  const { groups, loaded, record, checksum } = made
  const kept: NewClassification = {
    ...request,
    id: obs.newId(),
    origin: 'build',
    basedOn: null,
    synthetic: loaded.dataset.kind === 'sample',
    record,
    evidence: { wss: groups.wss, betweenShare: groups.betweenShare, ...measured },
    checksum,
    madeAt: obs.now(),
  }
  return insertClassification(writer, kept, groups.segments, groups.areas)
}
