/** Five classes of a map: bounds between them, from low to high. */
export interface Classes {
  /** Class 0-4 of a value. */
  of(value: number): number
  readonly entries: readonly { readonly lower: number; readonly upper: number; readonly count: number }[]
}

/**
 * Classes holding about as many values each (quintiles); equal values share a class, so that fewer than five may be used.
 *
 * Example: of 1..10, the bounds are 1-2, 3-4, 5-6, 7-8, 9-10.
 */
export function quintiles(values: readonly number[]): Classes {
  const sorted = values.toSorted((a, b) => a - b)
  const cut = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  const lows = [...new Set([sorted[0] ?? 0, cut(0.2), cut(0.4), cut(0.6), cut(0.8)])]
  const of = (value: number): number =>
    Math.max(
      0,
      lows.findLastIndex((low) => value >= low),
    )
  const entries = lows.map((_, index) => {
    const held = sorted.filter((value) => of(value) === index)
    return { lower: held[0] ?? 0, upper: held.at(-1) ?? 0, count: held.length }
  })
  return { of, entries }
}
