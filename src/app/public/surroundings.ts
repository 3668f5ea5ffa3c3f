import type { Geography } from '#domain/territory'
import type { Reader } from '#store/open.ts'
import { selectShapes } from '#store/territory.ts'
import { greatCircleKm } from '#geo/greatCircle.ts'
import { pointOf, type Point } from './cards.ts'
import type { Surroundings } from './publicViews.ts'

const mostOutlines = 60

/** Outlines of the communes within some kilometres of a point; `null` where none is known. */
export async function surroundingsOf(
  reader: Reader,
  edition: string,
  geography: Geography,
  point: Point,
  km: number,
): Promise<Surroundings | null> {
  const near = geography.zones
    .filter((zone) => zone.level === 'commune')
    .flatMap((zone) => {
      const centre = pointOf(zone)
      // A quick look at the latitude spares most of the distances.
      if (!centre || Math.abs(centre.lat - point.lat) > km / 100) return []
      return [{ zone, apart: greatCircleKm(point, centre) }]
    })
    .filter(({ apart }) => apart <= km)
    .toSorted((a, b) => a.apart - b.apart)
    .slice(0, mostOutlines)
  const shapes = await selectShapes(
    reader,
    edition,
    near.map(({ zone }) => zone.code),
  )
  const outlines = near.flatMap(({ zone }) => {
    const shape = shapes.get(zone.code)
    return shape ? [{ name: zone.name, rings: shape.rings }] : []
  })
  if (outlines.length === 0) return null
  return { outlines, schematic: [...shapes.values()].some((shape) => shape.schematic) }
}
