import type { MapView, ShownMap } from '#app/maps/mapPage.ts'
import { levels } from '#domain/matrix'
import { escapeHtml } from '../parts/escapeHtml.ts'
import { levelShapes } from '../parts/symbols.ts'
import type { Visit } from '../page.ts'
import { drawingOf, scaleBarKm, type Drawing } from './drawing.ts'
import { mapAsked } from './mapAddress.ts'
import { shownName, unitOf } from './mapFigures.ts'
import { legendEntries } from './mapLegend.tsx'
import { mapSource } from './mapSource.ts'
import { mapTitle } from './mapTitle.ts'
import { classColours } from './palette.ts'
import { hatchPatterns, isHatched } from './patterns.ts'
import { areaPath, levelMarksAt, placeDots, selectionPaths, zonePaths, type Colouring } from './zonePaths.ts'

/** Colours of the style sheet in its light theme: a file is printed, or laid in a report. */
const inks: Readonly<Record<string, string>> = {
  rethink: '#a4262c',
  watch: '#8a6100',
  fineTune: '#1f5fa8',
  maintain: '#2c6b3f',
  none: '#c9c4b8',
}
const washes: Readonly<Record<string, string>> = {
  rethink: '#f7e3e2',
  watch: '#f3ead3',
  fineTune: '#dfe9f5',
  maintain: '#dfece1',
  none: '#fbfaf7',
}
const ink = '#17212b'
const paper = '#fbfaf7'

function fillOf(paint: string): string {
  const [kind, count, index] = paint.split('-')
  if (kind === 'seq' || kind === 'div') return classColours('light', kind, Number(count))[Number(index) - 1] ?? paper
  if (kind === 'wash') return washes[count ?? ''] ?? paper
  if (kind === 'ink' || kind === 'verdict') return inks[count ?? ''] ?? paper
  return '#ffffff'
}

function colouring(id: string): Colouring {
  return (paint) => `fill="${isHatched(paint) ? `url(#${id}-${paint})` : fillOf(paint)}"`
}

/** A zone without a figure is paper within a thin line, so that it is seen to be there. */
function zoneColouring(id: string): Colouring {
  return (paint) => (paint === 'no-figure' ? `fill="#ffffff" stroke="#7d878f"` : colouring(id)(paint))
}

/** Words in lines of at most so many characters. */
function wrapped(said: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of said.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const text = (x: number, y: number, size: number, said: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${size}" ${more}>${escapeHtml(said)}</text>`

/** Width of one map in the file, and of the margin around all. */
const mapWidth = 900
const margin = 32
const legendLine = 26
const headHeight = 96
/** Characters of a source line that fit under one map, and the height of such a line. */
const lineLength = 118
const sourceLine = 20

function oneMap(visit: Visit, view: MapView, map: ShownMap, drawing: Drawing, id: string): string {
  const km = scaleBarKm(drawing)
  const bar = Math.round(km * drawing.perKm)
  const below = drawing.height + 24
  const marks = levelMarksAt(view, map, drawing)
    .replaceAll('class="mark-ground"', `fill="${paper}"`)
    .replaceAll('class="hollow"', `fill="none" stroke="${ink}" stroke-width="1.4"`)
  const said = visit.words.maps.scale(km < 1 ? visit.format.decimal(km) : visit.format.integer(km))
  const entries = legendEntries(visit, map).map(({ paint, text: meaning, count, level }, i) => {
    const y = below + 40 + i * legendLine
    const unit = unitOf(visit, map.values.level, map.values.territory.country, count)
    const mark = level
      ? `<g fill="${inks[level]}" stroke="none" transform="translate(40 ${y - 13}) scale(1.4)">${levelShapes[level].replaceAll('class="hollow"', `fill="none" stroke="${inks[level]}" stroke-width="1.3"`)}</g>`
      : ''
    return `<rect x="0" y="${y - 15}" width="32" height="18" stroke="#d9d6ce" ${colouring(id)(paint)}/>${mark}${text(level ? 64 : 42, y, 16, `${meaning} (${visit.format.integer(count)} ${unit})`)}`
  })
  return [
    `<defs>${hatchPatterns(id, (name) => `fill="${fillOf(name)}"`)}</defs>`,
    `<g stroke="${paper}" stroke-width="1">${zonePaths(visit, view, map, drawing, zoneColouring(id))}</g>`,
    marks,
    `<path fill="none" stroke="${ink}" stroke-width="3" d="${selectionPaths(view, drawing)}"/>`,
    `<path fill="none" stroke="${inks['rethink']}" stroke-width="3" stroke-dasharray="10 6" d="${areaPath(mapAsked(visit).area, drawing)}"/>`,
    placeDots(view, drawing, `fill="${ink}" stroke="${paper}" stroke-width="2"`),
    `<path fill="none" stroke="${ink}" stroke-width="1.6" d="M1 ${below - 6}v12M1 ${below}h${bar}m0 -6v12"/>${text(bar + 12, below + 6, 16, said)}`,
    ...entries,
  ].join('')
}

/** The maps as a drawing that stands by itself: title, legend with counts, scale, source and licence on it, no style sheet, no script. */
export function svgFile(visit: Visit, view: MapView): string {
  const drawing = drawingOf(view.outlines, mapWidth)
  if (!drawing) return '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
  const longest = Math.max(...view.maps.map((map) => legendEntries(visit, map).length), levels.length)
  const foot = headHeight + drawing.height + 70 + longest * legendLine
  const width = 2 * margin + view.maps.length * mapWidth + (view.maps.length - 1) * margin
  const lines = view.maps.flatMap(({ values }) => wrapped(mapSource(visit, values), lineLength * view.maps.length))
  const height = foot + 24 + lines.length * sourceLine
  const title = mapTitle(visit, view)
  const drawn = view.maps.map((map, i) => {
    const left = margin + i * (mapWidth + margin)
    const name = view.maps.length > 1 ? text(left, headHeight - 14, 18, shownName(visit, map.values), 'font-weight="600"') : ''
    return `${name}<g transform="translate(${left} ${headHeight})">${oneMap(visit, view, map, drawing, `file-${i + 1}`)}</g>`
  })
  const sources = lines.map((line, i) => text(margin, foot + 10 + i * sourceLine, 14, line))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Atkinson Hyperlegible Next, Atkinson Hyperlegible, Arial, sans-serif" fill="${ink}" lang="${visit.language}" role="img" aria-labelledby="title">`,
    `<title id="title">${escapeHtml(title)}</title><rect width="${width}" height="${height}" fill="${paper}"/>`,
    text(margin, 42, 24, title, 'font-weight="600"'),
    ...drawn,
    ...sources,
    '</svg>',
  ].join('\n')
}
