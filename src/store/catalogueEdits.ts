import type { Bilingual } from '#kernel/bilingual.ts'
import type { ChannelCode, Competence, CountryCode, Procedure, ServiceCode } from '#domain/territory'
import type { Reader, Writer } from './open.ts'

/** What one contact costs by a channel, in which year, according to whom, and what that includes. */
export interface ChannelCost {
  readonly service: ServiceCode
  readonly country: CountryCode
  readonly channel: ChannelCode
  readonly amount: number
  readonly currency: 'EUR' | 'GBP'
  readonly year: number
  readonly includes: string
  readonly source: string
}

/** Costs of one service, or of all. */
export async function selectCosts(reader: Reader, service: ServiceCode | null): Promise<ChannelCost[]> {
  const rows = await reader
    .selectFrom('channel_cost')
    .select(['service', 'country', 'channel', 'amount', 'currency', 'year', 'includes', 'source'])
    .$if(service !== null, (query) => query.where('service', '=', service ?? ''))
    .orderBy('service')
    .orderBy('country')
    .orderBy('channel')
    .execute()
  return rows as ChannelCost[]
}

/** The competence of each country for a service, with its version. */
export async function selectCompetenceRecords(
  reader: Reader,
  service: ServiceCode,
): Promise<(Competence & { readonly version: number })[]> {
  const rows = await reader
    .selectFrom('service_competence')
    .selectAll()
    .where('service', '=', service)
    .orderBy('country')
    .execute()
  return rows as unknown as (Competence & { version: number })[]
}

/**
 * Says who is competent for a service in a country, by which channels, and what they cost. `version` is the one that was read, 0 where there was none;
 * `false` when somebody changed it meanwhile.
 */
export async function saveCompetence(
  writer: Writer,
  given: Competence,
  costs: readonly ChannelCost[],
  version: number,
): Promise<boolean> {
  const { service, country, competent } = given
  const channels = JSON.stringify(given.channels)
  const done = await writer
    .insertInto('service_competence')
    .values({ service, country, competent, channels })
    .onConflict((conflict) =>
      conflict
        .columns(['service', 'country'])
        .doUpdateSet({ competent, channels, version: version + 1 })
        .where('service_competence.version', '=', version),
    )
    .executeTakeFirst()
  if (done.numInsertedOrUpdatedRows !== 1n) return false
  await writer.deleteFrom('channel_cost').where('service', '=', service).where('country', '=', country).execute()
  if (costs.length > 0)
    await writer
      .insertInto('channel_cost')
      .values([...costs])
      .execute()
  return true
}

/** A procedure as it is administered. */
export type ProcedureRecord = Procedure & { readonly version: number }

interface ProcedureText {
  readonly title: Bilingual
  readonly summary: Bilingual
  readonly documents: readonly Bilingual[]
  readonly cost: Bilingual
  readonly delay: Bilingual
}

function procedures(reader: Reader) {
  return reader.selectFrom('procedure').selectAll()
}

type ProcedureRow = Awaited<ReturnType<ReturnType<typeof procedures>['execute']>>[number]

function procedureOf({ content, channels, ...row }: ProcedureRow): ProcedureRecord {
  return {
    ...(content as ProcedureText),
    code: row.code,
    service: row.service as ServiceCode,
    country: row.country as CountryCode,
    channels: channels as ChannelCode[],
    contact: row.contact,
    url: row.url,
    version: row.version,
  }
}

export async function selectProcedureRecords(reader: Reader): Promise<ProcedureRecord[]> {
  return (await procedures(reader).orderBy('service').orderBy('country').orderBy('code').execute()).map((row) => procedureOf(row))
}

export async function selectProcedureRecord(reader: Reader, code: string): Promise<ProcedureRecord | null> {
  const row = await procedures(reader).where('code', '=', code).executeTakeFirst()
  return row ? procedureOf(row) : null
}

/** Changes what is said of a procedure that is still at its version; `false` when somebody changed it meanwhile. */
export async function updateProcedure(writer: Writer, procedure: ProcedureRecord): Promise<boolean> {
  const { code, title, summary, documents, cost, delay, channels, contact, url, version } = procedure
  const done = await writer
    .updateTable('procedure')
    .set({
      content: JSON.stringify({ title, summary, documents, cost, delay }),
      channels: JSON.stringify(channels),
      contact,
      url,
      version: version + 1,
    })
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
