/** A zone that an area touches: its figure, the part of its ground inside the area, and what it weighs in a mean. */
export interface TouchedZone {
  readonly value: number
  /** Part of the zone's ground inside the area: above 0, at most 1. */
  readonly share: number
  /** Inhabitants for a rate or a median, the denominator for a share, ground for a density; ignored for a count. */
  readonly weight: number
}

/** A figure of an area with the bounds between which it must lie. */
export interface Apportioned {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

/** Under this distance from 1 a share is a whole: clipping leaves rounding. */
const wholeWithin = 1e-9

const isWhole = ({ share }: TouchedZone): boolean => share >= 1 - wholeWithin

/**
 * The count in an area that cuts through zones, by areal weighting: Σ share · count, as if people were spread evenly within each zone.
 * Bounds: the zones that lie wholly inside must be counted, those touched can be no more than counted whole, so `lower ≤ truth ≤ upper` for counts that
 * are never negative, however people are spread.
 *
 * Source: Goodchild and Lam (1980), "Areal interpolation: a variant of the traditional spatial problem".
 *
 * Example: `apportionCount([{ value: 10, share: 1, weight: 0 }, { value: 8, share: 0.5, weight: 0 }])` is `{ value: 14, lower: 10, upper: 18 }`.
 */
export function apportionCount(zones: readonly TouchedZone[]): Apportioned {
  const sum = (some: readonly TouchedZone[], of: (zone: TouchedZone) => number): number =>
    some.reduce((total, zone) => total + of(zone), 0)
  const whole = zones.filter(isWhole)
  return {
    value: sum(zones, (zone) => (isWhole(zone) ? zone.value : zone.share * zone.value)),
    lower: sum(whole, ({ value }) => value),
    upper: sum(zones, ({ value }) => value),
  }
}

/** The least (`sign` 1) or greatest (`sign` -1) weighted mean that any spread of the crossed zones' weights can give. */
function extremeMean(zones: readonly TouchedZone[], sign: 1 | -1): number {
  const weighed = zones.filter(({ weight }) => weight > 0)
  let [sum, total] = [0, 0]
  const add = ({ value, weight }: TouchedZone): void => {
    sum += value * weight
    total += weight
  }
  weighed.filter(isWhole).forEach(add)
  for (const zone of weighed.filter((each) => !isWhole(each)).toSorted((a, b) => sign * (a.value - b.value))) {
    if (total > 0 && sign * (zone.value - sum / total) >= 0) break
    add(zone)
  }
  return sum / total
}

/**
 * A rate, a median or another mean of an area that cuts through zones: Σ share · weight · value / Σ share · weight. Of medians it is the mean of the zones'
 * medians, not the area's own.
 * Bounds: the least and the greatest mean over every way to spread the weight of the zones that are crossed, each zone's figure holding in all its parts.
 *
 * @returns `null` when nothing inside weighs anything
 */
export function apportionMean(zones: readonly TouchedZone[]): Apportioned | null {
  const total = zones.reduce((sum, { share, weight }) => sum + share * weight, 0)
  if (total <= 0) return null
  const value = zones.reduce((sum, zone) => sum + zone.share * zone.weight * zone.value, 0) / total
  return { value, lower: Math.min(value, extremeMean(zones, 1)), upper: Math.max(value, extremeMean(zones, -1)) }
}
