import { sql } from 'kysely'
import type { Bilingual } from '#kernel/bilingual.ts'
import { insertColumns } from './insertColumns.ts'
import type { Writer } from './open.ts'

/** A table of figures by zone on its way in; `figures` are in the order of the measures, `null` where there is none. */
export interface NewDataset {
  readonly code: string
  readonly kind: string
  readonly title: Bilingual
  readonly source: string
  readonly date: string
  readonly territory: string
  readonly measures: readonly {
    readonly code: string
    readonly label: Bilingual
    readonly unit: string
    /** Code of the measure in the same dataset that it is a part of. */
    readonly denominator: string | null
  }[]
  readonly rows: readonly { readonly zone: string; readonly figures: readonly (number | null)[] }[]
}

/** Writes a dataset with its measures and its figures. */
export async function insertDataset(writer: Writer, dataset: NewDataset): Promise<void> {
  await writer
    .insertInto('dataset')
    .values({
      code: dataset.code,
      kind: dataset.kind,
      title_fr: dataset.title.fr,
      title_en: dataset.title.en,
      source: dataset.source,
      reference_date: dataset.date,
    })
    .execute()
  await writer
    .insertInto('measure')
    .values(
      dataset.measures.map((measure, position) => ({
        dataset: dataset.code,
        position,
        code: measure.code,
        label_fr: measure.label.fr,
        label_en: measure.label.en,
        unit: measure.unit,
        denominator: measure.denominator,
      })),
    )
    .execute()
  for (let start = 0; start < dataset.rows.length; start += 2000) {
    const part = JSON.stringify(dataset.rows.slice(start, start + 2000))
    await sql`
      INSERT INTO measure_value (territory_id, dataset, zone, figures)
      SELECT ${dataset.territory}, ${dataset.code}, zone, figures
      FROM json_to_recordset(${part}::json) AS area(zone text, figures double precision[])`.execute(writer)
  }
}

/** A postcode that lies in a zone, with the share of its addresses there. */
export interface NewPostcode {
  readonly postcode: string
  readonly zone: string
  readonly share: number | null
  readonly lon: number | null
  readonly lat: number | null
}

/** Writes postcodes; those that are stored already are left as they are. */
export async function insertPostcodes(writer: Writer, postcodes: readonly NewPostcode[]): Promise<void> {
  await insertColumns<NewPostcode>(
    writer,
    'postcode',
    {
      postcode: ['text', (each) => each.postcode],
      zone: ['text', (each) => each.zone],
      share: ['double precision', (each) => each.share],
      lon: ['double precision', (each) => each.lon],
      lat: ['double precision', (each) => each.lat],
    },
    postcodes,
  )
}
