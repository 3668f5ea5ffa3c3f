import type { FigureMap } from './figureMap.ts'
import { button, type PageData } from './page.ts'
import type { State } from './state.ts'

type Corners = State['area']

/** Drawing an area by its corners: clicks on any of the maps, keys anywhere on the page while it lasts. */
export interface Drawing {
  readonly tools: HTMLElement
  /** Whether clicks are corners now, and not choices of zones. */
  active(): boolean
  add(corner: readonly [number, number]): void
}

export function drawArea(
  page: PageData,
  maps: () => readonly FigureMap[],
  read: () => State,
  done: (area: Corners) => void,
): Drawing {
  const { words } = page
  const tools = document.createElement('span')
  tools.className = 'draw-tools'
  const hint = document.createElement('span')
  hint.className = 'muted'
  hint.setAttribute('role', 'status')
  let corners: Corners | null = null
  const show = (): void => {
    for (const each of maps()) each.show({ ...read(), area: corners ?? read().area })
  }
  const stop = (): void => {
    corners = null
    page.work.classList.remove('drawing')
    set(start)
    hint.textContent = ''
    show()
  }
  const finish = (): void => {
    const drawn = corners ?? []
    stop()
    if (drawn.length >= 3) done(drawn)
    start.focus()
  }
  const start = button(words['draw'] ?? '', () => {
    corners = []
    page.work.classList.add('drawing')
    set(button(words['finish'] ?? '', finish), button(words['cancel'] ?? '', stop))
    hint.textContent = words['drawing'] ?? ''
    show()
  })
  const set = (...buttons: readonly HTMLElement[]): void => tools.replaceChildren(...buttons, hint)
  set(start)
  document.addEventListener('keydown', (event) => {
    if (corners === null || event.target instanceof HTMLTextAreaElement) return
    const onButton = event.target instanceof HTMLButtonElement
    if (event.key === 'Escape') stop()
    else if (event.key === 'Enter' && !onButton) finish()
    else if (event.key === 'Backspace') {
      corners = corners.slice(0, -1)
      show()
    } else return
    event.preventDefault()
  })
  return {
    tools,
    active: () => corners !== null,
    add(corner) {
      corners = [...(corners ?? []), corner]
      show()
    },
  }
}
