/** A linear scale from values to positions of a drawing. */
export interface Axis {
  readonly from: number
  readonly to: number
  at(value: number): number
}

/** Positions rounded to a tenth: drawings stay small and sharp. Values outside the range are held at its ends. */
export function axis(from: number, to: number, start: number, end: number): Axis {
  const at = (value: number): number => {
    const share = Math.min(Math.max((value - from) / (to - from), 0), 1)
    return Math.round((start + share * (end - start)) * 10) / 10
  }
  return { from, to, at }
}

/** The smallest half-range of whole half points that holds all values, at least one point: for deviations, centred on 0. */
export function symmetricRange(values: readonly number[]): number {
  const widest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1)
  return Math.ceil(widest * 2) / 2
}
