import type { SuccessionRecord } from './records.ts'

/** What a code is today. */
export type Succession =
  /** Not among those that ended. */
  | { readonly outcome: 'same'; readonly code: string }
  /** Ended; its ground is in one other. */
  | { readonly outcome: 'successor'; readonly code: string }
  /** Ended; its ground was shared out, so that figures of it belong to no one of them. */
  | { readonly outcome: 'several'; readonly codes: readonly string[] }
  /** The records lead back to a code that they came from. */
  | { readonly outcome: 'cycle'; readonly codes: readonly string[] }

/**
 * A reader of what former codes became, through any number of steps. `isCurrent` says which codes exist today: there the way ends, also for a commune that
 * was merged and restored later.
 *
 * Example: with 62461 → 62447 recorded, `successions(records, isCurrent)('62461')` is `{ outcome: 'successor', code: '62447' }`.
 */
export function successions(
  records: Iterable<SuccessionRecord>,
  isCurrent: (code: string) => boolean,
): (code: string) => Succession {
  const next = new Map<string, Set<string>>()
  for (const { former, current } of records) {
    if (former === current) continue
    const held = next.get(former)
    if (held) held.add(current)
    else next.set(former, new Set([current]))
  }

  /** Where a code leads to, by every way; or the codes of a ring when one leads back. A way is walked step by step: it may be long. */
  function follow(code: string): { readonly ends: ReadonlySet<string>; readonly ring: readonly string[] | null } {
    const ends = new Set<string>()
    const done = new Set<string>()
    const way = new Set<string>()
    const steps: { readonly code: string; readonly leaving: boolean }[] = [{ code, leaving: false }]
    for (let step = steps.pop(); step; step = steps.pop()) {
      if (step.leaving) {
        way.delete(step.code)
        continue
      }
      if (way.has(step.code)) return { ends, ring: [...[...way].slice([...way].indexOf(step.code)), step.code] }
      if (done.has(step.code)) continue
      done.add(step.code)
      const after = isCurrent(step.code) ? undefined : next.get(step.code)
      if (!after) {
        ends.add(step.code)
        continue
      }
      way.add(step.code)
      steps.push({ code: step.code, leaving: true }, ...[...after].map((each) => ({ code: each, leaving: false })))
    }
    return { ends, ring: null }
  }

  return (code) => {
    const { ends, ring } = follow(code)
    if (ring) return { outcome: 'cycle', codes: ring }
    const [first, ...others] = [...ends]
    if (others.length > 0) return { outcome: 'several', codes: [...ends].toSorted() }
    return first === undefined || first === code ? { outcome: 'same', code } : { outcome: 'successor', code: first }
  }
}
