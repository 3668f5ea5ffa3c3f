import type { ServiceCustomers } from '#domain/segments'
import type { Bilingual } from '#kernel/bilingual.ts'
import { selectAreaFigures } from '#store/areaFigures.ts'
import { selectDatasets } from '#store/maps.ts'
import type { Reader } from '#store/open.ts'
import { currentEdition } from '#store/territory.ts'

/** Customers of services in the areas of a classification. */
export interface Customers {
  /** The dataset they come from; `null` where a territory has none. */
  readonly title: Bilingual | null
  readonly source: string | null
  readonly services: readonly (ServiceCustomers & { readonly label: Bilingual })[]
}

const counted = 'users.'
const nobody: Customers = { title: null, source: null, services: [] }

/** Customers by service of the latest dataset that counts them in these areas. */
export async function loadCustomers(reader: Reader, territory: string, zones: readonly string[]): Promise<Customers> {
  const [datasets, edition] = await Promise.all([selectDatasets(reader), currentEdition(reader)])
  if (!edition) return nobody
  const counting = datasets
    .filter(({ measures }) => measures.some(({ code }) => code.startsWith(counted)))
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
  for (const dataset of counting) {
    const rows = await selectAreaFigures(reader, edition.code, dataset.code, territory)
    const byZone = new Map(rows.map((row) => [row.zone, row.figures]))
    if (!zones.some((zone) => byZone.has(zone))) continue
    const services = dataset.measures
      .filter(({ code }) => code.startsWith(counted))
      .map(({ code, label, position }) => ({
        service: code.slice(counted.length),
        label,
        users: Float64Array.from(zones, (zone) => byZone.get(zone)?.[position] ?? 0),
      }))
    return { title: dataset.title, source: dataset.source, services }
  }
  return nobody
}
