import type { MapView, ShownMap } from '#app/maps/mapPage.ts'
import { escapeHtml } from '../parts/escapeHtml.ts'
import { levelShapes } from '../parts/symbols.ts'
import type { Visit } from '../page.ts'
import { middleOf, pathOf, type Drawing } from './drawing.ts'

import { figureOrReason } from './mapFigures.ts'
import { paintOf } from './paint.ts'

/** How an element is coloured: by a class of the style sheet on the page, by an attribute in a file. */
export type Colouring = (paint: string) => string

/** Each zone as a path that tells its name and figure when pointed at. */
export function zonePaths(visit: Visit, view: MapView, map: ShownMap, drawing: Drawing, colour: Colouring): string {
  const figures = new Map(map.values.figures.map((figure) => [figure.zone.code, figure]))
  const drawn = view.outlines.map((outline) => {
    const figure = figures.get(outline.code)
    const said = figure ? `${figure.zone.name[visit.language]}, ${figureOrReason(visit, map.values, figure)}` : outline.code
    const path = pathOf(outline, drawing)
    return `<path ${colour(paintOf(map, figure))} data-zone="${escapeHtml(outline.code)}" d="${path}"><title>${escapeHtml(said)}</title></path>`
  })
  return drawn.join('')
}

/** The outlines of the selected zones, over all others. */
export function selectionPaths({ outlines, selected }: MapView, drawing: Drawing): string {
  const chosen = outlines.filter(({ code }) => selected.includes(code))
  return chosen.map((outline) => pathOf(outline, drawing)).join('')
}

/** A mark of its level in the middle of each zone with an established or likely verdict. */
export function levelMarksAt({ outlines }: MapView, { values }: ShownMap, drawing: Drawing): string {
  if (values.indicator.unit !== 'level') return ''
  const figures = new Map(values.figures.map((figure) => [figure.zone.code, figure]))
  return outlines
    .flatMap((outline) => {
      const figure = figures.get(outline.code)
      if (!figure?.level || figure.sureness === 'uncertain') return []
      const middle = middleOf(outline)
      const [x, y] = drawing.at(middle)
      return [
        `<g data-at="${middle.map((degrees) => degrees.toFixed(5)).join(' ')}" transform="translate(${x - 18} ${y - 18}) scale(3.6)"><circle class="mark-ground" cx="5" cy="5" r="7.6"/>${levelShapes[figure.level]}</g>`,
      ]
    })
    .join('')
}

/** Places as dots. */
export function placeDots({ places }: MapView, drawing: Drawing, attributes: string): string {
  return (places ?? [])
    .map(({ lon, lat }) => {
      const [x, y] = drawing.at([lon, lat])
      return `<circle ${attributes} cx="${x}" cy="${y}" r="8"/>`
    })
    .join('')
}

/** A drawn area as a closed path. */
export function areaPath(area: readonly (readonly [number, number])[] | null, drawing: Drawing): string {
  if (!area || area.length < 2) return ''
  return `M${area.map((corner) => drawing.at(corner).join(' ')).join('L')}Z`
}
