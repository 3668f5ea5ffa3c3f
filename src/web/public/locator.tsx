import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { PlaceCard, Surroundings } from '#app/public/publicViews.ts'
import type { PlacePosition } from '#domain/territory'
import { escapeHtml } from '../parts/escapeHtml.ts'
import type { Visit } from '../page.ts'
import { projectionOf, scaleBarKm, type Projection } from '../territory/projection.ts'

type Point = readonly [number, number]

const size = { width: 560, height: 360 } as const
const kmPerDegree = 111.32

interface LocatorProps {
  readonly visit: Visit
  readonly title: string
  readonly centre: { readonly lon: number; readonly lat: number }
  /** Half of the height shown. */
  readonly reachKm: number
  readonly surroundings: Surroundings
  /** How exact the middle is; `null` draws no mark there. */
  readonly mark: PlacePosition | null
  readonly others: readonly PlaceCard[]
}

/** Two corners of the piece of ground shown, around its middle. */
function corners({ lon, lat }: LocatorProps['centre'], reachKm: number): [Point, Point] {
  const north = reachKm / kmPerDegree
  const east = (north * size.width) / size.height / Math.cos((lat * Math.PI) / 180)
  return [
    [lon - east, lat - north],
    [lon + east, lat + north],
  ]
}

function outlinePaths({ surroundings, visit, mark }: LocatorProps, projection: Projection): string {
  return surroundings.outlines
    .map(({ name, rings }, index) => {
      const drawn = rings.map((ring) => `M${ring.map((point) => projection.at(point).join(' ')).join('L')}Z`).join('')
      const own = mark === null && index === 0 ? 'ground own' : 'ground'
      return `<path class="${own}" d="${drawn}"><title>${escapeHtml(name[visit.language])}</title></path>`
    })
    .join('')
}

const labelRoom = { across: 140, down: 32, edge: 60 } as const

/** Names of the nearest communes where there is room for them. */
function labels({ surroundings, visit, mark, others }: LocatorProps, projection: Projection): string {
  const middle: Point = [size.width / 2, size.height / 2]
  const dots = others.flatMap(({ place }) =>
    place.lon === null || place.lat === null ? [] : [projection.at([place.lon, place.lat])],
  )
  const taken: Point[] = mark === null ? [] : [middle]
  const written: string[] = []
  for (const [index, { name, rings }] of surroundings.outlines.entries()) {
    const points = rings.flat().map((point) => projection.at(point))
    if (points.length === 0) continue
    const mean = (axis: 0 | 1): number => Math.round(points.reduce((sum, point) => sum + point[axis], 0) / points.length)
    const x = mean(0)
    const under = dots.some(([a, b]) => Math.abs(a - x) < labelRoom.across / 2 && Math.abs(b - mean(1)) < 14)
    const y = under ? mean(1) - 14 : mean(1)
    const inside = x > labelRoom.edge && x < size.width - labelRoom.edge && y > 20 && y < size.height - 30
    const free = taken.every(([a, b]) => Math.abs(a - x) > labelRoom.across || Math.abs(b - y) > labelRoom.down)
    if (!inside || !free) continue
    taken.push([x, y])
    const style = mark === null && index === 0 ? 'town own' : 'town'
    written.push(`<text class="${style}" x="${x}" y="${y}" text-anchor="middle">${escapeHtml(name[visit.language])}</text>`)
  }
  return written.join('')
}

function otherMarks({ others, visit }: LocatorProps, projection: Projection): string {
  return others
    .flatMap(({ place }) => {
      if (place.lon === null || place.lat === null) return []
      const [x, y] = projection.at([place.lon, place.lat])
      return [`<circle class="other" cx="${x}" cy="${y}" r="5"><title>${escapeHtml(place.name[visit.language])}</title></circle>`]
    })
    .join('')
}

/** A ring where the position is only that of a postcode or town: it lies somewhere in it. */
function ownMark({ centre, mark }: LocatorProps, projection: Projection): string {
  if (mark === null) return ''
  const [x, y] = projection.at([centre.lon, centre.lat])
  if (mark !== 'exact') return `<circle class="about" cx="${x}" cy="${y}" r="${mark === 'postcode' ? 22 : 42}"/>`
  return `<path class="here" d="M${x} ${y}c-4-9-10-13-10-20a10 10 0 0 1 20 0c0 7-6 11-10 20z"/><circle class="eye" cx="${x}" cy="${y - 20}" r="3.6"/>`
}

/** A small map drawn on the server: outlines of communes, a mark, a scale. What it shows stands in words beside it. */
export const Locator: FC<LocatorProps> = (props) => {
  const { visit, title, centre, reachKm, surroundings } = props
  const projection = projectionOf(corners(centre, reachKm), size.width)
  const km = scaleBarKm(projection)
  const length = Math.round(km * projection.perKm)
  const { place } = visit.words.publicArea
  return (
    <figure class="locator">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={title}>
        {raw(
          outlinePaths(props, projection) +
            otherMarks(props, projection) +
            labels(props, projection) +
            ownMark(props, projection),
        )}
        <path class="scale" d={`M12 ${size.height - 16}v8M12 ${size.height - 12}h${length}m0 -4v8`} />
        <text class="tick" x={length + 20} y={size.height - 8}>
          {visit.words.territory.scale(visit.format.integer(km))}
        </text>
      </svg>
      <figcaption>
        {props.mark !== null && (
          <span>
            <svg class="key" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
              <circle class={props.mark === 'exact' ? 'here' : 'about'} cx="7" cy="7" r="6" />
            </svg>{' '}
            {place.mapHere}
          </span>
        )}
        {props.others.length > 0 && (
          <span>
            <svg class="key" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
              <circle class="other" cx="7" cy="7" r="5" />
            </svg>{' '}
            {place.mapOther}
          </span>
        )}
        {surroundings.schematic && <span>{place.mapSchematic}</span>}
      </figcaption>
    </figure>
  )
}
