/** The value of a function at a point and its derivative there. */
export interface Slope {
  value: number
  derivative: number
}

/**
 * Root of an increasing function between two points, by Newton's steps kept inside a shrinking bracket (bisection
 * whenever a step would leave it or the derivative is of no use).
 *
 * `at(low)` must be <= 0 and `at(high)` >= 0; the answer lies between them to the last digits that `at` gives.
 * Equals the `rtsafe` idea of Numerical Recipes.
 *
 * @example bracketedNewton((x) => ({ value: x * x - 2, derivative: 2 * x }), 0, 2, 1) // => 1.414213562373095
 */
export function bracketedNewton(at: (x: number) => Slope, low: number, high: number, start: number): number {
  let below = low
  let above = high
  let x = Math.min(Math.max(start, low), high)
  for (let step = 0; step < 400; step++) {
    const { value, derivative } = at(x)
    if (value === 0) return x
    if (value < 0) below = x
    else above = x
    const newton = x - value / derivative
    const next = newton > below && newton < above ? newton : (below + above) / 2
    if (Math.abs(next - x) <= 2 * Number.EPSILON * Math.abs(next)) return next
    x = next
  }
  return x
}
