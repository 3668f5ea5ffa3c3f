import { boxOf, isInside, ringArea, type Polygons, type Position, type Ring } from './rings.ts'

/** Borders on their way to rings: numbered corners, and from each corner the corners to which a border leads that has no counterpart. */
interface Borders {
  readonly corners: Position[]
  readonly leaving: Map<number, number[]>
}

/** Numbers each position once; equal means bit for bit. */
function cornerNumbers(): { corners: Position[]; numberOf(position: Position): number } {
  const corners: Position[] = []
  const known = new Map<number, Map<number, number>>()
  return {
    corners,
    numberOf(position) {
      const [lon, lat] = position
      let column = known.get(lon)
      if (!column) known.set(lon, (column = new Map()))
      const seen = column.get(lat)
      if (seen !== undefined) return seen
      column.set(lat, corners.length)
      return corners.push(position) - 1
    },
  }
}

/** A ring that turns the wanted way: outer rings anticlockwise, holes clockwise, so that the inside is always on the left. */
export function turned(ring: Ring, anticlockwise: boolean): Ring {
  return ringArea(ring) > 0 === anticlockwise ? ring : ring.toReversed()
}

/** Goes along all rings with the inside on the left; a border walked both ways is an inner one and cancels. */
function outerBorders(members: readonly Polygons[]): Borders {
  const { corners, numberOf } = cornerNumbers()
  const leaving = new Map<number, number[]>()
  const walk = (from: number, to: number): void => {
    if (from === to) return
    const back = leaving.get(to)
    const at = back?.indexOf(from) ?? -1
    if (back && at >= 0) back.splice(at, 1)
    else {
      const ways = leaving.get(from)
      if (ways) ways.push(to)
      else leaving.set(from, [to])
    }
  }
  for (const polygons of members) {
    for (const polygon of polygons) {
      polygon.forEach((ring, i) => {
        const numbers = turned(ring, i === 0).map(numberOf)
        for (let k = 1; k < numbers.length; k++) walk(numbers[k - 1] as number, numbers[k] as number)
      })
    }
  }
  return { corners, leaving }
}

/** Of the ways on from a corner, the one furthest to the left of where one came from: it stays with the same piece of land. */
function sharpestLeft(corners: readonly Position[], before: number, here: number, ways: readonly number[]): number {
  if (ways.length === 1) return 0
  const [x, y] = corners[here] as Position
  const bearing = (corner: number): number => {
    const [lon, lat] = corners[corner] as Position
    return Math.atan2(lat - y, lon - x)
  }
  const back = bearing(before)
  let [best, smallest] = [0, Infinity]
  ways.forEach((way, i) => {
    // Clockwise from the way back to the way on: the inside lies between them, so the smallest angle bounds the same piece.
    const angle = (back - bearing(way) + 4 * Math.PI) % (2 * Math.PI)
    if (angle < smallest) [best, smallest] = [i, angle]
  })
  return best
}

/** Walks from a corner until it is back there, and takes the walked borders away. A corner met twice closes a ring there, so every ring passes each of its corners once. */
function walkFrom(start: number, { corners, leaving }: Borders, rings: Ring[]): void {
  const path = [start]
  const placeOf = new Map([[start, 0]])
  let met: number | undefined
  while (met !== 0) {
    const here = path.at(-1)
    // Each ring entered and left each corner as often, so a way leads on until the walk is back at its start.
    const ways = leaving.get(here) as number[]
    const [next = start] = ways.splice(sharpestLeft(corners, path.at(-2) ?? here, here, ways), 1)
    met = placeOf.get(next)
    if (met === undefined) {
      placeOf.set(next, path.push(next) - 1)
      continue
    }
    const loop = path.splice(met + 1)
    for (const corner of loop) placeOf.delete(corner)
    rings.push([next, ...loop, next].map((corner) => corners[corner] as Position))
  }
}

function ringsOf(borders: Borders): Ring[] {
  const rings: Ring[] = []
  for (const [start, ways] of borders.leaving) {
    while (ways.length > 0) walkFrom(start, borders, rings)
  }
  return rings
}

/** The smallest outer ring around a hole, told by the middle of one of the hole's edges: a corner may touch the outer ring. */
function shellAround(hole: Ring, shells: readonly { ring: Ring; area: number; box: ReturnType<typeof boxOf> }[]): number {
  const [x0, y0] = hole[0] as Position
  const [x1, y1] = hole[1] as Position
  const [lon, lat] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return shells.reduce((best, { ring, area, box }, i) => {
    if (lon < box.west || lon > box.east || lat < box.south || lat > box.north) return best
    if (best >= 0 && area >= (shells[best]?.area ?? 0)) return best
    return isInside([lon, lat], [ring]) ? i : best
  }, -1)
}

/**
 * The union of zones whose neighbours share their corners exactly, as in one file of a mapping agency: a border that two members have in common is walked once
 * each way and cancels, and what is left is walked into rings. Nothing is moved or rounded, so the area is the sum of the members' areas. Members that overlap
 * count twice where they do; neighbours whose corners differ keep a thin gap between them.
 *
 * @param members polygons of each member; rings closed, turning either way
 * @returns polygons with outer rings anticlockwise and holes clockwise (RFC 7946), each ring passing each of its corners once
 */
export function dissolve(members: readonly Polygons[]): Polygons {
  const measured = ringsOf(outerBorders(members)).map((ring) => ({ ring, area: ringArea(ring) }))
  const shells = measured.filter(({ area }) => area > 0).map((each) => ({ ...each, box: boxOf([each.ring]) }))
  const polygons: Ring[][] = shells.map(({ ring }) => [ring])
  for (const { ring, area } of measured) {
    if (area < 0) polygons[shellAround(ring, shells)]?.push(ring)
  }
  return polygons
}
