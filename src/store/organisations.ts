import { sql } from 'kysely'
import type { CountryCode, Organisation, OrganisationKind } from '#domain/territory'
import type { Reader, Writer } from './open.ts'

/** An organisation as it is administered. */
export interface OrganisationRecord extends Organisation {
  /** `false` once it has ended: it keeps its past, and is offered no more. */
  readonly active: boolean
  /** Raised by every change, so that two editors can be told apart. */
  readonly version: number
  readonly people: number
  readonly places: number
}

function organisations(reader: Reader) {
  return reader
    .selectFrom('organisation')
    .selectAll('organisation')
    .select((eb) => [
      eb
        .selectFrom('membership')
        .select(sql<number>`count(DISTINCT user_id)::int`.as('people'))
        .whereRef('membership.organisation', '=', 'organisation.code')
        .as('people'),
      eb
        .selectFrom('place')
        .select(sql<number>`count(*)::int`.as('places'))
        .whereRef('place.organisation', '=', 'organisation.code')
        .where('place.merged_into', 'is', null)
        .where('place.closed_on', 'is', null)
        .as('places'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof organisations>['execute']>>[number]

function recordOf(row: Row): OrganisationRecord {
  return {
    code: row.code,
    name: { fr: row.name_fr, en: row.name_en },
    kind: row.kind as OrganisationKind,
    country: row.country as CountryCode,
    zone: row.zone,
    url: row.url,
    active: row.active,
    version: row.version,
    people: row.people ?? 0,
    places: row.places ?? 0,
  }
}

export async function selectOrganisationRecords(reader: Reader): Promise<OrganisationRecord[]> {
  return (await organisations(reader).orderBy('code').execute()).map((row) => recordOf(row))
}

export async function selectOrganisationRecord(reader: Reader, code: string): Promise<OrganisationRecord | null> {
  const row = await organisations(reader).where('organisation.code', '=', code).executeTakeFirst()
  return row ? recordOf(row) : null
}

export type OrganisationFields = Organisation & { readonly active: boolean }

function columnsOf({ name, kind, country, zone, url, active }: OrganisationFields) {
  return { name_fr: name.fr, name_en: name.en, kind, country, zone, url, active }
}

/** Adds an organisation; `false` when its code is taken. */
export async function insertOrganisation(writer: Writer, given: OrganisationFields): Promise<boolean> {
  const done = await writer
    .insertInto('organisation')
    .values({ code: given.code, ...columnsOf(given) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Changes an organisation that is still at `version`; `false` when somebody changed it meanwhile, or it is unknown. */
export async function updateOrganisation(writer: Writer, given: OrganisationFields, version: number): Promise<boolean> {
  const done = await writer
    .updateTable('organisation')
    .set({ ...columnsOf(given), version: version + 1 })
    .where('code', '=', given.code)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
