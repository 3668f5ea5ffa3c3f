import type { MapAsked } from '#app/maps/mapPage.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { mapFilePaths, mapPaths } from '../addresses/maps.ts'
import type { Visit } from '../page.ts'
import { queryOf } from '../paths.ts'

/** Parts of the map's address beside the territory, in the order in which they are written. */
const parts = [
  'subject',
  'indicator',
  'service',
  'criterion',
  'level',
  'method',
  'classes',
  'compare',
  'places',
  'zone',
  'area',
  'view',
  'sort',
  'rows',
] as const
export type MapPart = (typeof parts)[number]

const chosen = (query: URLSearchParams, name: MapPart): string | null => query.get(name)?.trim() || null

/** Codes of selected zones: one parameter with commas, or one per ticked box. */
export function selectedZones(query: URLSearchParams): readonly string[] {
  return [...new Set(query.getAll('zone').flatMap((part) => part.split(',')))].filter((code) => code !== '')
}

/** What was typed as corners, or came in an address: numbers in pairs, longitude first. `unreadable` when one has no partner. */
export function readArea(
  text: string | null,
): { readonly corners: readonly (readonly [number, number])[]; readonly unreadable: boolean } | null {
  if (text === null) return null
  // The true minus sign that pages write.
  const numbers = [...text.replaceAll('−', '-').matchAll(/-?\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits))
  const corners = Array.from(
    { length: Math.floor(numbers.length / 2) },
    (_, i) => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0] as const,
  )
  return { corners, unreadable: numbers.length % 2 === 1 || numbers.length === 0 }
}

/** Corners as an address holds them. */
export function writeArea(corners: readonly (readonly [number, number])[]): string {
  return corners.map(([lon, lat]) => `${Math.round(lon * 1e5) / 1e5}*${Math.round(lat * 1e5) / 1e5}`).join('_')
}

/** What a visit asks of the map. */
export function mapAsked({ asked, query }: Visit): MapAsked {
  const area = readArea(chosen(query, 'area'))
  return {
    territory: asked.territory,
    subject: chosen(query, 'subject'),
    indicator: chosen(query, 'indicator'),
    service: chosen(query, 'service'),
    criterion: chosen(query, 'criterion'),
    level: chosen(query, 'level'),
    method: chosen(query, 'method'),
    classes: chosen(query, 'classes'),
    compare: chosen(query, 'compare'),
    places: chosen(query, 'places'),
    selected: selectedZones(query),
    area: area && !area.unreadable ? area.corners : null,
  }
}

type Changes = Readonly<Partial<Record<MapPart, string | null>>>

function stateOf({ query }: Visit, changes: Changes): Record<string, string | null> {
  const zone = selectedZones(query).join(',') || null
  const held = Object.fromEntries(parts.map((part) => [part, part === 'zone' ? zone : chosen(query, part)]))
  return { ...held, ...changes }
}

/** An address of the map that keeps its state but for some changes. */
export function mapLink(visit: Visit, changes: Changes = {}, path: Bilingual = mapPaths.map): string {
  return path[visit.language] + queryOf(visit.asked, stateOf(visit, changes))
}

export function mapFileLink(visit: Visit, format: keyof typeof mapFilePaths): string {
  return mapLink(visit, { rows: null, sort: null, view: null }, mapFilePaths[format])
}

/** The state as hidden fields of a form, less what the form itself asks. */
export function hiddenState(visit: Visit, asked: readonly MapPart[]): readonly (readonly [name: string, value: string])[] {
  const state = stateOf(visit, Object.fromEntries(asked.map((part) => [part, null])))
  const held = Object.entries({ territory: visit.asked.territory, ...state })
  return held.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
}
