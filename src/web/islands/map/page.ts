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

/** West, south, east, north; `null` where there is nothing to show. */
function boundsOf(text: string | undefined): PageData['bounds'] | null {
  const [west, south, east, north] = (text ?? '').split(' ').map(Number)
  const known = west !== undefined && south !== undefined && east !== undefined && north !== undefined
  return known ? [west, south, east, north] : null
}

export function readPage(): PageData | null {
  const work = document.getElementById('map-work')
  const bounds = boundsOf(work?.dataset['bounds'])
  if (!work || !bounds) return null
  const told = (name: string): string => work.dataset[name] ?? ''
  const absolute = (path: string): string => (path === '' ? '' : `${globalThis.location.origin}${path}`)
  return {
    work,
    bounds,
    zones: absolute(told('zones')),
    places: absolute(told('places')),
    view: told('view'),
    part: told('part'),
    base: work.dataset['base'] ?? null,
    words: JSON.parse(told('words')) as Readonly<Record<string, string>>,
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
