import { indexSteps, searcherOf, type Searcher } from '#domain/search'
import type { Geography, Zone } from '#domain/territory'
import type { Reader } from '#store/open.ts'
import type { Atlas } from '../observatory.ts'
import { byPostcode, postcodeWritten } from '../public/findWhere.ts'
import type { PlaceChoice } from './collectionViews.ts'

/** What somebody typed as their commune led to: one, or some to choose from, or none. */
export interface TownFound {
  readonly found: string | null
  readonly choices: readonly string[]
}

export type TownFinder = (reader: Reader, atlas: Atlas, root: string, text: string) => Promise<TownFound>

const mostChoices = 6

function townsOf(geography: Geography, root: string): Zone[] {
  return geography.zones.filter((zone) => zone.level === 'commune' && zone.root === root)
}

function searcherFor(towns: readonly Zone[]): Searcher {
  const steps = indexSteps(
    towns.map(({ code, name, lon, lat, population }) => ({
      kind: 'zone',
      code,
      names: [name.fr, name.en],
      context: [],
      lon,
      lat,
      inhabitants: population ?? 0,
    })),
  )
  for (;;) {
    const step = steps.next()
    if (step.done) return searcherOf(step.value)
  }
}

/** Finds the commune or town of a root by its name, slips forgiven, or its postcode. Nothing of what is asked is kept. */
export function townFinder(): TownFinder {
  // A geography is one object as long as its data stand: its index goes with it.
  const held = new WeakMap<Geography, Map<string, Searcher>>()
  const searcherOfRoot = (geography: Geography, root: string, towns: readonly Zone[]): Searcher => {
    const own = held.get(geography) ?? new Map<string, Searcher>()
    held.set(geography, own)
    const searcher = own.get(root) ?? searcherFor(towns)
    own.set(root, searcher)
    return searcher
  }
  return async (reader, { geography }, root, text) => {
    const towns = townsOf(geography, root)
    const postcode = postcodeWritten(text)
    if (postcode !== null) {
      const { others } = await byPostcode(reader, geography, postcode)
      const codes = others.map(({ zone }) => zone.code).filter((code) => towns.some((town) => town.code === code))
      return codes.length === 1 ? { found: codes[0] ?? null, choices: [] } : { found: null, choices: codes }
    }
    const searcher = searcherOfRoot(geography, root, towns)
    const hits = searcher
      .search({ text, kind: 'zone', around: null, most: mostChoices })
      .filter(({ match }) => match !== 'partly')
    const exact = hits.filter(({ match }) => match === 'exact')
    const [only] = exact
    if (only && exact.length === 1) return { found: only.entry.code, choices: [] }
    return { found: null, choices: hits.map(({ entry }) => entry.code) }
  }
}

/** A town as a form offers it; `null` for a code that is no town. */
export function placeChoice(geography: Geography, code: string): PlaceChoice | null {
  const zone = geography.find(code)
  if (!zone) return null
  const around = geography.parentsOf(code).find(({ level }) => level === 'epci')
  return { code, name: zone.name, around: around?.name ?? null }
}
