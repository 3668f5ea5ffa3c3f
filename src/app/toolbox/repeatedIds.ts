import { float64Column } from './growingColumns.ts'

/** Heads under which files keep the respondent's identifier. */
const idNames = new Set([
  'id',
  'respondent',
  'respondent_id',
  'respondentid',
  'id_respondent',
  'répondant',
  'repondant',
  'identifiant',
  'person_id',
])

/** The column that looks like an identifier of the respondent; -1 without one. */
export function idColumn(header: readonly string[]): number {
  return header.findIndex((name) => idNames.has(name.toLowerCase()))
}

/** 53 bits that two different texts share with a chance of one in 10^16: a number per row instead of its text. */
export function fingerprint(text: string): number {
  let low = 0x811c9dc5
  let high = 0x9747b28c
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x85ebca6b)
    high ^= high >>> 13
  }
  return (high >>> 0) * 0x200000 + ((low >>> 0) & 0x1fffff)
}

/** Watches an identifier column for values that come again, in flat memory. */
export class RepeatedIds {
  readonly #prints = float64Column()

  push(text: string): void {
    // Missing identifiers repeat nothing.
    this.#prints.push(text === '' ? Number.NaN : fingerprint(text))
  }

  /** How many rows repeat an earlier identifier, and the first two rows with one; null where all differ. */
  take(): { readonly count: number; readonly first: number; readonly again: number } | null {
    const prints = this.#prints.take()
    const sorted = prints.slice().sort()
    let count = 0
    let repeated = Number.NaN
    for (let i = 1; i < sorted.length; i++) {
      if (sorted[i] !== sorted[i - 1]) continue
      count += 1
      repeated = sorted[i] as number
    }
    if (count === 0) return null
    const first = prints.indexOf(repeated)
    return { count, first, again: prints.indexOf(repeated, first + 1) }
  }
}
