import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { CommuneFigure, TerritoryView } from '#app/views.ts'
import { escapeHtml } from '../parts/escapeHtml.ts'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'
import { bodyBorders } from './borders.ts'
import { quintiles, type Classes } from './classes.ts'
import { projectionOf, scaleBarKm, type Projection } from './projection.ts'

export type MapSubject = 'population' | 'places'

export function figureOf(commune: CommuneFigure, subject: MapSubject): number | null {
  return subject === 'population' ? commune.population : commune.places
}

function shapes(visit: Visit, view: TerritoryView, subject: MapSubject, classes: Classes, projection: Projection): string {
  const { words, format, language } = visit
  const unit = subject === 'population' ? words.territory.population : words.territory.places.toLocaleLowerCase(language)
  const drawn = view.communes.map((commune) => {
    const value = figureOf(commune, subject)
    const rings = commune.rings.map((ring) => `M${ring.map((point) => projection.at(point).join(' ')).join('L')}Z`).join('')
    const said = value === null ? words.territory.noFigure : `${format.integer(value)} ${unit}`
    const title = `<title>${escapeHtml(`${commune.name[language]}, ${said}`)}</title>`
    return `<path class="${value === null ? 'unknown' : `class-${classes.of(value) + 1}`}" d="${rings}">${title}</path>`
  })
  const borders = bodyBorders(view.communes).map(([a, b]) => `M${projection.at(a).join(' ')}L${projection.at(b).join(' ')}`)
  return `${drawn.join('')}<path class="border" d="${borders.join('')}"/>`
}

const Legend: FC<{ visit: Visit; view: TerritoryView; classes: Classes; unknown: number }> = ({
  visit,
  view,
  classes,
  unknown,
}) => {
  const { words, format } = visit
  const countText = (n: number): string =>
    words.territory.legendCount(format.integer(n), words.territory.unit[view.territory.country][n === 1 ? 'one' : 'many'])
  return (
    <div class="map-legend">
      <h3>{words.territory.legend}</h3>
      <ul>
        {classes.entries.map(({ lower, upper, count }, index) => (
          <li>
            <svg width="24" height="16" aria-hidden="true">
              <rect class={`class-${index + 1}`} width="24" height="16" />
            </svg>{' '}
            {lower === upper ? format.integer(lower) : words.shell.interval(format.integer(lower), format.integer(upper))}
            <span class="muted"> ({countText(count)})</span>
          </li>
        ))}
        {unknown > 0 && (
          <li>
            <svg width="24" height="16" aria-hidden="true">
              <rect class="unknown" width="24" height="16" />
            </svg>{' '}
            {words.territory.noFigure}
            <span class="muted"> ({countText(unknown)})</span>
          </li>
        )}
        <li>
          <svg width="24" height="16" aria-hidden="true">
            <path class="border" d="M0 8h24" />
          </svg>{' '}
          {words.territory.bodyBorder[view.territory.country]}
        </li>
      </ul>
      {view.shapesAreSchematic && <p class="muted">{words.territory.schematic}</p>}
    </div>
  )
}

const ScaleBar: FC<{ visit: Visit; projection: Projection }> = ({ visit, projection }) => {
  const km = scaleBarKm(projection)
  const y = projection.height + 14
  const length = Math.round(km * projection.perKm * 10) / 10
  return (
    <>
      <path class="scale" d={`M1 ${y - 4}v8M1 ${y}h${length}m0 -4v8`} />
      <text class="tick" x={length + 8} y={y + 4}>
        {visit.words.territory.scale(visit.format.integer(km))}
      </text>
    </>
  )
}

/** Links, not a control: what the map shows is part of the address. */
const Subjects: FC<{ visit: Visit; subject: MapSubject }> = ({ visit, subject }) => {
  const { words, language, asked } = visit
  return (
    <p class="choices">
      {words.territory.mapShows}{' '}
      {(['population', 'places'] as const).map((each) => (
        <a
          href={`${pathTo(language, 'territory', asked, { more: { map: each === 'population' ? null : each } })}#map`}
          aria-current={each === subject ? 'true' : undefined}
        >
          {words.territory.mapChoices[each]}
        </a>
      ))}
    </p>
  )
}

/** A choropleth drawn on the server; names show on hover, and the same figures stand in the table under it. */
export const TerritoryMap: FC<{ visit: Visit; view: TerritoryView; subject: MapSubject }> = ({ visit, view, subject }) => {
  const { words } = visit
  const known = view.communes.flatMap((commune) => figureOf(commune, subject) ?? [])
  const points = view.communes.flatMap((commune) => commune.rings.flat())
  if (points.length === 0 || known.length === 0) return <></>
  const projection = projectionOf(points, 640)
  const classes = quintiles(known)
  return (
    <section id="map" aria-labelledby="map-title">
      <h2 id="map-title">{words.territory.mapTitle[subject](words.territory.unit[view.territory.country].one)}</h2>
      <Subjects visit={visit} subject={subject} />
      <div class="map">
        <svg viewBox={`-2 -2 ${projection.width + 4} ${projection.height + 28}`} role="img" aria-labelledby="map-title">
          {raw(shapes(visit, view, subject, classes, projection))}
          <ScaleBar visit={visit} projection={projection} />
        </svg>
        <Legend visit={visit} view={view} classes={classes} unknown={view.communes.length - known.length} />
      </div>
    </section>
  )
}
