import type { LocatedZone, Zone, ZoneParent } from '#domain/territory'
import {
  officialCommunes,
  officialEpci,
  officialListSource as source,
  type OfficialCommune,
  type OfficialEpci,
} from '#store/officialList.ts'
import { communeCentroids } from './facts/communeCentroids.ts'
import { epciNames, territories62 } from './facts/territories62.ts'

/** A commune of the list, whose population is known. */
export interface CommuneRow extends OfficialCommune {
  readonly population: number
}

/** The communes of today in the Pas-de-Calais and its two neighbours, as the package lists them. */
export function readCommunes(): CommuneRow[] {
  return officialCommunes((departement) => ['59', '62', '80'].includes(departement)).map((row) => {
    if (row.population === undefined) throw new Error(`the list gives no population for the commune ${row.code} (${row.nom})`)
    return { ...row, population: row.population }
  })
}

function readCentroids(): Map<string, readonly [number, number]> {
  const rows = communeCentroids.trim().split('\n').slice(1)
  return new Map(
    rows.map((row) => {
      const [code = '', lon, lat] = row.split(',')
      return [code, [Number(lon), Number(lat)]]
    }),
  )
}

/** French names take the curved apostrophe. */
const typographic = (name: string): string => name.replaceAll("'", '’')
const same = (name: string): Zone['name'] => ({ fr: name, en: name })
const total = (rows: readonly { readonly population: number | null }[]): number =>
  rows.reduce((sum, row) => sum + (row.population ?? 0), 0)

function middle(zones: readonly LocatedZone[]): { lon: number; lat: number } {
  const mean = (pick: (zone: LocatedZone) => number): number =>
    Math.round((zones.reduce((sum, zone) => sum + pick(zone), 0) / zones.length) * 1e4) / 1e4
  return { lon: mean((zone) => zone.lon), lat: mean((zone) => zone.lat) }
}

function communeZone(row: CommuneRow, centroids: ReadonlyMap<string, readonly [number, number]>): LocatedZone {
  const centroid = centroids.get(row.code)
  if (!centroid) throw new Error(`no centroid is written down for the commune ${row.code} (${row.nom})`)
  const [lon, lat] = centroid
  const { code, population, departement } = row
  return {
    code,
    level: 'commune',
    name: same(typographic(row.nom)),
    lon,
    lat,
    population,
    country: 'FR',
    root: departement,
    source,
  }
}

function departmentZones(communes: readonly CommuneRow[]): LocatedZone[] {
  const facts = [
    ['59', 'Nord', 3.2206, 50.4475],
    ['62', 'Pas-de-Calais', 2.2886, 50.5137],
    ['80', 'Somme', 2.2779, 49.958],
  ] as const
  return facts.map(([code, name, lon, lat]) => {
    const population = total(communes.filter((row) => row.departement === code))
    return { code, level: 'department', name: same(name), lon, lat, population, country: 'FR', root: code, source }
  })
}

interface Body {
  readonly zone: LocatedZone
  readonly members: readonly LocatedZone[]
}

function epciBodies(rows: readonly OfficialEpci[], byCode: ReadonlyMap<string, LocatedZone>): Body[] {
  return rows.map((row) => {
    const members = row.membres.flatMap((member) => byCode.get(member.code) ?? [])
    const inside = members.every((zone) => zone.root === '62')
    const name = same(typographic(epciNames[row.code] ?? row.nom))
    const root = inside ? '62' : null
    const zone: LocatedZone = {
      code: row.code,
      level: 'epci',
      name,
      ...middle(members),
      population: total(members),
      country: 'FR',
      root,
      source,
    }
    return { zone, members }
  })
}

function territoryBodies(bodies: readonly Body[]): Body[] {
  return territories62.map(({ code, name, epci }) => {
    const held = bodies.filter((body) => epci.includes(body.zone.code))
    if (held.length !== epci.length) throw new Error(`territory ${code}: the package lacks one of the bodies ${epci.join(', ')}`)
    const members = held.flatMap((body) => body.members).filter((zone) => zone.root === '62')
    const population = total(members)
    const zone: LocatedZone = {
      code,
      level: 'territory',
      name,
      ...middle(members),
      population,
      country: 'FR',
      root: '62',
      source: 'Département du Pas-de-Calais',
    }
    return { zone, members }
  })
}

const link = (child: string, parent: string, hierarchy: ZoneParent['hierarchy']): ZoneParent => ({ child, parent, hierarchy })

/** A zone lies in its département when it has one; an inter-municipal body across the line lies in none. */
function inDepartment(zones: readonly LocatedZone[]): ZoneParent[] {
  return zones.flatMap((zone) => (zone.root ? [link(zone.code, zone.root, 'administrative')] : []))
}

function inTerritory({ zone, members }: Body, bodies: readonly Body[]): ZoneParent[] {
  const own = territories62.find((fact) => fact.code === zone.code)?.epci ?? []
  const whole = bodies.filter((body) => body.zone.root !== null && own.includes(body.zone.code)).map((body) => body.zone)
  return [
    link(zone.code, '62', 'territories'),
    ...[...members, ...whole].map((each) => link(each.code, zone.code, 'territories')),
  ]
}

function parentsOf(communes: readonly LocatedZone[], bodies: readonly Body[], territories: readonly Body[]): ZoneParent[] {
  return [
    ...['59', '62', '80'].map((code) => link(code, 'FR', 'administrative')),
    ...inDepartment(communes),
    ...inDepartment(bodies.map((body) => body.zone)),
    ...bodies.flatMap(({ zone, members }) => members.map((member) => link(member.code, zone.code, 'intercommunal'))),
    ...territories.flatMap((territory) => inTerritory(territory, bodies)),
  ]
}

/**
 * The French side: the country, three départements, the nine territories and 887 communes of the Pas-de-Calais, the 20 inter-municipal bodies that touch
 * it, and their five communes beyond its line. Populations of wider zones are sums over communes.
 */
export function frenchZones(): { zones: LocatedZone[]; parents: ZoneParent[] } {
  const rows = readCommunes()
  const in62 = new Set(rows.filter((row) => row.departement === '62').map((row) => row.code))
  const epci = officialEpci((commune) => in62.has(commune))
  const wanted = new Set(epci.flatMap((row) => row.membres.map((member) => member.code)))
  const centroids = readCentroids()
  const communes = rows
    .filter((row) => row.departement === '62' || wanted.has(row.code))
    .map((row) => communeZone(row, centroids))
  const bodies = epciBodies(epci, new Map(communes.map((zone) => [zone.code, zone])))
  const territories = territoryBodies(bodies)
  const country: LocatedZone = {
    code: 'FR',
    level: 'country',
    name: same('France'),
    lon: 2.4529,
    lat: 46.5,
    population: null,
    country: 'FR',
    root: null,
    source,
  }
  const wider = [...territories, ...bodies].map((body) => body.zone)
  return { zones: [country, ...departmentZones(rows), ...wider, ...communes], parents: parentsOf(communes, bodies, territories) }
}
