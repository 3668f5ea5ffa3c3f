import type { GeographyEdition, Organisation, LocatedZone, ZoneParent } from '#domain/territory'
import { buildOrganisations } from './organisations.ts'
import { frenchZones } from './zonesFrance.ts'
import { kentZones } from './zonesKent.ts'

export interface Territory {
  readonly geography: GeographyEdition
  readonly zones: readonly LocatedZone[]
  readonly parents: readonly ZoneParent[]
  readonly organisations: readonly Organisation[]
}

const edition: GeographyEdition = {
  code: '2026',
  name: { fr: 'Zonages au 1er janvier 2026', en: 'Zones as of 1 January 2026' },
  validFrom: '2026-01-01',
  source: 'INSEE, COG 2026; DGCL; IGN Admin Express; ONS; GeoNames',
  licence: 'Licence Ouverte 2.0; Open Government Licence v3; CC BY 4.0',
}

/**
 * The real zones of both sides with their hierarchies, and the bodies that answer for services there.
 *
 * Example: `buildTerritory().zones.filter((zone) => zone.root === '62' && zone.level === 'commune').length` is 887.
 */
export function buildTerritory(): Territory {
  const france = frenchZones()
  const kent = kentZones()
  const zones = [...france.zones, ...kent.zones]
  return { geography: edition, zones, parents: [...france.parents, ...kent.parents], organisations: buildOrganisations(zones) }
}
