import type { Geography, Zone } from '#domain/territory'
import { areaKm2 } from '#geo/areaKm2.ts'
import { selectDatasets, selectDatasetsOf, selectMeasure, selectOutlines } from '#store/maps.ts'
import type { Reader } from '#store/open.ts'
import type { Covariate } from './smallAreaViews.ts'

/** A covariate of the model: a value per zone, `null` where the source has none. */
export interface CovariateColumn {
  readonly covariate: Covariate
  readonly values: readonly (number | null)[]
}

/** Columns of INSEE's Filosofi that are taken where imported: the median standard of living and the rate of poverty, of any year. */
const measured = [
  { covariate: 'income', code: /^(?:DISP_)?MED\d{2}$/ },
  { covariate: 'poverty', code: /^(?:DISP_)?TP60\d{2}$/ },
] as const

// With more zones unknown than this a covariate says too little.
const knownShare = 0.8

function populationColumn(zones: readonly Zone[]): CovariateColumn {
  const values = zones.map(({ population }) => (population !== null && population > 0 ? Math.log(population) : null))
  return { covariate: 'population', values }
}

/** Logarithm of inhabitants per km² of real outlines: schematic cells have no ground of their own. */
async function densityColumn(reader: Reader, edition: string, zones: readonly Zone[]): Promise<CovariateColumn> {
  const outlines = await selectOutlines(
    reader,
    edition,
    zones.map((zone) => zone.code),
  )
  const values = zones.map(({ code, population }) => {
    const outline = outlines.get(code)
    if (!outline || outline.schematic || population === null || population <= 0) return null
    return Math.log(population / areaKm2(outline.polygons))
  })
  return { covariate: 'density', values }
}

async function measuredColumns(reader: Reader, root: string, zones: readonly Zone[]): Promise<CovariateColumn[]> {
  const held = await selectDatasetsOf(reader, [root])
  const tables = (await selectDatasets(reader)).filter(({ code, kind }) => kind === 'filosofi' && held.has(code))
  const columns: CovariateColumn[] = []
  for (const { covariate, code } of measured) {
    // The latest table: codes end with the year.
    const table = tables.findLast(({ measures }) => measures.some((measure) => code.test(measure.code)))
    const measure = table?.measures.find((each) => code.test(each.code))
    if (!table || !measure) continue
    const figures = await selectMeasure(reader, table.code, measure.position, null, [root])
    columns.push({ covariate, values: zones.map((zone) => figures.get(zone.code)?.value ?? null) })
  }
  return columns
}

/** What the observatory knows of every zone that may go with its scores; columns known of too few zones are left out. */
export async function readCovariates(
  reader: Reader,
  { edition, root }: { readonly edition: string; readonly root: string },
  zones: readonly Zone[],
): Promise<readonly CovariateColumn[]> {
  const columns = [
    populationColumn(zones),
    await densityColumn(reader, edition, zones),
    ...(await measuredColumns(reader, root, zones)),
  ]
  return columns.filter(({ values }) => values.filter((value) => value !== null).length >= knownShare * values.length)
}

/** The body that a commune belongs to. */
export function bodyOf(geography: Geography, commune: string): Zone | null {
  return geography.parentsOf(commune).find((zone) => zone.level === 'epci') ?? null
}

/** A column for the model: around its mean and in its standard deviations, zones without a value at the mean; `null` for one that does not vary. */
export function standardised(values: readonly (number | null)[]): Float64Array | null {
  const known = values.filter((value) => value !== null)
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  const spread = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length)
  if (!(spread > 1e-12 * Math.abs(mean))) return null
  return Float64Array.from(values, (value) => (value === null ? 0 : (value - mean) / spread))
}
