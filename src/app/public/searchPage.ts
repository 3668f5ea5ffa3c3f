import { isJoiningWord, understand, withoutVehicle, wordsOfText, type Hit, type Searcher, type Understood } from '#domain/search'
import { isServiceCode, type Place, type Procedure, type ServiceCode, type Zone } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Reader } from '#store/open.ts'
import { selectNearestPlaces, selectPlacesByCode } from '#store/publicPages.ts'
import { selectProcedures } from '#store/services.ts'
import type { Atlas, Observatory } from '../observatory.ts'
import { placeCard, pointOf, zoneCard, type Point } from './cards.ts'
import { byPostcode, postcodeWritten, type Whereabouts } from './findWhere.ts'
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
  /** The country that the question is about: the named town's, else that of the territory in view. */
  readonly country: Zone['country']
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

/** Every word that was typed, two at least, is one of the place's name or town, and its name bears one that the town does not. */
function bearsAll({ entry }: Hit, text: string): boolean {
  const typed = wordsOfText(text).filter((word) => !isJoiningWord(word))
  if (typed.length < 2) return false
  const about = new Set(entry.context.flatMap(wordsOfText))
  return entry.names.some((name) => {
    const own = new Set(wordsOfText(name))
    return typed.every((word) => own.has(word) || about.has(word)) && typed.some((word) => own.has(word) && !about.has(word))
  })
}

interface Found {
  readonly cards: readonly PlaceCard[]
  readonly named: boolean
}

/** Places that bear all that was typed, then those of the service near the town named or the territory in view, or those whose names come near. */
async function placesFound(work: Work, { service, zone }: Understood, hits: readonly Hit[]): Promise<Found> {
  const { reader, atlas, now, around, openOnly, text } = work
  const named = zone ? pointOf(zone.entry) : null
  const from = named ?? around
  const code = service?.entry.code ?? null
  const whole = hits.filter((hit) => bearsAll(hit, text))
  const near = code !== null && isServiceCode(code) && from !== null
  const wanted = near ? whole : [...whole, ...hits.filter((hit) => !whole.includes(hit))]
  const codes = wanted.map((hit) => hit.entry.code)
  const places: Place[] = await selectPlacesByCode(reader, codes)
  if (near) {
    const most = openOnly ? lookedAt : shown.places
    const nearest = await selectNearestPlaces(reader, { service: code, stepFree: false }, from, most)
    places.push(...nearest.filter((place) => !codes.includes(place.code)))
  }
  const cards = places.map((place) => placeCard(place, atlas.geography, now, named))
  return {
    cards: cards.filter(({ opening }) => !openOnly || opening.state === 'open').slice(0, shown.places),
    named: whole.length > 0,
  }
}

async function proceduresFound({ reader, searcher, text, country }: Work, service: ServiceCode | null): Promise<Procedure[]> {
  const all = await selectProcedures(reader, null)
  const hits = searcher.search({ text, kind: 'procedure', around: null, most: shown.procedures })
  const found = worthShowing(hits, service !== null).flatMap((hit) => all.find(({ code }) => code === hit.entry.code) ?? [])
  const ofService = all.filter((procedure) => procedure.service === service && !found.includes(procedure))
  const away = (procedure: Procedure): number => (procedure.country === country ? 0 : 1)
  return [...found, ...ofService].toSorted((a, b) => away(a) - away(b)).slice(0, shown.procedures)
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

const nothingFound = {
  service: null,
  zone: null,
  services: [],
  places: [],
  named: false,
  zones: [],
  procedures: [],
  elsewhere: [],
  postcode: null,
  meant: null,
} as const

/** What lies around a postcode: its nearest places and its communes. */
async function aroundPostcode(
  work: Work,
  { point, origin, others }: Whereabouts,
): Promise<Omit<SearchView, 'text' | 'openOnly'>> {
  const { reader, atlas, now, openOnly } = work
  const most = openOnly ? lookedAt : shown.places
  const places = point ? await selectNearestPlaces(reader, { service: null, stepFree: false }, point, most) : []
  const cards = places.map((place) => placeCard(place, atlas.geography, now, point))
  return {
    ...nothingFound,
    places: cards.filter(({ opening }) => !openOnly || opening.state === 'open').slice(0, shown.places),
    zones: others,
    postcode: origin?.postcode ?? null,
  }
}

/** What no service here does: the national offices that do, and in France the houses that help with it. */
function doneElsewhere(work: Work, rest: string): Promise<Found> {
  const { searcher, around, country } = work
  const zone = rest === '' ? null : understand(searcher, rest, around).zone
  const near = zone ? pointOf(zone.entry) : around
  const help = searcher.search({ text: 'France services', kind: 'place', around: near, most: shown.places })
  const hits = country === 'FR' ? help.filter((hit) => firm(hit) && bearsAll(hit, 'France services')) : []
  return placesFound({ ...work, text: 'France services' }, { service: null, zone }, hits)
}

async function byWords(work: Work): Promise<Omit<SearchView, 'text' | 'openOnly'>> {
  const { atlas, searcher, text, around, openOnly } = work
  const { geography } = atlas
  const understood = understand(searcher, text, around)
  const zones = searcher.search({ text, kind: 'zone', around, most: shown.zones })
  const places = searcher.search({ text, kind: 'place', around, most: openOnly ? lookedAt : shown.places })
  const code = understood.service?.entry.code ?? ''
  const service = isServiceCode(code) ? code : null
  const zone = understood.zone ? geography.find(understood.zone.entry.code) : undefined
  const found = await placesFound(work, understood, worthShowing(places, zones.some(firm)))
  return {
    ...nothingFound,
    service,
    zone: zone ? zoneCard(zone, geography) : null,
    services: servicesFound(work, understood),
    places: found.cards,
    named: found.named,
    zones: zonesFound(work, understood, zones),
    procedures: await proceduresFound({ ...work, country: zone?.country ?? work.country }, service),
    meant: meantBy(work, understood, [zones, places]),
  }
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
  const { openOnly } = asked
  const view = geography.find(asked.territory)
  const around = view ? pointOf(view) : null
  const country = view?.country ?? 'FR'
  const work: Work = { reader, atlas, searcher, now: obs.now(), text, around, openOnly, country }
  const postcode = postcodeWritten(text)
  const where = postcode === null ? null : await byPostcode(reader, geography, postcode)
  if (where?.state === 'found') return { text, openOnly, ...(await aroundPostcode(work, where)) }
  const rest = withoutVehicle(text)
  if (rest === null) return { text, openOnly, ...(await byWords(work)) }
  const help = await doneElsewhere(work, rest)
  return { ...nothingFound, text, openOnly, places: help.cards, elsewhere: country === 'FR' ? ['FR', 'GB'] : ['GB', 'FR'] }
}
