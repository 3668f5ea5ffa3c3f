import proj4 from 'proj4'
import type { Position } from '../rings.ts'

/** A coordinate system that files come in. */
export interface CoordinateSystem {
  readonly code: string
  /** Range of eastings and northings within its land, where a file in it can be recognised by its numbers. */
  readonly range: { readonly east: readonly [number, number]; readonly north: readonly [number, number] } | null
  /** Longitude and latitude, WGS 84. */
  toDegrees(position: Position): Position
}

const degrees: CoordinateSystem = { code: 'EPSG:4326', range: null, toDegrees: (position) => position }

function projected(code: string, definition: string, range: CoordinateSystem['range'] = null): CoordinateSystem {
  const { inverse } = proj4(definition)
  return {
    code,
    range,
    toDegrees: ([east, north]) => {
      const [lon = Number.NaN, lat = Number.NaN] = inverse([east, north])
      return [lon, lat]
    },
  }
}

/** Conic conforme of one of the nine zones of France, by its parallel (42 to 50): arrêté of 2006-03-03 after decree 2000-1276. */
function conicZone(parallel: number): CoordinateSystem {
  const north = 1_200_000 + (parallel - 42) * 1_000_000
  const definition = `+proj=lcc +lat_1=${parallel - 0.75} +lat_2=${parallel + 0.75} +lat_0=${parallel} +lon_0=3 +x_0=1700000 +y_0=${north} +ellps=GRS80 +towgs84=0,0,0 +units=m`
  return projected(`EPSG:${3900 + parallel}`, definition, {
    east: [1_200_000, 2_300_000],
    north: [north - 200_000, north + 200_000],
  })
}

const utm = (code: string, zone: string): CoordinateSystem =>
  projected(code, `+proj=utm +zone=${zone} +ellps=GRS80 +towgs84=0,0,0 +units=m`)

/**
 * ETRS89, RGF93 and WGS 84 are taken as one: in Europe they lie within a metre of each other.
 *
 * EPSG:27700, the British national grid, comes over by the seven parameters of EPSG:1314 (Ordnance Survey, A guide to coordinate systems in Great Britain,
 * section 6.6), which are within about 5 m of the exact grid OSTN15 everywhere: less than the generalisation of the boundaries. EPSG:27572, the grid of French
 * maps before 2001, by the three of EPSG:1193, within a few metres.
 */
const systems: readonly CoordinateSystem[] = [
  degrees,
  projected(
    'EPSG:27700',
    '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m',
    { east: [0, 700_000], north: [0, 1_300_000] },
  ),
  projected(
    'EPSG:2154',
    '+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0 +units=m',
    { east: [90_000, 1_250_000], north: [6_040_000, 7_120_000] },
  ),
  projected(
    'EPSG:27572',
    '+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000 +y_0=2200000 +a=6378249.2 +b=6356515 +towgs84=-168,-60,320 +pm=paris +units=m',
    { east: [40_000, 1_210_000], north: [1_610_000, 2_690_000] },
  ),
  projected('EPSG:3857', '+proj=merc +a=6378137 +b=6378137 +units=m +nadgrids=@null', {
    east: [-1_000_000, 1_100_000],
    north: [5_000_000, 8_700_000],
  }),
  ...[42, 43, 44, 45, 46, 47, 48, 49, 50].map(conicZone),
  // Beyond the sea, when the file says so: Guadeloupe and Martinique, Guyane, Réunion, Mayotte.
  utm('EPSG:5490', '20'),
  utm('EPSG:2972', '22'),
  utm('EPSG:2975', '40 +south'),
  utm('EPSG:4471', '38 +south'),
]

/** Other names of systems above: degrees of ETRS89 and RGF93, the old number of the web's Mercator, the older one of the Antilles. */
const alike: Readonly<Record<string, string>> = {
  '4258': '4326',
  '4171': '4326',
  '4979': '4326',
  '4937': '4326',
  '9777': '4326',
  '900913': '3857',
  '3785': '3857',
  '102100': '3857',
  '4559': '5490',
  '9794': '2154',
}

/**
 * The system that a name means: `EPSG:2154`, `urn:ogc:def:crs:EPSG::27700`, `urn:ogc:def:crs:OGC:1.3:CRS84`, `http://www.opengis.net/def/crs/EPSG/0/3857`, `2154`.
 *
 * @returns null for a system that is not known here
 */
export function systemNamed(name: string): CoordinateSystem | null {
  if (/crs:?84$/i.test(name.trim())) return degrees
  const number = /(\d+)\s*$/.exec(name)?.[1]
  if (number === undefined) return null
  const code = `EPSG:${alike[number] ?? number}`
  return systems.find((system) => system.code === code) ?? null
}

/** Codes of the systems that can be named. */
export const systemCodes: readonly string[] = systems.map(({ code }) => code)

/** Systems in metres that a file can be recognised to be in. */
export const recognisable: readonly CoordinateSystem[] = systems.filter(({ range }) => range !== null)
