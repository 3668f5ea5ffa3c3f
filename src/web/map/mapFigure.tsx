import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { MapView, ShownMap } from '#app/maps/mapPage.ts'
import type { Visit } from '../page.ts'
import { drawingOf, scaleBarKm, type Drawing } from './drawing.ts'
import { mapAsked } from './mapAddress.ts'
import { MapLegend } from './mapLegend.tsx'
import { shownName } from './mapFigures.ts'
import { hatchPatterns, isHatched } from './patterns.ts'
import { areaPath, levelMarksAt, placeDots, selectionPaths, zonePaths, type Colouring } from './zonePaths.ts'

/** Units across the drawing: two to a pixel of a wide screen. */
const across = 1200
/** So many zones are drawn without borders between them, in which they would drown. */
const manyZones = 1500

function coloured(id: string): Colouring {
  return (paint) =>
    isHatched(paint) ? `class="zone" data-paint="${paint}" fill="url(#${id}-${paint})"` : `class="zone ${paint}"`
}

function scaleBar(visit: Visit, drawing: Drawing): string {
  const km = scaleBarKm(drawing)
  const length = Math.round(km * drawing.perKm)
  const y = drawing.height + 30
  const text = visit.words.maps.scale(km < 1 ? visit.format.decimal(km) : visit.format.integer(km))
  return `<path class="scale" d="M2 ${y - 8}v16M2 ${y}h${length}m0 -8v16"/><text class="scale-text" x="${length + 16}" y="${y + 8}">${text}</text>`
}

function contentOf(visit: Visit, view: MapView, map: ShownMap, drawing: Drawing, id: string): string {
  return [
    `<defs>${hatchPatterns(id, (name) => `class="${name}"`)}</defs>`,
    zonePaths(visit, view, map, drawing, coloured(id)),
    `<g class="level-marks">${levelMarksAt(view, map, drawing)}</g>`,
    `<path class="chosen-zones" d="${selectionPaths(view, drawing)}"/>`,
    `<path class="drawn-area" d="${areaPath(mapAsked(visit).area, drawing)}"/>`,
    placeDots(view, drawing, 'class="place-dot"'),
    scaleBar(visit, drawing),
  ].join('')
}

/** One map with its legend: drawn here, and taken over by the script where one runs. */
export const MapFigure: FC<{ visit: Visit; view: MapView; map: ShownMap; index: number }> = ({ visit, view, map, index }) => {
  const drawing = drawingOf(view.outlines, across)
  const id = `map-${index + 1}`
  const name = shownName(visit, map.values)
  return (
    <figure
      class="map-figure"
      id={id}
      data-map={String(index)}
      data-colour-kind={map.values.indicator.unit === 'level' ? 'level' : 'class'}
    >
      <figcaption id={`${id}-name`}>{name}</figcaption>
      <div class="map-frame">
        {drawing && (
          <svg
            class={`map-drawing${view.outlines.length > manyZones ? ' many' : ''}`}
            viewBox={`-4 -4 ${drawing.width + 8} ${drawing.height + 56}`}
            role="img"
            aria-label={visit.words.maps.mapOf(name)}
          >
            {raw(contentOf(visit, view, map, drawing, id))}
          </svg>
        )}
      </div>
      <MapLegend visit={visit} view={view} map={map} id={id} />
    </figure>
  )
}
