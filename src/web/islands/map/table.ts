/** The table beside the map: ticking chooses, pointing points, arrow keys go from zone to zone. */
export interface TableLinks {
  readonly toggle: (code: string, chosen: boolean) => void
  readonly point: (code: string | null) => void
}

export function linkTable({ toggle, point }: TableLinks): (zones: readonly string[]) => void {
  const table = document.querySelector<HTMLTableElement>('.map-table')
  const boxes = [...(table?.querySelectorAll<HTMLInputElement>('input[name=zone]') ?? [])]
  document.getElementById('show-selection')?.setAttribute('hidden', '')
  const codeAt = (target: EventTarget | null): string | null =>
    target instanceof Element ? (target.closest<HTMLElement>('tr[data-zone]')?.dataset['zone'] ?? null) : null
  table?.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) toggle(target.value, target.checked)
  })
  table?.addEventListener('pointerover', ({ target }) => point(codeAt(target)))
  table?.addEventListener('pointerleave', () => point(null))
  table?.addEventListener('focusin', ({ target }) => point(codeAt(target)))
  table?.addEventListener('focusout', () => point(null))
  table?.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const at = boxes.findIndex((box) => box === event.target)
    if (step === 0 || at < 0) return
    event.preventDefault()
    boxes[at + step]?.focus()
  })
  return (zones) => {
    for (const box of boxes) {
      box.checked = zones.includes(box.value)
      box.closest('tr')?.classList.toggle('chosen-row', box.checked)
    }
  }
}
