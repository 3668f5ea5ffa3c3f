import { random, seedOf, type Random } from '#kernel/random.ts'
import type { LocatedZone, ZoneParent } from '#domain/territory'
import { apportion } from '../surveys/apportion.ts'
import { boxOf, isInside, type Ring } from '#geo/rings.ts'
import { schematicCells } from '#geo/schematicCells.ts'
import { outlines } from '../outlines.ts'

/** A synthetic small area: its zone, its parent among the real ones, and the people it is given. */
export interface SmallArea {
  readonly zone: LocatedZone
  readonly parent: string
  readonly people: number
  readonly root: '62' | 'kent'
}

export interface SmallAreas {
  readonly areas: readonly SmallArea[]
  readonly parents: readonly ZoneParent[]
  readonly cells: ReadonlyMap<string, readonly Ring[]>
}

const source = 'Passerelle, synthetic (sample)'
const kentAreas = 1500
/** A commune of more people is split into parts of about this many. */
const splitAbove = 2500
const partOf = 1800

/** A point at random in a cell, the cell's own centre for the first. */
function pointIn(cell: readonly Ring[], rng: Random): readonly [number, number] | null {
  const { west, south, east, north } = boxOf(cell)
  for (let tries = 0; tries < 400; tries++) {
    const at: [number, number] = [west + rng.next() * (east - west), south + rng.next() * (north - south)]
    if (isInside(at, cell)) return at
  }
  return null
}

interface Whole {
  readonly zone: LocatedZone
  readonly people: number
  readonly parts: number
}

function settlements(zones: readonly LocatedZone[], parents: readonly ZoneParent[]): Whole[] {
  const districts = zones.filter((zone) => zone.root === 'kent' && zone.level === 'epci')
  const total = districts.reduce((sum, zone) => sum + (zone.population ?? 0), 0)
  const perDistrict = apportion(
    districts.map((zone) => (zone.population ?? 0) / total),
    kentAreas,
  )
  return districts.flatMap((district, at) => {
    const inside = new Set(parents.filter((link) => link.parent === district.code).map((link) => link.child))
    const places = zones.filter((zone) => inside.has(zone.code))
    const weights = places.map((zone) => Math.max(zone.population ?? 0, 1500))
    // People outside the settlements known by name live around them: a district's areas hold all of its people.
    const people = apportion(weights, district.population ?? 0)
    const parts = apportion(weights, (perDistrict[at] ?? 0) - places.length)
    return places.map((zone, i): Whole => ({ zone, people: people[i] ?? 0, parts: 1 + (parts[i] ?? 0) }))
  })
}

function communes(zones: readonly LocatedZone[], parents: readonly ZoneParent[]): Whole[] {
  const bodies = new Set(parents.filter((link) => link.parent === 'audomarois').map((link) => link.child))
  const inside = new Set(
    parents.filter((link) => link.parent === 'audomarois' || bodies.has(link.parent)).map((link) => link.child),
  )
  return zones
    .filter((zone) => zone.level === 'commune' && inside.has(zone.code))
    .map((zone) => {
      const people = zone.population ?? 0
      return { zone, people, parts: people > splitAbove ? Math.round(people / partOf) : 1 }
    })
}

function partsOf(
  { zone, people, parts }: Whole,
  cell: readonly Ring[] | undefined,
  root: SmallArea['root'],
  rng: Random,
): SmallArea[] {
  const counts = apportion(
    Array.from({ length: parts }, () => 0.7 + 0.6 * rng.next()),
    people,
  )
  return counts.map((count, i) => {
    const at = parts === 1 ? null : cell && pointIn(cell, rng)
    const [lon, lat] = at ?? [zone.lon, zone.lat]
    const name = parts === 1 ? zone.name : { fr: `${zone.name.fr} ${i + 1}`, en: `${zone.name.en} ${i + 1}` }
    const code = `S${zone.code}-${i + 1}`
    return {
      zone: { code, level: 'smallArea', name, lon, lat, population: count, country: zone.country, root, source },
      parent: zone.code,
      people: count,
      root,
    }
  })
}

/** Cells around all points of a root, of which those asked for are kept. */
function cellsOf(
  root: SmallArea['root'],
  areas: readonly SmallArea[],
  others: readonly LocatedZone[],
): Map<string, readonly Ring[]> {
  const cells = schematicCells([...areas.map((area) => area.zone), ...others], outlines[root])
  const own = new Set(areas.map((area) => area.zone.code))
  return new Map([...cells].filter(([code]) => own.has(code)))
}

/**
 * About 1,500 synthetic small areas in Kent and Medway, inside the cells of its settlements, and in the Pays de Saint-Omer one a commune, the large ones split.
 * Their people add up to the known population of the district or commune. Codes begin with S, so that nobody takes them for official ones.
 */
export function buildSmallAreas(
  territory: { readonly zones: readonly LocatedZone[]; readonly parents: readonly ZoneParent[] },
  cells: ReadonlyMap<string, readonly Ring[]>,
  seed: number,
): SmallAreas {
  const rng = random(seed ^ seedOf('small areas'))
  const make = (wholes: readonly Whole[], root: SmallArea['root']): SmallArea[] =>
    wholes.flatMap((whole) => partsOf(whole, cells.get(whole.zone.code), root, rng))
  const kent = make(settlements(territory.zones, territory.parents), 'kent')
  const french = make(communes(territory.zones, territory.parents), '62')
  const ofFrench = new Set(french.map((area) => area.parent))
  const others = territory.zones.filter((zone) => zone.root === '62' && zone.level === 'commune' && !ofFrench.has(zone.code))
  const areas = [...kent, ...french]
  return {
    areas,
    parents: areas.map(({ zone, parent }): ZoneParent => ({ child: zone.code, parent, hierarchy: 'statistical' })),
    cells: new Map([...cellsOf('kent', kent, []), ...cellsOf('62', french, others)]),
  }
}
