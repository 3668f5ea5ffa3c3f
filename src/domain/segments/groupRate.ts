import { wilsonInterval } from '#stats/intervals.ts'

/** How common something is in a group, set against all groups together. Shares are 0-1; the index is 100 where both are equal. */
export interface GroupRate {
  readonly count: number
  readonly of: number
  readonly share: number
  /** 95 % interval of the share (Wilson's). */
  readonly lowest: number
  readonly highest: number
  readonly all: number
  readonly index: number
  /** 95 % interval of the index, all groups together being fixed. */
  readonly lower: number
  readonly upper: number
}

/**
 * The rate of a group against that of all groups together; `null` where nobody is counted, or where a count is above what it is a part of.
 *
 * Example: 30 of 100 against 100 of 500 give a share of .3 and an index of 150.
 */
export function groupRate(count: number, of: number, countAll: number, ofAll: number): GroupRate | null {
  if (!(of > 0 && ofAll > 0 && countAll > 0 && count >= 0 && count <= of)) return null
  const all = countAll / ofAll
  const { lower, upper } = wilsonInterval(count, of)
  const share = count / of
  return {
    count,
    of,
    share,
    lowest: lower,
    highest: upper,
    all,
    index: (100 * share) / all,
    lower: (100 * lower) / all,
    upper: (100 * upper) / all,
  }
}

/** What a sentence was written on: the share of a measure in its group at that time. */
export interface BoundFigure {
  readonly code: string
  readonly share: number
}

/** Whether a figure has moved by more than its interval since a sentence was written on it, or is there no longer. */
export function hasMoved({ share }: BoundFigure, now: Pick<GroupRate, 'lowest' | 'highest'> | undefined): boolean {
  return now === undefined || share < now.lowest || share > now.highest
}

/** Between-group contrast: those clearly above and clearly below all groups together, the most different first. */
export function contrasts<Fact extends Pick<GroupRate, 'index' | 'lower' | 'upper'>>(
  facts: readonly Fact[],
  most: number,
): { readonly over: readonly Fact[]; readonly under: readonly Fact[] } {
  const over = facts.filter(({ lower }) => lower > 100).toSorted((a, b) => b.index - a.index)
  const under = facts.filter(({ upper }) => upper < 100).toSorted((a, b) => a.index - b.index)
  return { over: over.slice(0, most), under: under.slice(0, most) }
}
