/** What of the map's state the script changes; all of it stands in the address. */
export interface State {
  readonly zones: readonly string[]
  readonly area: readonly (readonly [number, number])[]
  readonly view: string
}

const rounded = (value: number): number => Math.round(value * 1e5) / 1e5

function written(state: State): Readonly<Record<'zone' | 'area' | 'view', string>> {
  return {
    zone: state.zones.join(','),
    area: state.area.map(([lon, lat]) => `${rounded(lon)}*${rounded(lat)}`).join('_'),
    view: state.view,
  }
}

export function readState(): State {
  const query = new URLSearchParams(globalThis.location.search)
  const zones = query.getAll('zone').flatMap((part) => part.split(','))
  const numbers = [...(query.get('area') ?? '').matchAll(/-?\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits))
  const area = Array.from(
    { length: Math.floor(numbers.length / 2) },
    (_, i) => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0] as const,
  )
  return { zones: [...new Set(zones)].filter((code) => code !== ''), area, view: query.get('view') ?? '' }
}

/** The same address with this state. */
export function withState(address: string, state: State): string {
  const url = new URL(address, globalThis.location.href)
  for (const [name, value] of Object.entries(written(state))) {
    url.searchParams.delete(name)
    if (value !== '') url.searchParams.set(name, value)
  }
  return url.pathname + url.search + url.hash
}

/** Links that carry the map's state: to itself, in either language, and to its files. */
const carrying = 'a[href*="/carte"], a[href*="/map"]'

function hidden(form: HTMLFormElement, name: string, value: string): void {
  for (const held of form.querySelectorAll(`input[type=hidden][name="${name}"]`)) held.remove()
  if (value === '') return
  const input = document.createElement('input')
  input.type = 'hidden'
  input.name = name
  input.value = value
  form.append(input)
}

/** Writes the state into the address and into every link and form that leads on from it. */
export function keepState(state: State): void {
  globalThis.history.replaceState(null, '', withState(globalThis.location.href, state))
  for (const link of document.querySelectorAll<HTMLAnchorElement>(carrying)) {
    // These say themselves what of the state they drop.
    if (link.closest('#map-selection, .subjects, .subjects-menu')) continue
    link.setAttribute('href', withState(link.href, state))
  }
  const { zone, area, view } = written(state)
  for (const form of document.querySelectorAll<HTMLFormElement>('.map-choices, #zones-form, #area-form')) {
    hidden(form, 'view', view)
    if (form.id !== 'area-form') hidden(form, 'area', area)
    if (form.id !== 'zones-form') hidden(form, 'zone', zone)
  }
}
