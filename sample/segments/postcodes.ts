import { random, seedOf } from '#kernel/random.ts'
import type { NewPostcode } from '#store/datasets.ts'
import type { SmallArea } from './areas.ts'

/** One outward code of each district: real, so that they look familiar. What follows them is invented. */
const outward: Readonly<Record<string, string>> = {
  E06000035: 'ME4',
  E07000105: 'TN23',
  E07000106: 'CT1',
  E07000107: 'DA1',
  E07000108: 'CT16',
  E07000109: 'DA11',
  E07000110: 'ME14',
  E07000111: 'TN13',
  E07000112: 'CT20',
  E07000113: 'ME10',
  E07000114: 'CT9',
  E07000115: 'TN9',
  E07000116: 'TN1',
}

const letters = 'ABDEFGHJLNPQRSTUWXYZ'
/** Letters that real postcodes never end in: no invented one can be somebody's. */
const neverReal = 'CIKMOV'

/** The inward code of a number: a digit and two letters, 1,200 to an outward code. */
function inward(number: number): string {
  const pair = Math.floor(number / 10)
  return `${number % 10}${letters[pair % letters.length] ?? 'A'}${neverReal[Math.floor(pair / letters.length)] ?? 'V'}`
}

/** Two synthetic postcodes for every small area of Kent; one in eight lies in two areas, as real ones do. */
export function buildPostcodes(
  areas: readonly SmallArea[],
  districtOf: (area: SmallArea) => string | null,
  seed: number,
): NewPostcode[] {
  const rng = random(seed ^ seedOf('postcodes'))
  const given = new Map<string, number>()
  const postcodes: NewPostcode[] = []
  let before: SmallArea | null = null
  for (const area of areas.filter(({ root }) => root === 'kent')) {
    const prefix = outward[districtOf(area) ?? '']
    if (prefix === undefined) throw new Error(`no outward code for the area ${area.zone.code}`)
    for (let each = 0; each < 2; each++) {
      const number = given.get(prefix) ?? 0
      given.set(prefix, number + 1)
      const postcode = `${prefix} ${inward(number)}`
      const { lon, lat } = area.zone
      const shared = before !== null && before.parent === area.parent && rng.next() < 0.125 ? before : null
      postcodes.push({ postcode, zone: area.zone.code, share: shared ? 0.7 : 1, lon, lat })
      if (shared) postcodes.push({ postcode, zone: shared.zone.code, share: 0.3, lon, lat })
    }
    before = area
  }
  return postcodes
}
