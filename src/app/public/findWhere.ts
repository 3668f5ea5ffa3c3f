import { wordsOfText, type Searcher } from '#domain/search'
import type { Geography, Zone } from '#domain/territory'
import type { Reader } from '#store/open.ts'
import { officialList } from '#store/officialList.ts'
import { findPostcode } from '#store/publicPages.ts'
import { pointOf, zoneCard, type Point } from './cards.ts'
import type { FinderView, WhereState, ZoneCard } from './publicViews.ts'

/** A point that "where" led to. */
export interface Whereabouts {
  readonly state: WhereState
  readonly point: Point | null
  readonly origin: FinderView['origin']
  readonly others: readonly ZoneCard[]
}

const nowhere = (state: WhereState): Whereabouts => ({ state, point: null, origin: null, others: [] })
const otherNames = 4

/** A postcode as the directories write it, whole or a British outward part; `null` when the text is none. */
export function postcodeWritten(text: string): string | null {
  const packed = text.replaceAll(/\s/g, '').toUpperCase()
  if (/^\d{5}$/.test(packed)) return packed
  if (/^[A-Z]{1,2}\d[A-Z\d]?$/.test(packed)) return packed
  const full = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(packed)
  return full ? `${full[1] ?? ''} ${full[2] ?? ''}` : null
}

const outward = /^[A-Z]{1,2}\d[A-Z\d]?$/
const mostCommunes = 12

function middleOf(zones: readonly Zone[]): Point | null {
  const centres = zones.flatMap((zone) => pointOf(zone) ?? [])
  if (centres.length === 0) return null
  const mean = (pick: (point: Point) => number): number => centres.reduce((sum, point) => sum + pick(point), 0) / centres.length
  return { lon: mean(({ lon }) => lon), lat: mean(({ lat }) => lat) }
}

/** The communes of a French postcode that the observatory holds, by the official list. */
export function communesOfPostcode(geography: Geography, postcode: string): Zone[] {
  if (!/^\d{5}$/.test(postcode)) return []
  return (officialList().postcodes.get(postcode) ?? []).flatMap((code) => geography.find(code) ?? [])
}

/**
 * Where a postcode lies: by a directory that was brought in, by places that name it, or by the middle of its communes. A British one that nobody knows
 * whole is taken for its first part: "CT1 2NR" is somewhere in CT1.
 */
export async function byPostcode(reader: Reader, geography: Geography, postcode: string): Promise<Whereabouts> {
  // An outward part alone must not take in those that only begin alike: "TN2" is not "TN24".
  const found = await findPostcode(reader, outward.test(postcode) ? `${postcode} ` : postcode)
  const named = (found?.zones ?? []).flatMap((code) => geography.find(code) ?? []).filter(({ level }) => level === 'commune')
  const zones = named.length > 0 ? named : communesOfPostcode(geography, postcode)
  const point = found && Number.isFinite(found.lon) ? { lon: found.lon, lat: found.lat } : middleOf(zones)
  const [first = '', inward] = postcode.split(' ')
  if (!point) return inward === undefined ? nowhere('unknown') : byPostcode(reader, geography, first)
  const communes = zones.slice(0, mostCommunes).map((zone) => zoneCard(zone, geography))
  return { state: 'found', point, origin: { zone: null, postcode }, others: communes }
}

/** Reads "where": the code of a zone chosen in a link, a postcode, or a town's name with slips forgiven. */
export async function findWhere(
  reader: Reader,
  geography: Geography,
  searcher: Searcher,
  asked: { readonly where: string; readonly commune: string | null; readonly around: Point | null },
): Promise<Whereabouts> {
  const chosen = asked.commune === null ? undefined : geography.find(asked.commune)
  if (chosen)
    return { state: 'found', point: pointOf(chosen), origin: { zone: zoneCard(chosen, geography), postcode: null }, others: [] }
  if (wordsOfText(asked.where).length === 0) return nowhere('none')
  const postcode = postcodeWritten(asked.where)
  if (postcode !== null) return byPostcode(reader, geography, postcode)
  const hits = searcher.search({ text: asked.where, kind: 'zone', around: asked.around, most: otherNames + 1 })
  const zones = hits.filter((hit) => hit.match !== 'partly').flatMap((hit) => geography.find(hit.entry.code) ?? [])
  const located = zones.filter((zone) => zone.lon !== null && zone.lat !== null)
  const [first, ...rest] = located
  if (!first) return nowhere('unknown')
  return {
    state: 'found',
    point: pointOf(first),
    origin: { zone: zoneCard(first, geography), postcode: null },
    others: rest.map((zone) => zoneCard(zone, geography)),
  }
}
