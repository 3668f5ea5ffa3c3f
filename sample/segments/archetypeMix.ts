import type { Random } from '#kernel/random.ts'
import { archetypes, type Archetype } from './measures.ts'

type Mix = Readonly<Record<Archetype, number>>

const mix = (
  centre: number,
  coast: number,
  commuter: number,
  village: number,
  estate: number,
  student: number,
  retirement: number,
  growing: number,
): Mix => ({
  centre,
  coast,
  commuter,
  village,
  estate,
  student,
  retirement,
  growing,
})

/** How common the archetypes are by the size of a place, before the district has its say. */
const inTown = mix(5, 0.5, 3, 0, 5, 0.7, 1.2, 2.5)
const inSmallTown = mix(2, 0.5, 4, 1, 3, 0, 2, 3)
const inVillage = mix(0.2, 0.2, 3, 6, 0.5, 0, 2, 1)

/** What lies by the sea, near a university, or on a line to London, by district; other districts are as they are. */
const districts: Readonly<Record<string, Partial<Mix>>> = {
  E07000114: { coast: 16, retirement: 2 },
  E07000108: { coast: 12 },
  E07000112: { coast: 12, retirement: 2 },
  E07000113: { coast: 5, estate: 1.5 },
  E07000106: { student: 7, coast: 6 },
  E06000035: { student: 2, estate: 1.4 },
  E07000111: { commuter: 3 },
  E07000115: { commuter: 2.5 },
  E07000116: { commuter: 2.5 },
  E07000107: { growing: 3, commuter: 1.5 },
  E07000105: { growing: 2.5 },
}

/** Shares of the archetypes in one area, adding up to 1: mostly one of them, with something of the others, since no area is pure. */
export function archetypeMix(rng: Random, inhabitants: number, district: string | null): readonly number[] {
  const size = inhabitants > 20_000 ? inTown : inhabitants > 5000 ? inSmallTown : inVillage
  const local = (district !== null && districts[district]) || {}
  const main = rng.weighted(archetypes, (each) => size[each] * (local[each] ?? 1))
  const shares = archetypes.map((each) => (each === main ? 1.6 + 2 * rng.next() : size[each] * 0.3 * rng.next()))
  const sum = shares.reduce((all, share) => all + share, 0)
  return shares.map((share) => share / sum)
}
