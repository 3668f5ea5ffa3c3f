import { serviceCodes, type Competence, type Place, type Procedure, type ServiceCode } from '#domain/territory'
import { insertColumns } from './insertColumns.ts'
import type { Reader, Writer } from './open.ts'
import { insertPlaces } from './places.ts'

export interface ServiceRows {
  readonly competences: readonly Competence[]
  readonly procedures: readonly Procedure[]
  readonly places: readonly Place[]
}

export async function insertServices(writer: Writer, rows: ServiceRows): Promise<void> {
  await insertColumns<ServiceCode>(
    writer,
    'service',
    { code: ['text', (code) => code], position: ['smallint', (code) => serviceCodes.indexOf(code)] },
    serviceCodes,
  )
  await insertColumns<Competence>(
    writer,
    'service_competence',
    {
      service: ['text', (each) => each.service],
      country: ['text', (each) => each.country],
      competent: ['text', (each) => each.competent],
      channels: ['jsonb', (each) => JSON.stringify(each.channels)],
    },
    rows.competences,
  )
  await insertProcedures(writer, rows.procedures)
  await insertPlaces(writer, rows.places)
}

async function insertProcedures(writer: Writer, procedures: readonly Procedure[]): Promise<void> {
  await insertColumns<Procedure>(
    writer,
    'procedure',
    {
      code: ['text', (each) => each.code],
      service: ['text', (each) => each.service],
      country: ['text', (each) => each.country],
      contact: ['text', (each) => each.contact],
      content: [
        'jsonb',
        ({ title, summary, documents, cost, delay }) => JSON.stringify({ title, summary, documents, cost, delay }),
      ],
      channels: ['jsonb', (each) => JSON.stringify(each.channels)],
      url: ['text', (each) => each.url],
    },
    procedures,
  )
}

export async function selectCompetences(reader: Reader): Promise<Competence[]> {
  const rows = await reader.selectFrom('service_competence').selectAll().orderBy('service').orderBy('country').execute()
  return rows as unknown as Competence[]
}

export async function selectProcedures(reader: Reader, service: string | null): Promise<Procedure[]> {
  const rows = await reader
    .selectFrom('procedure')
    .selectAll()
    .$if(service !== null, (query) => query.where('service', '=', service ?? ''))
    .orderBy('code')
    .execute()
  return rows.map(({ content, ...row }) => ({ ...row, ...(content as object) })) as unknown as Procedure[]
}
