import type { Bilingual } from '#kernel/bilingual.ts'
import type { Random } from '#kernel/random.ts'
import type { LocatedZone, ZoneParent } from '#domain/territory'
import { facilities62, type Facility62 } from './facts/facilities62.ts'
import { facilitiesKent, type FacilityKent } from './facts/facilitiesKent.ts'
import { mairieHours } from './facts/mairieHours.ts'
import { ofCommune, ofEnglishTown } from './frenchNames.ts'
import { organisationOf } from './organisations.ts'
import { drawPlace, howMany, quarterName, type PlaceSeed, type SamplePlace } from './placeDetails.ts'
import { buildTerritory, type Territory } from './territory.ts'

/** What the rules ask about a commune beyond the zone itself. */
interface Surroundings {
  readonly epci: string
  readonly territory: string
}

const byCode = (a: LocatedZone, b: LocatedZone): number => (a.code < b.code ? -1 : 1)

function parentMap(parents: readonly ZoneParent[], hierarchy: ZoneParent['hierarchy']): ReadonlyMap<string, string> {
  return new Map(parents.filter((link) => link.hierarchy === hierarchy).map((link) => [link.child, link.parent]))
}

function mairie(zone: LocatedZone): PlaceSeed {
  const hours = mairieHours.find(([below]) => (zone.population ?? 0) < below)?.[1] ?? []
  return {
    code: `mairie-${zone.code}`,
    name: { fr: `Mairie ${ofCommune(zone.name.fr)}`, en: `Town hall (mairie), ${zone.name.en}` },
    services: ['townHall'],
    organisation: organisationOf('commune', zone.code),
    zone,
    hours,
    within: 300,
  }
}

/** The health insurance fund of the coast serves these territories, that of the Artois the others. */
const opalCoast = new Set(['audomarois', 'boulonnais', 'calaisis', 'montreuillois'])
/** Towns from this size have the national police, the others the gendarmerie. */
const policeFrom = 12_000

function organisation62({ organisation }: Facility62, zone: LocatedZone, { epci, territory }: Surroundings): string {
  if (organisation === 'commune') return organisationOf('commune', zone.code)
  if (organisation === 'epci') return organisationOf('epci', epci)
  if (organisation === 'cpam') return opalCoast.has(territory) ? 'cpam-cote-opale' : 'cpam-artois'
  if (organisation === 'force') return (zone.population ?? 0) >= policeFrom ? 'police-62' : 'gendarmerie-62'
  return organisation
}

function name62({ fr, en }: Facility62, zone: LocatedZone): Bilingual {
  const police = (zone.population ?? 0) >= policeFrom
  const force = police ? { fr: 'Commissariat de police', en: 'Police station' } : { fr: 'Gendarmerie', en: 'Gendarmerie' }
  return {
    fr: fr.replace('{force}', force.fr).replace('{de}', ofCommune(zone.name.fr)),
    en: en.replace('{force}', force.en).replace('{town}', zone.name.en),
  }
}

function facilitiesOf62(zone: LocatedZone, around: Surroundings): PlaceSeed[] {
  const population = zone.population ?? 0
  return facilities62.flatMap((facility) => {
    const from = around.territory === 'audomarois' ? facility.fromAudomarois : facility.from
    if (population < from && !facility.also.includes(zone.code)) return []
    const count = howMany(population, facility.oneMorePer)
    const { kind, services, hours } = facility
    const organisation = organisation62(facility, zone, around)
    return Array.from({ length: count }, (_, n): PlaceSeed => {
      const code = count === 1 ? `${kind}-${zone.code}` : `${kind}-${zone.code}-${n + 1}`
      return { code, name: quarterName(name62(facility, zone), n, count), services, organisation, zone, hours, within: 800 }
    })
  })
}

const medway = 'E06000035'

function organisationKent({ organisation }: FacilityKent, district: string): string {
  if (organisation === 'district' || (organisation === 'county' && district === medway))
    return organisationOf('district', district)
  return organisation === 'county' ? 'kent-county-council' : organisation
}

function facilitiesOfKent(zone: LocatedZone, district: string): PlaceSeed[] {
  const population = zone.population ?? 0
  return facilitiesKent.flatMap((facility) => {
    if (population < facility.from && !facility.also.includes(zone.name.en)) return []
    const count = howMany(population, facility.oneMorePer)
    const { kind, services, hours } = facility
    const organisation = organisationKent(facility, district)
    const town = zone.name.en
    const name = {
      fr: facility.fr.replace('{de}', ofEnglishTown(town)).replace('{town}', town),
      en: facility.en.replace('{town}', town),
    }
    return Array.from({ length: count }, (_, n): PlaceSeed => {
      const code = count === 1 ? `${kind}-${zone.code}` : `${kind}-${zone.code}-${n + 1}`
      return { code, name: quarterName(name, n, count), services, organisation, zone, hours, within: 800 }
    })
  })
}

/**
 * Places where people are received, for the 16 services on both sides: one mairie in each of the 887 communes, and facilities by rule of size, more finely in
 * the Audomarois. Synthetic throughout, though in real communes: hours and positions are drawn, telephone numbers and addresses lead nowhere.
 *
 * @param random decides positions, hours and details; equal seeds give equal places
 */
export function buildPlaces(random: Random, territory: Pick<Territory, 'zones' | 'parents'> = buildTerritory()): SamplePlace[] {
  const { zones, parents } = territory
  const epci = parentMap(parents, 'intercommunal')
  const own = parentMap(parents, 'territories')
  const districts = parentMap(parents, 'administrative')
  const towns = zones.filter((zone) => zone.level === 'commune').toSorted(byCode)
  const french = towns.filter((zone) => zone.root === '62')
  const english = towns.filter((zone) => zone.root === 'kent')
  const seeds = [
    ...french.map(mairie),
    ...french.flatMap((zone) => facilitiesOf62(zone, { epci: epci.get(zone.code) ?? '', territory: own.get(zone.code) ?? '' })),
    ...english.flatMap((zone) => facilitiesOfKent(zone, districts.get(zone.code) ?? '')),
  ]
  return seeds.map((seed) => drawPlace(seed, random))
}
