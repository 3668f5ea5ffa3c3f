/** A table for a terminal: the first columns to the left, as many as said, the others to the right. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[], left: number): string {
  const widths = head.map((name, j) => Math.max(name.length, ...rows.map((row) => row[j]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, j) => (j < left ? cell.padEnd(widths[j] ?? 0) : cell.padStart(widths[j] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(head), ...rows.map(line)].join('\n')
}

/** Figures of any size with six significant digits or more, as a language writes them; nothing where there is none. */
export function significant(locale: 'fr' | 'en'): (value: number | null) => string {
  const name = locale === 'fr' ? 'fr-FR' : 'en-GB'
  const small = new Intl.NumberFormat(name, { maximumSignificantDigits: 6 })
  const large = new Intl.NumberFormat(name, { maximumFractionDigits: 1 })
  return (value) => {
    if (value === null) return '–'
    if (value !== 0 && Math.abs(value) < 1e-4) return value.toExponential(2)
    return (Math.abs(value) < 1e5 ? small : large).format(value).replaceAll('-', '−')
  }
}
