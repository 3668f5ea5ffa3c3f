const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function iso(year: number, month: number, day: number): string | null {
  const length = month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0)
  if (year < 1800 || year > 2199 || day < 1 || day > length) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * A day as ISO, from `2024-03-01`, `2024-03-01T10:00:00Z` (its date), `01/03/2024`, `1.3.2024` (day first, as on both sides of the Channel) or `20240301`;
 * `null` for anything else, days that no calendar has among them.
 */
export function parseDate(text: string): string | null {
  const trimmed = text.trim()
  const written = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(trimmed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed)
  if (written) return iso(Number(written[1]), Number(written[2]), Number(written[3]))
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed)
  return dayFirst ? iso(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])) : null
}

/** The last day of a year told alone, `null` where the text is no year. Example: `2011` is `2011-12-31`. */
export function lastDayOfYear(text: string): string | null {
  return /^(1[89]|2[01])\d{2}$/.test(text.trim()) ? `${text.trim()}-12-31` : null
}

/** A year in the name of a file: four digits that stand alone between 1990 and 2089. Example: `bpe-2018-pas-de-calais.csv` gives `2018`. */
export function yearInName(fileName: string): string | null {
  return /(?<!\d)(199\d|20[0-8]\d)(?!\d)/.exec(fileName)?.[1] ?? null
}
