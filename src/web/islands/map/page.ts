/** What the page tells its script, read from attributes: a strict policy allows no inline script. */
export interface PageData {
  readonly work: HTMLElement
  readonly zones: string
  /** Empty when no places are shown. */
  readonly places: string
  readonly bounds: readonly [number, number, number, number]
  readonly view: string
  readonly part: string
  readonly base: string | null
  readonly words: Readonly<Record<string, string>>
}

export function readPage(): PageData | null {
  const work = document.getElementById('map-work')
  const bounds = (work?.dataset['bounds'] ?? '').split(' ').map(Number)
  const [west, south, east, north] = bounds
  if (!work || west === undefined || south === undefined || east === undefined || north === undefined) return null
  const { zones = '', places = '', view = '', part = '', base = null, words = '{}' } = work.dataset
  const absolute = (path: string): string => (path === '' ? '' : `${globalThis.location.origin}${path}`)
  return {
    work,
    zones: absolute(zones),
    places: absolute(places),
    bounds: [west, south, east, north],
    view,
    part,
    base,
    words: JSON.parse(words) as Readonly<Record<string, string>>,
  }
}

/** A plain button of the page's own kind. */
export function button(text: string, act: () => void, label: string = text): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'quiet'
  made.textContent = text
  if (label !== text) {
    made.setAttribute('aria-label', label)
    made.title = label
  }
  made.addEventListener('click', act)
  return made
}
