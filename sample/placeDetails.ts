import type { Bilingual } from '#kernel/bilingual.ts'
import type { Random } from '#kernel/random.ts'
import type { LocatedZone, Place, Zone } from '#domain/territory'

/** A place of the sample: everything about where it stands is known. */
export type SamplePlace = Place & {
  readonly zone: string
  readonly root: string
  readonly lon: number
  readonly lat: number
  readonly organisation: string
  readonly openingHours: string
}

export type PlaceSeed = Pick<SamplePlace, 'code' | 'name' | 'services' | 'organisation'> & {
  readonly zone: LocatedZone
  readonly hours: readonly string[]
  /** Metres from the centre of the commune within which the place is put. */
  readonly within: number
}

const metresPerDegree = 111_195
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

/** A spot drawn evenly over the disc around a zone's centre. */
function spotNear({ lon, lat }: LocatedZone, metres: number, random: Random): { lon: number; lat: number } {
  const distance = (metres * Math.sqrt(random.next())) / metresPerDegree
  const angle = 2 * Math.PI * random.next()
  const east = (distance * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180)
  return { lon: rounded(lon + east), lat: rounded(lat + distance * Math.sin(angle)) }
}

/** A telephone number that can never ring: ranges that Arcep (03 53 01) and Ofcom (01632 960) keep for fiction. */
function fictionalPhone(country: Zone['country'], random: Random): string {
  const digits = String(random.below(country === 'FR' ? 10_000 : 1000))
  if (country === 'GB') return `+44 1632 960${digits.padStart(3, '0')}`
  const four = digits.padStart(4, '0')
  return `+33 3 53 01 ${four.slice(0, 2)} ${four.slice(2)}`
}

const answers: readonly (readonly [answer: boolean | null, weight: number])[] = [
  [true, 0.6],
  [false, 0.2],
  [null, 0.2],
]
const yesNoUnknown = (random: Random): boolean | null => random.weighted(answers, ([, weight]) => weight)[0]

/** Closed on public holidays unless the hours already say what happens then. */
const withHolidays = (hours: string): string => (hours.includes('PH') || hours === '24/7' ? hours : `${hours}; PH off`)

function oneOf<T>(items: readonly T[], random: Random): T {
  const item = items[random.below(items.length)]
  if (item === undefined) throw new Error('oneOf: nothing to choose from')
  return item
}

/** Draws what a place needs beside its name: where it stands, when it opens, how it is reached. */
export function drawPlace({ code, name, services, organisation, zone, hours, within }: PlaceSeed, random: Random): SamplePlace {
  if (!zone.root) throw new Error(`place ${code}: the zone ${zone.code} has no root`)
  const { lon, lat } = spotNear(zone, within, random)
  return {
    code,
    name,
    zone: zone.code,
    root: zone.root,
    lon,
    lat,
    position: 'exact',
    services,
    organisation,
    openingHours: withHolidays(oneOf(hours, random)),
    phone: random.next() < 0.92 ? fictionalPhone(zone.country, random) : null,
    email: random.next() < 0.7 ? `${code}@example.org` : null,
    stepFree: yesNoUnknown(random),
    parking: yesNoUnknown(random),
    address: null,
    postcode: null,
    town: null,
    url: null,
    synthetic: true,
    source: null,
    checkedOn: null,
    version: 1,
  }
}

const quarters: readonly Bilingual[] = [
  { fr: 'centre', en: 'centre' },
  { fr: 'nord', en: 'north' },
  { fr: 'sud', en: 'south' },
  { fr: 'est', en: 'east' },
  { fr: 'ouest', en: 'west' },
]

/** How many of a kind stand in a town: one, and one more for every so many inhabitants, five at most. */
export function howMany(population: number, oneMorePer: number | null): number {
  return oneMorePer === null ? 1 : Math.min(quarters.length, 1 + Math.floor(population / oneMorePer))
}

/** The name of the n-th of several: "Bureau de poste de Calais, nord". */
export function quarterName(name: Bilingual, n: number, count: number): Bilingual {
  const quarter = quarters[n]
  return count === 1 || !quarter ? name : { fr: `${name.fr}, ${quarter.fr}`, en: `${name.en}, ${quarter.en}` }
}
