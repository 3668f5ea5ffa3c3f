import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '#store/open.ts'

type Polygons = readonly (readonly (readonly (readonly [number, number])[])[])[]

const communesFile = join(import.meta.dirname, '../../../shared/data/boundaries/pas-de-calais/communes-62-pas-de-calais.geojson')

/** Why tests with real outlines cannot run here, or `false` when they can. */
export const noOutlines: string | false = existsSync(communesFile) ? false : 'the boundaries of the shared data are absent'

interface Communes {
  readonly features: readonly {
    readonly properties: { readonly code: string }
    readonly geometry: { readonly type: string; readonly coordinates: Polygons | Polygons[number] }
  }[]
}

/** The real outlines of the communes of the Pas-de-Calais as of 2018, by code. */
export function communeOutlines(): ReadonlyMap<string, Polygons> {
  const { features } = JSON.parse(readFileSync(communesFile, 'utf8')) as Communes
  return new Map(
    features.map(({ properties, geometry }) => [
      properties.code,
      (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Polygons,
    ]),
  )
}

/** Puts outlines in the place of schematic cells, and tells everybody. */
export async function drawOutlines(db: Database, outlines: ReadonlyMap<string, Polygons>): Promise<void> {
  const codes = [...outlines.keys()]
  await db.pool.query(
    `UPDATE zone_shape SET polygons = drawn.polygons, schematic = false
     FROM unnest($1::text[], $2::jsonb[]) AS drawn (code, polygons) WHERE zone_shape.code = drawn.code`,
    [codes, codes.map((code) => JSON.stringify(outlines.get(code)))],
  )
  await db.pool.query(`UPDATE data_version SET version = version + 1 WHERE scope = 'zones'`)
}

/** A table of figures for the communes of the Pas-de-Calais: a median that a small commune's source withholds, and a count with its denominator. */
export async function addFigures(db: Database): Promise<void> {
  await db.pool.query(`INSERT INTO dataset (code, kind, title_fr, title_en, source, licence, reference_date)
    VALUES ('filosofi-2016', 'filosofi', 'Revenus 2016', 'Incomes 2016', 'INSEE, Filosofi 2016', 'Licence Ouverte 2.0', '2016')`)
  await db.pool.query(`INSERT INTO measure (dataset, position, code, label_fr, label_en, unit, denominator) VALUES
    ('filosofi-2016', 0, 'MED', 'Revenu médian', 'Median income', 'euros', NULL),
    ('filosofi-2016', 1, 'NBM', 'Ménages', 'Households', 'households', NULL),
    ('filosofi-2016', 2, 'NBI', '=Ménages imposés', 'Households taxed', 'households', 'NBM')`)
  await db.pool.query(`INSERT INTO measure_value (territory_id, dataset, zone, figures)
    SELECT '62', 'filosofi-2016', code, ARRAY[CASE WHEN population >= 300 THEN 15000 + population / 10.0 END, population / 2.0, population / 5.0]
    FROM zone WHERE level = 'commune' AND root = '62' AND code <> '62765'`)
  await db.pool.query(`UPDATE data_version SET version = version + 1`)
}
