import { geography, type Geography, type GeographyEdition, type Measured } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import { read, type Database, type Reader } from '#store/open.ts'
import { versionOf } from '#store/stamp.ts'
import { currentEdition, selectParents, selectZones } from '#store/territory.ts'
import type { SurveyAnswers, WeightedMembers } from './answers.ts'
import type { PlacesByService } from './findings/measured.ts'
import type { MatrixResult } from './matrixResult.ts'
import { RecentValues } from './recentValues.ts'

/** What every use case works with; wired once by main. */
export interface Observatory {
  readonly db: Database
  readonly now: () => Date
  /** A new id, sorted by time (uuid v7). */
  readonly newId: () => string
  readonly caches: Caches
}

export interface Atlas {
  readonly edition: GeographyEdition
  readonly geography: Geography
}

/** Read-mostly data kept in memory under the version it was read at; a new version replaces the old. */
interface Caches {
  readonly atlas: RecentValues<Atlas>
  readonly answers: RecentValues<SurveyAnswers>
  readonly members: RecentValues<WeightedMembers>
  readonly matrices: RecentValues<MatrixResult>
  readonly placesByService: RecentValues<PlacesByService>
  readonly measured: RecentValues<readonly Measured[]>
}

export function observatory(db: Database, now: () => Date, newId: () => string): Observatory {
  return {
    db,
    now,
    newId,
    caches: {
      atlas: new RecentValues(1),
      answers: new RecentValues(4),
      members: new RecentValues(8),
      matrices: new RecentValues(200),
      placesByService: new RecentValues(4),
      measured: new RecentValues(2000),
    },
  }
}

/** The zones in force, or a refusal `observatory.empty` before any were loaded. */
export async function loadAtlas(reader: Reader, caches: Caches): Promise<Atlas> {
  const edition = await currentEdition(reader)
  if (!edition) throw new DomainError('observatory.empty')
  const version = await versionOf(reader, 'zones')
  return caches.atlas.get(`${edition.code} ${version}`, async () => {
    const zones = await selectZones(reader, edition.code)
    const parents = await selectParents(reader, edition.code)
    return { edition, geography: geography(zones, parents) }
  })
}

/** Runs queries on one state of the database with the zones at hand. */
export function withAtlas<T>(obs: Observatory, work: (reader: Reader, atlas: Atlas) => Promise<T>): Promise<T> {
  return read(obs.db, async (reader) => work(reader, await loadAtlas(reader, obs.caches)))
}
