/** Deviations beyond this many points fill the bar: on the scale of 0 to 10 few exceed it. */
const fullScale = 1
const halfWidth = 20

/** The signed bar of a cell: from the middle to the left when worse than the comparison, to the right when better; a diamond ends it when significantly below. */
export function deviationBar(deviation: number, significant: boolean): string {
  const length = Math.min(Math.abs(deviation) / fullScale, 1) * halfWidth
  const x = deviation < 0 ? halfWidth - length : halfWidth
  const end = Math.max(halfWidth - length, 3.5)
  const diamond = significant ? `<path d="M${(end - 3.5).toFixed(1)} 3.5l3.5-3.5 3.5 3.5-3.5 3.5z"/>` : ''
  return `<svg class="bar" width="40" height="7" aria-hidden="true"><path class="ax" d="M20 0v7"/><rect x="${x.toFixed(1)}" y="1.5" width="${length.toFixed(1)}" height="4"/>${diamond}</svg>`
}
