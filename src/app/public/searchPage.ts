import { understand, type Hit, type Searcher, type Understood } from '#domain/search'
import { isServiceCode, type Place, type Procedure, type ServiceCode } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Reader } from '#store/open.ts'
import { selectNearestPlaces, selectPlacesByCode } from '#store/publicPages.ts'
import { selectProcedures } from '#store/services.ts'
import type { Atlas, Observatory } from '../observatory.ts'
import { placeCard, pointOf, zoneCard, type Point } from './cards.ts'
import type { PlaceCard, SearchView, ZoneCard } from './publicViews.ts'

const shown = { places: 8, zones: 6, procedures: 5, services: 4 } as const
/** Places looked at when only open ones are wanted. */
const lookedAt = 300
export const longestQuestion = 120

/** Everything one search works with. */
interface Work {
  readonly reader: Reader
  readonly atlas: Atlas
  readonly searcher: Searcher
  readonly now: Date
  readonly text: string
  readonly around: Point | null
  readonly openOnly: boolean
}

const firm = (hit: Hit): boolean => hit.match !== 'likeness' && hit.match !== 'partly'

/** Firm hits when there are any or when something else was recognised; likenesses only when they are all there is. */
function worthShowing(hits: readonly Hit[], elsewhere: boolean): readonly Hit[] {
  return elsewhere || hits.some(firm) ? hits.filter(firm) : hits
}

function servicesFound({ searcher, text }: Work, { service }: Understood): ServiceCode[] {
  const hits = searcher.search({ text, kind: 'service', around: null, most: shown.services })
  const codes = [...(service ? [service] : []), ...worthShowing(hits, service !== null)].map((hit) => hit.entry.code)
  return [...new Set(codes)].filter(isServiceCode)
}

/** Places of a service near the town named or the territory in view, or else those whose names were typed. */
async function placesFound(work: Work, { service, zone }: Understood, hits: readonly Hit[]): Promise<PlaceCard[]> {
  const { reader, atlas, now, around, openOnly } = work
  const { geography } = atlas
  const named = zone ? pointOf(zone.entry) : null
  const from = named ?? around
  const code = service?.entry.code ?? null
  let places: Place[] = []
  if (code !== null && isServiceCode(code) && from) {
    const most = openOnly ? lookedAt : shown.places
    places = await selectNearestPlaces(reader, { service: code, stepFree: false }, from, most)
  } else {
    places = await selectPlacesByCode(
      reader,
      hits.map((hit) => hit.entry.code),
    )
  }
  const cards = places.map((place) => placeCard(place, geography, now, named))
  return cards.filter(({ opening }) => !openOnly || opening.state === 'open').slice(0, shown.places)
}

async function proceduresFound({ reader, searcher, text }: Work, service: ServiceCode | null): Promise<Procedure[]> {
  const all = await selectProcedures(reader, null)
  const hits = searcher.search({ text, kind: 'procedure', around: null, most: shown.procedures })
  const found = worthShowing(hits, service !== null).flatMap((hit) => all.find(({ code }) => code === hit.entry.code) ?? [])
  const ofService = all.filter((procedure) => procedure.service === service && !found.includes(procedure))
  return [...found, ...ofService].slice(0, shown.procedures)
}

function zonesFound({ atlas: { geography } }: Work, { service, zone }: Understood, hits: readonly Hit[]): ZoneCard[] {
  const wanted = service && zone ? [zone] : worthShowing(hits, service !== null)
  return wanted.flatMap((hit) => geography.find(hit.entry.code) ?? []).map((each) => zoneCard(each, geography))
}

/** The name that came closest, when nothing bears the one that was typed. */
function meantBy({ atlas: { geography } }: Work, understood: Understood, found: readonly (readonly Hit[])[]): Bilingual | null {
  const { service, zone } = understood
  if (service && zone) return zone.match === 'likeness' ? (geography.find(zone.entry.code)?.name ?? null) : null
  if (service || found.some((hits) => hits.some(firm))) return null
  const [best] = found.flat().toSorted((a, b) => a.score - b.score)
  if (!best || best.entry.kind === 'service') return null
  const [fr = '', en = fr] = best.entry.names
  return { fr, en }
}

export interface SearchAsked {
  readonly text: string
  readonly territory: string
  readonly openOnly: boolean
}

export async function searchView(
  obs: Observatory,
  reader: Reader,
  atlas: Atlas,
  searcher: Searcher,
  asked: SearchAsked,
): Promise<SearchView> {
  const { geography } = atlas
  const text = asked.text.trim().slice(0, longestQuestion)
  const view = geography.find(asked.territory)
  const around = view ? pointOf(view) : null
  const work: Work = { reader, atlas, searcher, now: obs.now(), text, around, openOnly: asked.openOnly }
  const understood = understand(searcher, text, around)
  const zones = searcher.search({ text, kind: 'zone', around, most: shown.zones })
  const places = searcher.search({ text, kind: 'place', around, most: asked.openOnly ? lookedAt : shown.places })
  const code = understood.service?.entry.code ?? ''
  const service = isServiceCode(code) ? code : null
  const zone = understood.zone ? geography.find(understood.zone.entry.code) : undefined
  return {
    text,
    openOnly: asked.openOnly,
    service,
    zone: zone ? zoneCard(zone, geography) : null,
    services: servicesFound(work, understood),
    places: await placesFound(work, understood, worthShowing(places, zones.some(firm))),
    zones: zonesFound(work, understood, zones),
    procedures: await proceduresFound(work, service),
    meant: meantBy(work, understood, [zones, places]),
  }
}
