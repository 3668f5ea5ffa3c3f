import { quantiles } from '#stats/quantiles.ts'
import type { CorrectionSpread } from './weighingReport.ts'

const shares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const
const binCount = 24

/**
 * How g = weight / design weight is spread over respondents; those without design weight do not count.
 *
 * @example correctionSpread(Float64Array.of(1, 2, 3)).quantiles[3] // => { share: 0.5, g: 2 }
 */
export function correctionSpread(g: Float64Array): CorrectionSpread {
  const sorted = Float64Array.from(g).toSorted()
  if (sorted.length === 0) return { quantiles: [], bins: [] }
  const from = sorted[0] ?? 0
  const to = sorted.at(-1) ?? from
  const at = quantiles(sorted, shares)
  const told = shares.map((share, i) => ({ share, g: at[i] ?? Number.NaN }))
  // Weights that are all alike but for rounding have one bin.
  if (to - from <= 1e-9 * Math.max(Math.abs(from), Math.abs(to)))
    return { quantiles: told, bins: [{ from, to, respondents: g.length }] }
  const width = (to - from) / binCount
  const counts = Array.from({ length: binCount }, () => 0)
  for (const each of sorted) {
    const bin = Math.min(Math.floor((each - from) / width), binCount - 1)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const bins = counts.map((respondents, i) => ({
    from: from + i * width,
    to: i === binCount - 1 ? to : from + (i + 1) * width,
    respondents,
  }))
  return { quantiles: told, bins }
}
