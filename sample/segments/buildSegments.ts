import type { ZoneParent, LocatedZone } from '#domain/territory'
import type { Ring } from '#geo/rings.ts'
import type { NewDataset, NewPostcode } from '#store/datasets.ts'
import { buildSmallAreas, type SmallArea, type SmallAreas } from './areas.ts'
import { buildCustomers } from './customers.ts'
import { buildFigures, mixAreas } from './figures.ts'
import { buildPostcodes } from './postcodes.ts'

export interface SampleSegments {
  readonly small: SmallAreas
  readonly datasets: readonly NewDataset[]
  readonly postcodes: readonly NewPostcode[]
}

/** Small areas with their figures and the customers of services, on both sides. Equal seeds give equal figures on every machine. */
export function buildSegments(
  territory: { readonly zones: readonly LocatedZone[]; readonly parents: readonly ZoneParent[] },
  cells: ReadonlyMap<string, readonly Ring[]>,
  seed: number,
): SampleSegments {
  const small = buildSmallAreas(territory, cells, seed)
  const inhabitants = new Map(territory.zones.map((zone) => [zone.code, zone.population ?? 0]))
  const districtBy = new Map(
    territory.parents.filter((link) => link.parent.startsWith('E0')).map((link) => [link.child, link.parent]),
  )
  const districtOf = (area: SmallArea): string | null => districtBy.get(area.parent) ?? null
  const place = (area: SmallArea) => ({ inhabitants: inhabitants.get(area.parent) ?? 0, district: districtOf(area) })
  const mixed = mixAreas(small.areas, place, seed)
  const roots = ['kent', '62'] as const
  const datasets = roots.flatMap((root) => {
    const areas = mixed.filter((area) => area.root === root)
    return [buildFigures(root, areas, seed), buildCustomers(root, areas, seed)]
  })
  return { small, datasets, postcodes: buildPostcodes(small.areas, districtOf, seed) }
}
