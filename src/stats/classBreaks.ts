/** The classes of a map: `lows[i]` is the least value that class i can hold; each class ends where the next begins, the last with the greatest value. */
export type ClassLows = readonly number[]

/** One class as a legend shows it: the least and greatest value that it holds, `null` where it holds none, and how many it holds. */
export interface ClassCount {
  readonly low: number
  readonly least: number | null
  readonly greatest: number | null
  readonly count: number
}

/**
 * The values in rising order, refused when one is no finite number or when the number of classes is none.
 *
 * @throws RangeError naming the bad value and where it stands
 */
export function checkedValues(values: readonly number[], classes: number): number[] {
  if (!Number.isInteger(classes) || classes < 1)
    throw new RangeError(`${classes} is no number of classes: give a whole number from 1`)
  const bad = values.findIndex((value) => !Number.isFinite(value))
  if (bad >= 0) throw new RangeError(`the value ${values[bad]} at place ${bad} is no finite number: leave missing values out`)
  return values.toSorted((a, b) => a - b)
}

/**
 * The class that a value falls in: the last whose low it reaches, the first for anything under them all.
 *
 * Example: `classOf(4, [1, 3, 8])` is 1.
 */
export function classOf(value: number, lows: ClassLows): number {
  let [from, to] = [0, lows.length - 1]
  while (from < to) {
    const middle = Math.ceil((from + to) / 2)
    if (value >= (lows[middle] as number)) from = middle
    else to = middle - 1
  }
  return from
}

/** How many values each class holds, and between which of them it really runs. */
export function countClasses(values: readonly number[], lows: ClassLows): ClassCount[] {
  const found = lows.map((low) => ({ low, least: null as number | null, greatest: null as number | null, count: 0 }))
  for (const value of values) {
    const held = found[classOf(value, lows)]
    if (!held) continue
    held.count++
    held.least = Math.min(held.least ?? value, value)
    held.greatest = Math.max(held.greatest ?? value, value)
  }
  return found
}
