import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { DrawnCommune, SmallAreasView } from '#app/smallAreas/smallAreaViews.ts'
import type { Visit } from '../page.ts'
import { escapeHtml } from '../parts/escapeHtml.ts'
import { bodyBorders } from '../territory/borders.ts'
import { quintiles, type Classes } from '../territory/classes.ts'
import { projectionOf, type Projection } from '../territory/projection.ts'

function shapes(visit: Visit, communes: readonly DrawnCommune[], classes: Classes, projection: Projection): string {
  const { words, format, language } = visit
  const line = (points: readonly (readonly [number, number])[]): string =>
    `M${points.map((point) => projection.at(point).join(' ')).join('L')}`
  const drawn = communes.map(({ name, rings, value }) => {
    const said = value === null ? words.smallAreas.none : words.smallAreas.said(format.decimal(value))
    const outline = rings.map((ring) => `${line(ring)}Z`).join('')
    const title = `<title>${escapeHtml(`${name[language]}, ${said}`)}</title>`
    return `<path class="${value === null ? 'unknown' : `class-${classes.of(value) + 1}`}" d="${outline}">${title}</path>`
  })
  return `${drawn.join('')}<path class="border" d="${bodyBorders(communes).map(line).join('')}"/>`
}

const Legend: FC<{ visit: Visit; view: SmallAreasView; classes: Classes }> = ({ visit, view, classes }) => {
  const { words, format } = visit
  const country = view.territory.country
  return (
    <div class="map-legend">
      <h3>{words.smallAreas.legend}</h3>
      <ul>
        {classes.entries.map(({ lower, upper, count }, index) => (
          <li>
            <svg width="24" height="16" aria-hidden="true">
              <rect class={`class-${index + 1}`} width="24" height="16" />
            </svg>{' '}
            {words.shell.interval(format.fine(lower), format.fine(upper))}
            <span class="muted">
              {' '}
              (
              {words.territory.legendCount(
                format.integer(count),
                words.territory.unit[view.territory.country][count === 1 ? 'one' : 'many'],
              )}
              )
            </span>
          </li>
        ))}
        <li>
          <svg width="24" height="16" aria-hidden="true">
            <path class="border" d="M0 8h24" />
          </svg>{' '}
          {words.territory.bodyBorder[country]}
        </li>
      </ul>
      {view.shapesAreSchematic && <p class="muted">{words.territory.schematic}</p>}
    </div>
  )
}

/** A choropleth of modelled figures, drawn on the server; the same figures stand in the table under it. */
export const ModelMap: FC<{ visit: Visit; view: SmallAreasView }> = ({ visit, view }) => {
  const known = view.drawn.flatMap(({ value }) => value ?? [])
  const points = view.drawn.flatMap(({ rings }) => rings.flat())
  if (points.length === 0 || known.length === 0) return <></>
  const projection = projectionOf(points, 640)
  const classes = quintiles(known)
  return (
    <section id="map" aria-labelledby="map-title">
      <h2 id="map-title">{visit.words.smallAreas.mapTitle}</h2>
      <div class="map">
        <svg viewBox={`-2 -2 ${projection.width + 4} ${projection.height + 4}`} role="img" aria-labelledby="map-title">
          {raw(shapes(visit, view.drawn, classes, projection))}
        </svg>
        <Legend visit={visit} view={view} classes={classes} />
      </div>
    </section>
  )
}
