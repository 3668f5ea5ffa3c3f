import { Map as MapLibre, Marker, type GeoJSONSource } from 'maplibre-gl'
import { among, fillColours, hatchOf, isHatched, layersOf, styleOf } from './mapStyle.ts'
import type { PageData } from './page.ts'
import { colourOf, paintedZones, stripes } from './paints.ts'
import type { State } from './state.ts'

/** A drawing of the page that a map has taken over. */
export interface FigureMap {
  readonly map: MapLibre
  readonly figure: HTMLElement
  /** What is said of each zone. */
  readonly said: ReadonlyMap<string, string>
  point(codes: readonly string[]): void
  show(state: State): void
}

/** The state's view, `lon*lat*zoom`, or everything. */
function startOf(page: PageData) {
  const [lon, lat, zoom] = page.view.split('*').map(Number)
  if (lon !== undefined && lat !== undefined && zoom !== undefined && [lon, lat, zoom].every(Number.isFinite))
    return { center: [lon, lat] as [number, number], zoom }
  const [west, south, east, north] = page.bounds
  return {
    bounds: [west, south, east, north] as [number, number, number, number],
    fitBoundsOptions: { padding: 12, animate: false },
  }
}

function addImages(map: MapLibre, figure: Element, paints: readonly string[]): void {
  for (const paint of paints) {
    const [ground, stripe] = hatchOf(paint)
    const image = stripes(colourOf(figure, ground), colourOf(figure, stripe))
    if (image) map.addImage(paint, image, { pixelRatio: 2 })
  }
}

/** The marks of levels, where the server set them in its drawing. */
function addMarks(map: MapLibre, figure: Element): void {
  for (const mark of figure.querySelectorAll<SVGGElement>('.map-drawing .level-marks g[data-at]')) {
    const [lon, lat] = (mark.dataset['at'] ?? '').split(' ').map(Number)
    if (lon === undefined || lat === undefined) continue
    const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    drawn.setAttribute('viewBox', '0 0 10 10')
    drawn.setAttribute('class', 'level-marks level-mark')
    drawn.setAttribute('aria-hidden', 'true')
    drawn.append(...[...mark.childNodes].map((child) => child.cloneNode(true)))
    const holder = document.createElement('div')
    holder.append(drawn)
    new Marker({ element: holder }).setLngLat([lon, lat]).addTo(map)
    holder.removeAttribute('aria-label')
    holder.removeAttribute('role')
    holder.removeAttribute('tabindex')
  }
}

function areaData(area: State['area']) {
  const corners = area.map(([lon, lat]) => [lon, lat])
  const ring = [...corners, ...corners.slice(0, 1)]
  return {
    area: { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: ring.length > 2 ? [ring] : [] } },
    corners: { type: 'Feature', properties: {}, geometry: { type: 'MultiPoint', coordinates: corners } },
  } as const
}

/** Lays a map over the server's drawing, in the same frame. */
export async function figureMap(page: PageData, figure: HTMLElement): Promise<FigureMap> {
  const zones = paintedZones(figure)
  const frame = figure.querySelector<HTMLElement>('.map-frame')
  if (!frame) throw new Error('a map has no frame')
  const container = document.createElement('div')
  container.className = 'map-canvas'
  frame.append(container)
  const map = new MapLibre({
    container,
    style: page.base ?? styleOf(page),
    ...startOf(page),
    minZoom: 5,
    maxZoom: 17,
    attributionControl: page.base === null ? false : { compact: false },
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    locale: { 'Map.Title': figure.querySelector('figcaption')?.textContent ?? '' },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.scrollZoom.disable()
  await new Promise<void>((resolve) => map.once('style.load', () => resolve()))
  const own = styleOf(page)
  const hatched = [...new Set(zones.map((zone) => zone.paint).filter(isHatched))]
  const dress = (): void => {
    for (const [name, source] of Object.entries(own.sources)) if (!map.getSource(name)) map.addSource(name, source)
    addImages(map, figure, hatched)
    for (const layer of layersOf(page, figure, zones)) map.addLayer(layer)
    if (page.base !== null) map.setPaintProperty('zones', 'fill-opacity', 0.7)
  }
  dress()
  addMarks(map, figure)
  globalThis.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => repaint(map, page, figure, hatched))
  const said = new Map(zones.map((zone) => [zone.code, zone.said]))
  return {
    map,
    figure,
    said,
    point: (codes) => void map.setFilter('pointed', among(codes)),
    show({ zones: chosen, area }) {
      map.setFilter('chosen', among(chosen))
      const data = areaData(area)
      void map.getSource<GeoJSONSource>('area')?.setData(data.area)
      void map.getSource<GeoJSONSource>('area-corners')?.setData(data.corners)
    },
  }
}

/** The reader changed the theme: every colour is read anew. */
function repaint(map: MapLibre, page: PageData, figure: Element, hatched: readonly string[]): void {
  const zones = paintedZones(figure)
  for (const paint of hatched) map.removeImage(paint)
  addImages(map, figure, hatched)
  for (const layer of layersOf(page, figure, zones)) {
    for (const [property, value] of Object.entries('paint' in layer ? (layer.paint ?? {}) : {})) {
      map.setPaintProperty(layer.id, property as 'fill-color', value as string)
    }
  }
  if (map.getLayer('paper'))
    map.setPaintProperty(
      'paper',
      'background-color',
      styleOf(page).layers[0]?.type === 'background' ? colourOf(figure, 'paper') : '',
    )
  map.setPaintProperty('zones', 'fill-color', fillColours(figure, zones))
}
