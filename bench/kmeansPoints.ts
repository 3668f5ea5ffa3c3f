import { random } from '#kernel/random.ts'

/**
 * Areas as census figures make them: 120 overlapping kinds of place in 10 latent dimensions, spread by 0.6 about their middles, which 60 or so variables
 * each lean on at random, with noise of their own (`noise`: 0.6, or 2 for a weak structure); a logistic share of 100, asinh, scaled by range. As float32, so
 * that both sides read the same numbers in either precision.
 */
export function fillPoints(values: Float32Array | Float64Array, d: number, noise: number): void {
  const chance = random(69)
  const latent = 10
  const kinds = 120
  const loads = Array.from({ length: latent * d }, () => chance.normal() / Math.sqrt(latent))
  const middles = Array.from({ length: kinds * latent }, () => chance.normal())
  const place = new Float64Array(latent)
  const least = new Float64Array(d).fill(Number.POSITIVE_INFINITY)
  const most = new Float64Array(d).fill(Number.NEGATIVE_INFINITY)
  for (let from = 0; from < values.length; from += d) {
    const kind = chance.below(kinds)
    for (let l = 0; l < latent; l++) place[l] = (middles[kind * latent + l] as number) + 0.6 * chance.normal()
    for (let j = 0; j < d; j++) {
      let lean = noise * chance.normal() - 1
      for (let l = 0; l < latent; l++) lean += (place[l] as number) * (loads[l * d + j] as number)
      const value = Math.asinh(100 / (1 + Math.exp(-lean)))
      values[from + j] = value
      least[j] = Math.min(least[j] as number, value)
      most[j] = Math.max(most[j] as number, value)
    }
  }
  for (let at = 0; at < values.length; at++) {
    const j = at % d
    values[at] = Math.fround(((values[at] as number) - (least[j] as number)) / ((most[j] as number) - (least[j] as number)))
  }
}

/** k rows at equal steps, as start. */
export function startRows(values: Float32Array | Float64Array, d: number, k: number): Float64Array {
  const n = values.length / d
  const start = new Float64Array(k * d)
  for (let c = 0; c < k; c++) {
    const row = Math.floor((c * n) / k)
    start.set(values.subarray(row * d, (row + 1) * d), c * d)
  }
  return start
}
