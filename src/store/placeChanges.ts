import { sql } from 'kysely'
import { placeFieldCodes, type PlaceField, type PlacePatch, type PlacePosition, type ServiceCode } from '#domain/territory'
import type { Reader, Writer } from './open.ts'

/** A place as it is kept, open, closed or merged. */
export interface PlaceRecord {
  readonly code: string
  readonly values: Required<PlacePatch>
  readonly version: number
  readonly source: string | null
  readonly checkedOn: string | null
  /** The day it closed, ISO; `null` while it is open. */
  readonly closedOn: string | null
  /** Code of the place it was merged into. */
  readonly mergedInto: string | null
}

export const placeChangeKinds = [
  'created',
  'edited',
  'merged',
  'unmerged',
  'closed',
  'reopened',
  'imported',
  'contribution',
] as const
export type PlaceChangeKind = (typeof placeChangeKinds)[number]

/** What a change touched, before or after it: fields, and whether the place was closed or merged. */
export interface ChangedState extends PlacePatch {
  readonly closedOn?: string | null
  readonly mergedInto?: string | null
  /** Of the place that stayed: the one that was merged into it. */
  readonly mergedFrom?: string | null
}

export interface PlaceChange {
  readonly id: string
  readonly place: string
  /** The version that the change made. */
  readonly version: number
  readonly at: Date
  readonly actorId: string | null
  readonly actorName: string
  readonly organisation: string | null
  readonly kind: PlaceChangeKind
  readonly before: ChangedState
  readonly after: ChangedState
  readonly note: string | null
  /** Who accepted it, for what somebody else had signalled. */
  readonly acceptedBy: string | null
  readonly contribution: string | null
}

/** A place by its code whatever became of it, or `null`. */
export async function selectPlaceRecord(reader: Reader, code: string): Promise<PlaceRecord | null> {
  const row = await reader
    .selectFrom('place')
    .selectAll('place')
    .select((eb) =>
      eb
        .selectFrom('place_service as offered')
        .select(sql<string[] | null>`array_agg(offered.service ORDER BY offered.service)`.as('services'))
        .whereRef('offered.place', '=', 'place.code')
        .as('services'),
    )
    .where('code', '=', code)
    .executeTakeFirst()
  if (!row) return null
  const { organisation, phone, email, url, parking, address, postcode, town, zone, lon, lat, version, source } = row
  return {
    code,
    values: {
      nameFr: row.name_fr,
      nameEn: row.name_en,
      services: (row.services ?? []) as ServiceCode[],
      openingHours: row.opening_hours,
      stepFree: row.step_free,
      organisation,
      phone,
      email,
      url,
      parking,
      address,
      postcode,
      town,
      zone,
      point: lon === null || lat === null ? null : { lon, lat, position: row.position as PlacePosition },
    },
    version,
    source,
    checkedOn: row.checked_on,
    closedOn: row.closed_on,
    mergedInto: row.merged_into,
  }
}

const plainColumns: Readonly<Partial<Record<PlaceField, string>>> = {
  nameFr: 'name_fr',
  nameEn: 'name_en',
  organisation: 'organisation',
  openingHours: 'opening_hours',
  phone: 'phone',
  email: 'email',
  url: 'url',
  stepFree: 'step_free',
  parking: 'parking',
  address: 'address',
  postcode: 'postcode',
  town: 'town',
  zone: 'zone',
}

function columnsOf(patch: PlacePatch): Record<string, string | number | boolean | null> {
  const columns: Record<string, string | number | boolean | null> = {}
  for (const field of placeFieldCodes) {
    const column = plainColumns[field]
    if (column !== undefined && field in patch) columns[column] = (patch[field] ?? null) as string | boolean | null
  }
  if ('point' in patch) {
    columns['lon'] = patch.point?.lon ?? null
    columns['lat'] = patch.point?.lat ?? null
    columns['position'] = patch.point?.position ?? 'unknown'
  }
  return columns
}

/** What is set beside the fields by a change of a place. */
export interface PlaceMarks {
  /** The root of a new zone. */
  readonly root?: string | null
  readonly checkedOn?: string
  readonly closedOn?: string | null
  readonly mergedInto?: string | null
}

/**
 * Changes a place if it still has the version given, and raises that. `false` when somebody else was faster: of two at once the second waits for the
 * first and then finds another version.
 */
export async function updatePlace(
  writer: Writer,
  place: { readonly code: string; readonly version: number },
  patch: PlacePatch,
  marks: PlaceMarks,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('place')
    .set({
      ...columnsOf(patch),
      ...('root' in marks ? { root: marks.root } : {}),
      ...('checkedOn' in marks ? { checked_on: marks.checkedOn } : {}),
      ...('closedOn' in marks ? { closed_on: marks.closedOn } : {}),
      ...('mergedInto' in marks ? { merged_into: marks.mergedInto } : {}),
      version: place.version + 1,
      updated_at: at,
    })
    .where('code', '=', place.code)
    .where('version', '=', place.version)
    .executeTakeFirst()
  if (Number(numUpdatedRows) === 0) return false
  if (patch.services) await replaceServices(writer, place.code, patch.services)
  return true
}

async function replaceServices(writer: Writer, place: string, services: readonly string[]): Promise<void> {
  await writer.deleteFrom('place_service').where('place', '=', place).execute()
  if (services.length === 0) return
  await writer
    .insertInto('place_service')
    .values(services.map((service) => ({ place, service })))
    .execute()
}

export async function insertPlace(
  writer: Writer,
  code: string,
  values: Required<PlacePatch>,
  marks: { readonly root: string | null; readonly source: string; readonly checkedOn: string; readonly at: Date },
): Promise<void> {
  await writer
    .insertInto('place')
    .values({
      ...columnsOf(values),
      code,
      name_fr: values.nameFr,
      name_en: values.nameEn,
      root: marks.root,
      synthetic: false,
      source: marks.source,
      checked_on: marks.checkedOn,
      updated_at: marks.at,
      version: 1,
    })
    .execute()
  await replaceServices(writer, code, values.services)
}

export async function insertPlaceChange(writer: Writer, change: PlaceChange): Promise<void> {
  await writer
    .insertInto('place_change')
    .values({
      id: change.id,
      place: change.place,
      version: change.version,
      at: change.at,
      actor_id: change.actorId,
      actor_name: change.actorName,
      organisation: change.organisation,
      kind: change.kind,
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      note: change.note,
      accepted_by_name: change.acceptedBy,
      contribution_id: change.contribution,
    })
    .execute()
}

/** Every change of a place, the latest first; only those after a version when given. */
export async function selectPlaceChanges(reader: Reader, place: string, after: number = 0): Promise<PlaceChange[]> {
  const rows = await reader
    .selectFrom('place_change')
    .selectAll()
    .where('place', '=', place)
    .where('version', '>', after)
    .orderBy('version', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    place: row.place,
    version: row.version,
    at: row.at,
    actorId: row.actor_id,
    actorName: row.actor_name,
    organisation: row.organisation,
    kind: row.kind as PlaceChangeKind,
    before: row.before as ChangedState,
    after: row.after as ChangedState,
    note: row.note,
    acceptedBy: row.accepted_by_name,
    contribution: row.contribution_id,
  }))
}
