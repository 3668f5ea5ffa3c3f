import { setWorkerUrl } from 'maplibre-gl'
import { drawArea, type Drawing } from './drawArea.ts'
import { figureMap, type FigureMap } from './figureMap.ts'
import { button, readPage, type PageData } from './page.ts'
import { addPicture } from './picture.ts'
import { keepState, readState, withState, type State } from './state.ts'
import { linkTable } from './table.ts'

/** Address of the library's worker, set when this file is bundled. */
declare const MAP_WORKER: string

function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}

/** One map moves, the others follow. */
function moveTogether(maps: readonly FigureMap[]): void {
  let leading = false
  for (const { map } of maps) {
    map.on('move', () => {
      if (leading) return
      leading = true
      for (const other of maps) if (other.map !== map) other.map.jumpTo({ center: map.getCenter(), zoom: map.getZoom() })
      leading = false
    })
  }
}

/** What is under the pointer, in a box that follows it. */
function tipOf(each: FigureMap): (text: string | null, x: number, y: number) => void {
  const tip = document.createElement('p')
  tip.className = 'map-tip'
  tip.hidden = true
  each.map.getContainer().append(tip)
  return (text, x, y) => {
    tip.hidden = text === null
    tip.textContent = text ?? ''
    const width = each.map.getContainer().clientWidth
    tip.style.left = `${Math.min(x + 14, width - tip.offsetWidth - 4)}px`
    tip.style.top = `${y + 14}px`
  }
}

const zoneLayers = ['zones']
const nameOfPlace = (code: unknown): string | null =>
  document.querySelector(`[data-place="${CSS.escape(String(code))}"]`)?.textContent?.trim() ?? null

function pointing(each: FigureMap, all: readonly FigureMap[], page: PageData): void {
  const { map, said } = each
  const tip = tipOf(each)
  map.on('mousemove', ({ point }) => {
    const place = page.places === '' ? undefined : map.queryRenderedFeatures(point, { layers: ['places'] })[0]
    const code = map.queryRenderedFeatures(point, { layers: zoneLayers })[0]?.properties['code'] as string | undefined
    for (const other of all) other.point(code === undefined ? [] : [code])
    const text = place ? nameOfPlace(place.properties['code']) : code === undefined ? null : (said.get(code) ?? null)
    tip(text, point.x, point.y)
    map.getCanvas().classList.toggle('over-zone', code !== undefined)
  })
  map.on('mouseout', () => {
    for (const other of all) other.point([])
    tip(null, 0, 0)
  })
}

interface Clicks {
  readonly drawing: Drawing
  readonly toggle: (code: string) => void
}

function clicking({ map }: FigureMap, page: PageData, { drawing, toggle }: Clicks): void {
  map.on('click', ({ point, lngLat }) => {
    map.scrollZoom.enable()
    if (drawing.active()) return drawing.add([lngLat.lng, lngLat.lat])
    const cluster = page.places === '' ? undefined : map.queryRenderedFeatures(point, { layers: ['clusters'] })[0]
    if (cluster) return void map.easeTo({ center: lngLat, zoom: map.getZoom() + 2 })
    const code = map.queryRenderedFeatures(point, { layers: zoneLayers })[0]?.properties['code'] as string | undefined
    if (code !== undefined) toggle(code)
  })
  map.getCanvas().addEventListener('blur', () => map.scrollZoom.disable())
}

/** Fetches the panel of the selection anew; a later choice overtakes an earlier one. */
function panelOf(page: PageData, clear: () => void): (state: State) => Promise<void> {
  let asked = 0
  const bind = (): void => {
    document.getElementById('clear-selection')?.addEventListener('click', (event) => {
      event.preventDefault()
      clear()
    })
  }
  bind()
  return async (state) => {
    const turn = ++asked
    const answer = await fetch(withState(page.part, state), { headers: { Accept: 'text/html' } })
    if (!answer.ok || turn !== asked) return
    const held = document.getElementById('map-selection')
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('map-selection')
    if (!held || !found) return
    held.replaceWith(found)
    bind()
    keepState(state)
  }
}

function toolbar(page: PageData, maps: readonly FigureMap[], drawing: Drawing): void {
  const { words } = page
  const first = maps[0]?.map
  if (!first) return
  const bar = document.createElement('div')
  bar.className = 'map-tools'
  bar.append(
    button('+', () => void first.zoomIn(), words['zoomIn']),
    button('−', () => void first.zoomOut(), words['zoomOut']),
    button(words['whole'] ?? '', () => {
      const [west, south, east, north] = page.bounds
      first.fitBounds([west, south, east, north], { padding: 12 })
    }),
    drawing.tools,
  )
  page.work.prepend(bar)
}

async function takeOver(page: PageData): Promise<void> {
  const figures = [...page.work.querySelectorAll<HTMLElement>('.map-figure')]
  page.work.classList.add('with-maps')
  const maps = await Promise.all(figures.map((figure) => figureMap(page, figure)))
  let state = readState()
  let tick: (zones: readonly string[]) => void = () => {}
  const change = (next: State, panel: boolean): void => {
    state = next
    keepState(state)
    tick(state.zones)
    for (const each of maps) each.show(state)
    if (panel) void refresh(state)
  }
  const refresh = panelOf(page, () => change({ ...state, zones: [] }, true))
  const toggle = (code: string, chosen = !state.zones.includes(code)): void => {
    const others = state.zones.filter((zone) => zone !== code)
    change({ ...state, zones: chosen ? [...others, code] : others }, true)
  }
  const drawing = drawArea(
    page,
    () => maps,
    () => state,
    (area) => change({ ...state, area }, true),
  )
  tick = linkTable({ toggle, point: (code) => maps.forEach((each) => each.point(code === null ? [] : [code])) })
  moveTogether(maps)
  for (const each of maps) {
    pointing(each, maps, page)
    clicking(each, page, { drawing, toggle })
  }
  toolbar(page, maps, drawing)
  change(state, false)
  maps[0]?.map.on('moveend', (event) => {
    const { lng, lat } = event.target.getCenter()
    const view = [lng.toFixed(4), lat.toFixed(4), event.target.getZoom().toFixed(2)].join('*')
    if (event.originalEvent || view !== state.view) change({ ...state, view }, false)
  })
  page.work.classList.add('maps-ready')
}

/** A change of subject shows its figures at once, without a second press. */
function linkSubject(): void {
  const subject = document.querySelector<HTMLSelectElement>('#map-subject')
  subject?.addEventListener('change', () => subject.form?.requestSubmit())
}

export function startMaps(): void {
  const page = readPage()
  linkSubject()
  addPicture(page?.words['png'] ?? 'PNG')
  if (!page || !hasWebGl()) return
  setWorkerUrl(MAP_WORKER)
  takeOver(page).catch((error: unknown) => {
    // The server's drawing stays in sight.
    page.work.classList.remove('with-maps', 'maps-ready')
    throw error
  })
}
