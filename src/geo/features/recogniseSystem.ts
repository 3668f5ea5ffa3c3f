import { isInside, type Position, type Ring } from '../rings.ts'
import { recognisable, systemNamed, type CoordinateSystem } from './coordinateSystems.ts'

/** France with Corsica, and Great Britain with its islands, drawn a few kilometres off the coast: where the files of this observatory's countries lie. */
const homelands: readonly Ring[] = [
  [
    [2.6, 51.12],
    [1.5, 50.95],
    [1.4, 50.1],
    [-1.2, 49.75],
    [-2.1, 49.8],
    [-2.2, 48.9],
    [-5.3, 48.6],
    [-5.1, 47.8],
    [-2.6, 46.9],
    [-1.5, 46.0],
    [-1.3, 44.6],
    [-1.9, 43.3],
    [0, 42.6],
    [1.8, 42.3],
    [3.3, 42.35],
    [3.3, 43.1],
    [6.2, 42.9],
    [8.4, 41.3],
    [9.4, 41.3],
    [9.7, 42.4],
    [9.4, 43.1],
    [7.6, 43.8],
    [7.2, 45.9],
    [6.2, 46.4],
    [7.6, 47.5],
    [8.35, 49.05],
    [6.2, 49.6],
    [4.9, 50.2],
    [4.1, 50.4],
    [3.2, 50.85],
    [2.6, 51.12],
  ],
  [
    [1.5, 51.0],
    [1.6, 51.5],
    [1.9, 52.8],
    [0.4, 53.3],
    [-1.3, 55.3],
    [-1.5, 57.7],
    [-0.5, 60.9],
    [-2.5, 60.5],
    [-6.0, 58.7],
    [-8.8, 57.9],
    [-7.5, 56.4],
    [-5.6, 55.2],
    [-4.9, 53.4],
    [-5.5, 51.9],
    [-6.6, 49.8],
    [-5.0, 49.8],
    [-3.4, 50.0],
    [0.3, 50.6],
    [1.5, 51.0],
  ],
]

const atHome = (position: Position): boolean => isInside(position, homelands)
const swap = ([east, north]: Position): Position => [north, east]
const inDegrees = ([lon, lat]: Position): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function inRange([east, north]: Position, { range }: CoordinateSystem, margin = 0): boolean {
  if (!range) return false
  const [[west, farEast], [south, farNorth]] = [range.east, range.north]
  return east >= west - margin && east <= farEast + margin && north >= south - margin && north <= farNorth + margin
}

/** Systems in whose range a place lies and that put it on land that we know. */
const candidates = (place: Position): CoordinateSystem[] =>
  recognisable.filter((system) => inRange(place, system) && atHome(system.toDegrees(place)))

/** Whether numbers can be of a system in metres that a file names: no degrees, and for a national grid within 500 km of its nation. The web's Mercator is the world's. */
const fits = (place: Position, system: CoordinateSystem): boolean =>
  !inDegrees(place) && (system.range === null || system.code === 'EPSG:3857' || inRange(place, system, 500_000))

export type Recognised =
  | { readonly system: CoordinateSystem; readonly guessed: boolean }
  | { readonly problem: 'geo.swapped' | 'geo.unknownCrs'; readonly place: Position }

/** Whether numbers named as degrees could be such, and the right way round: files of France and Britain whose median lies off Somalia have latitude first. */
function asDegrees(place: Position, system: CoordinateSystem): Recognised {
  return !atHome(place) && atHome(swap(place)) ? { problem: 'geo.swapped', place } : { system, guessed: false }
}

/**
 * Tells the coordinate system of a file by what it says, or by its numbers: degrees where most positions could be such, otherwise the one system in metres that puts
 * the median position in France or Great Britain. A median, so that one wrong position among many decides nothing.
 *
 * @param positions one or more per feature, as they stand in the file
 * @param named what the file says about its system, or somebody about the file; `null` when nobody says anything
 */
export function recogniseSystem(positions: readonly Position[], named: string | null): Recognised {
  const place: Position = [median(positions.map(([east]) => east)), median(positions.map(([, north]) => north))]
  const said = named === null ? systemNamed('4326') : systemNamed(named)
  if (!said) return { problem: 'geo.unknownCrs', place }
  const saysDegrees = said.code === 'EPSG:4326'
  if (positions.length === 0) return { system: said, guessed: false }
  if (!saysDegrees) return fits(place, said) ? { system: said, guessed: false } : { problem: 'geo.unknownCrs', place }
  if (inDegrees(place)) return asDegrees(place, said)
  const [system, ...others] = candidates(place)
  if (system && others.length === 0) return { system, guessed: true }
  const swapped = candidates(swap(place)).length > 0
  return { problem: swapped && !system ? 'geo.swapped' : 'geo.unknownCrs', place }
}
