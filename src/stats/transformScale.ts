/** What is done to a figure before it is scaled: `asinh` of the value as given (percentages 0-100: on proportions it would be almost linear), or nothing. */
export type Transform = 'asinh' | 'none'
/** To 0-1 by the range, to deviations from the mean by the population's standard deviation, or not at all. */
export type Scale = 'range' | 'z' | 'none'

/** What brings a transformed value into the space of the groups: (t - offset) / span. */
export interface Scaling {
  readonly offset: number
  readonly span: number
}

/**
 * Inverse hyperbolic sine, ln(x + sqrt(x^2 + 1)); the value itself for `none`.
 *
 * Example: `transformed(12.5, 'asinh')` is 3.220472.
 */
export function transformed(value: number, transform: Transform): number {
  return transform === 'asinh' ? Math.asinh(value) : value
}

/** The scaling of one column, already transformed. A constant column has a span of 0: whoever asks must have refused it. NaN is passed over. */
export function scalingOf(column: Float64Array, scale: Scale): Scaling {
  if (scale === 'none') return { offset: 0, span: 1 }
  const known = column.filter((value) => !Number.isNaN(value))
  if (scale === 'range') {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const value of known) [least, most] = [Math.min(least, value), Math.max(most, value)]
    return { offset: least, span: most - least }
  }
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length
  return { offset: mean, span: Math.sqrt(variance) }
}

/** A transformed value in the space of the groups; new data outside the range they were scaled by are held to 0 and 1. */
export function scaled(value: number, { offset, span }: Scaling, scale: Scale): number {
  const place = (value - offset) / span
  return scale === 'range' ? Math.min(1, Math.max(0, place)) : place
}
