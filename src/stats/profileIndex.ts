import { benjaminiHochberg } from './benjaminiHochberg.ts'
import { wilsonInterval } from './intervals.ts'
import { normalCdf } from './normal.ts'

/** One group of a file set against a base. */
export interface ProfileRow {
  /** Those of the file and of the base that are in the group. */
  readonly f: number
  readonly c: number
  /** f / F and c / C, 0-1. */
  readonly share: number | null
  readonly base: number
  /** 100 x share / base, with its 95 % interval: Wilson's of the share, the base being fixed. `null` where the base has nobody. */
  readonly index: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** f / c: above 1 where a file counts somebody more than once. */
  readonly penetration: number | null
  /** Two-sided score test of the share against the base, and the same held to the false discovery rate over all groups. */
  readonly p: number | null
  readonly pAdjusted: number | null
  readonly verdict: 'over' | 'under' | 'even' | null
}

export interface Profile {
  readonly rows: readonly ProfileRow[]
  readonly F: number
  readonly C: number
}

const significance = 0.05

/** Score test: z = (share - base) / sqrt(base (1 - base) / F). A base of 0 or 1 leaves nothing to test. */
function scoreTest(share: number, base: number, total: number): number | null {
  const spread = Math.sqrt((base * (1 - base)) / total)
  if (!(spread > 0)) return null
  return Math.min(1, 2 * normalCdf(-Math.abs((share - base) / spread)))
}

function rowOf(f: number, c: number, F: number, C: number): Omit<ProfileRow, 'pAdjusted' | 'verdict'> {
  const base = c / C
  const share = F > 0 ? f / F : null
  const penetration = c > 0 ? f / c : null
  if (share === null || !(base > 0)) return { f, c, share, base, index: null, lower: null, upper: null, penetration, p: null }
  const { lower, upper } = wilsonInterval(f, F)
  return {
    f,
    c,
    share,
    base,
    index: (100 * share) / base,
    lower: (100 * lower) / base,
    upper: (100 * upper) / base,
    penetration,
    p: scoreTest(share, base, F),
  }
}

/**
 * Profile of a file against a base, group by group: `f` counts those of the file, `c` those of the base, in the same order. A group is over- or
 * under-represented where its adjusted p is under .05. Counts are not negative, a base has somebody; else RangeError with the group's place.
 *
 * Example (Byker against Newcastle): f 11 of 5,996, c 13,872 of 119,048 give share .0018, index 2, 0.9-2.8 and a penetration of .0008.
 */
export function profileIndex(f: readonly number[], c: readonly number[]): Profile {
  if (f.length !== c.length) throw new RangeError(`${f.length} counts of the file for ${c.length} of the base`)
  for (const [i, count] of [...f, ...c].entries()) {
    if (!(count >= 0 && Number.isFinite(count))) throw new RangeError(`group ${i % f.length} counts ${count}`)
  }
  const F = f.reduce((sum, count) => sum + count, 0)
  const C = c.reduce((sum, count) => sum + count, 0)
  if (!(C > 0)) throw new RangeError('the base counts nobody')
  const rows = f.map((count, i) => rowOf(count, c[i] ?? 0, F, C))
  const tested = rows.flatMap(({ p }, i) => (p === null ? [] : [{ p, i }]))
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p))
  const byRow = new Map(tested.map(({ i }, at) => [i, adjusted[at] ?? 1]))
  return { rows: rows.map((row, i) => judged(row, byRow.get(i) ?? null)), F, C }
}

function judged(row: Omit<ProfileRow, 'pAdjusted' | 'verdict'>, pAdjusted: number | null): ProfileRow {
  if (pAdjusted === null || row.index === null) return { ...row, pAdjusted: null, verdict: null }
  const verdict = pAdjusted >= significance ? 'even' : row.index > 100 ? 'over' : 'under'
  return { ...row, pAdjusted, verdict }
}
