import type { Bilingual } from '#kernel/bilingual.ts'
import type { Points } from '#stats/kmeans.ts'
import type { ScaledVariable } from './classification.ts'

/** Mean and standard deviation (population) of every variable. */
export interface Spread {
  readonly means: Float64Array
  readonly deviations: Float64Array
}

export function spreadOf({ n, d, values }: Points): Spread {
  const means = new Float64Array(d)
  const deviations = new Float64Array(d)
  for (let i = 0; i < n; i++) for (let j = 0; j < d; j++) means[j] = (means[j] ?? 0) + (values[i * d + j] ?? 0) / n
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < d; j++) deviations[j] = (deviations[j] ?? 0) + ((values[i * d + j] ?? 0) - (means[j] ?? 0)) ** 2 / n
  }
  return { means, deviations: deviations.map(Math.sqrt) }
}

/**
 * A first name for a group: the two variables, of two themes, in which it stands furthest above the other areas, in standard deviations.
 * An analyst gives better ones; this one is at least true.
 */
export function nameOfGroup(
  variables: readonly ScaledVariable[],
  centroid: readonly number[],
  { means, deviations }: Spread,
): Bilingual {
  const ranked = variables
    .map((variable, j) => ({ variable, above: ((centroid[j] ?? 0) - (means[j] ?? 0)) / (deviations[j] || 1) }))
    .toSorted((a, b) => b.above - a.above)
  const top = ranked[0]
  const next = ranked.find(({ variable }) => variable.theme !== top?.variable.theme)
  const labels = [top, next].flatMap((each) => (each ? [each.variable.label] : []))
  return { fr: labels.map(({ fr }) => fr).join(' · '), en: labels.map(({ en }) => en).join(' · ') }
}
