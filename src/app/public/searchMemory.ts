import { indexSteps, intentsOf, searcherOf, type SearchEntry, type Searcher } from '#domain/search'
import { serviceCodes, type Geography, type Procedure, type Zone } from '#domain/territory'
import { selectFindablePlaces, type FindablePlace } from '#store/publicPages.ts'
import { selectProcedures } from '#store/services.ts'
import { versionOf } from '#store/stamp.ts'
import { withAtlas, type Observatory } from '../observatory.ts'

const findableLevels = new Set<Zone['level']>(['department', 'territory', 'epci', 'commune'])

function zoneEntries(geography: Geography): SearchEntry[] {
  return geography.zones
    .filter((zone) => findableLevels.has(zone.level))
    .map((zone) => ({
      kind: 'zone',
      code: zone.code,
      names: [zone.name.fr, zone.name.en],
      context: [],
      lon: zone.lon,
      lat: zone.lat,
      inhabitants: zone.population ?? 0,
    }))
}

function placeEntry(place: FindablePlace, geography: Geography): SearchEntry {
  const town = geography.find(place.zone ?? '')?.name
  return {
    kind: 'place',
    code: place.code,
    names: [place.name.fr, place.name.en],
    context: [town?.fr, town?.en, place.town, place.postcode].flatMap((text) => text ?? []),
    lon: place.lon,
    lat: place.lat,
    inhabitants: 0,
  }
}

const nowhere = { lon: null, lat: null, inhabitants: 0 } as const

function fixedEntries(procedures: readonly Procedure[]): SearchEntry[] {
  return [
    ...serviceCodes.map((code): SearchEntry => ({ kind: 'service', code, names: intentsOf(code), context: [], ...nowhere })),
    ...procedures.map(({ code, title, summary, service }): SearchEntry => ({
      kind: 'procedure',
      code,
      names: [title.fr, title.en],
      context: [summary.fr, summary.en, ...intentsOf(service).slice(0, 1)],
      ...nowhere,
    })),
  ]
}

/** Gives other requests their turn. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
/** Milliseconds of making the index at a stretch. */
const stretch = 12

async function searcherInTurns(entries: readonly SearchEntry[]): Promise<Searcher> {
  const steps = indexSteps(entries)
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return searcherOf(step.value)
    if (performance.now() - since < stretch) continue
    await pause()
    since = performance.now()
  }
}

function entriesOf(obs: Observatory): Promise<SearchEntry[]> {
  return withAtlas(obs, async (reader, { geography }) => {
    const places = await selectFindablePlaces(reader)
    const procedures = await selectProcedures(reader, null)
    return [...zoneEntries(geography), ...places.map((place) => placeEntry(place, geography)), ...fixedEntries(procedures)]
  })
}

/** What the index is made of: zones, places, and procedures. */
function versionNow(obs: Observatory): Promise<string> {
  return withAtlas(obs, async (reader, { edition }) => {
    const versions = [await versionOf(reader, 'zones'), await versionOf(reader, 'places'), await versionOf(reader, 'observatory')]
    return [edition.code, ...versions].join(' ')
  })
}

/** One index an observatory, whichever desk asks. */
const memories = new WeakMap<Observatory, () => Promise<Searcher>>()

/** Up to this many entries a new index is made while the question waits: a fraction of a second. */
const quicklyMade = 30_000

/**
 * The search index of the data in force, made once per state of zones and places, in transactions of its own: to be asked for before opening another. Of a
 * large observatory the former index answers while the new one is made, so that a correction shows in the search some seconds later, and nobody waits.
 */
export function searchMemory(obs: Observatory): () => Promise<Searcher> {
  const memory = memories.get(obs) ?? newMemory(obs)
  memories.set(obs, memory)
  return memory
}

function newMemory(obs: Observatory): () => Promise<Searcher> {
  let held: { readonly version: string; readonly searcher: Promise<Searcher> } | null = null
  let ready: Searcher | null = null
  const make = (version: string): Promise<Searcher> => {
    const searcher = entriesOf(obs).then(searcherInTurns)
    const own = { version, searcher }
    held = own
    searcher.then(
      (made) => (ready = made),
      // The next question tries again.
      () => (held = held === own ? null : held),
    )
    return searcher
  }
  return async () => {
    const version = await versionNow(obs)
    const searcher = held?.version === version ? held.searcher : make(version)
    return ready && ready.size > quicklyMade ? ready : searcher
  }
}
