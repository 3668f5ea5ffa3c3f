import type { Bilingual } from '#kernel/bilingual.ts'

/** Levels from the widest to the narrowest; an English district and a French inter-municipal body share `epci`. */
export const zoneLevels = [
  'country',
  'department',
  'territory',
  'arrondissement',
  'epci',
  'commune',
  'ward',
  'msoa',
  'lsoa',
  'iris',
  'smallArea',
  'outputArea',
] as const
export type ZoneLevel = (typeof zoneLevels)[number]

export type CountryCode = 'FR' | 'GB'

/** A piece of ground with a public code (INSEE, SIREN, ONS, GeoNames as `gn…`, or the observatory's own such as `audomarois`). */
export interface Zone {
  readonly code: string
  readonly level: ZoneLevel
  readonly name: Bilingual
  /** Degrees, WGS 84; `null` until a file says where the zone lies. */
  readonly lon: number | null
  readonly lat: number | null
  /** Inhabitants; `null` where the source gives none. */
  readonly population: number | null
  readonly country: CountryCode
  /** The root territory (département or county) whose data this zone's are stored with; `null` for countries and bodies across a border. */
  readonly root: string | null
  readonly source: string
}

/** A zone whose whereabouts are known. */
export type LocatedZone = Zone & { readonly lon: number; readonly lat: number }

/** Several hierarchies side by side: inter-municipal bodies do not nest in départements, nor do a département's own territories in either. */
export const hierarchies = ['administrative', 'intercommunal', 'territories', 'statistical', 'electoral'] as const
export type Hierarchy = (typeof hierarchies)[number]

export interface ZoneParent {
  readonly child: string
  readonly parent: string
  readonly hierarchy: Hierarchy
}

/** One edition of the zones: communes merge, so a zone belongs to a dated geography. */
export interface GeographyEdition {
  readonly code: string
  readonly name: Bilingual
  readonly validFrom: string
  readonly source: string
  readonly licence: string
}
