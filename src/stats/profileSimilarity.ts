function checked(p: readonly number[], q: readonly number[]): void {
  if (p.length !== q.length) throw new RangeError(`profiles of ${p.length} and ${q.length} groups cannot be compared`)
  for (const each of [p, q]) {
    const sum = each.reduce((total, share) => total + share, 0)
    if (each.some((share) => !(share >= 0)) || Math.abs(sum - 1) > 1e-9) throw new RangeError(`shares add up to ${sum}, not to 1`)
  }
}

/** Hellinger distance of two profiles (shares that add up to 1): 0 for equal ones, 1 where they have nothing in common. Example: see `jensenShannon`, .1168499644. */
export function hellinger(p: readonly number[], q: readonly number[]): number {
  checked(p, q)
  return Math.sqrt(p.reduce((sum, share, i) => sum + (Math.sqrt(share) - Math.sqrt(q[i] ?? 0)) ** 2, 0) / 2)
}

/**
 * Jensen-Shannon divergence in bits: 0 for equal profiles, 1 where they have nothing in common.
 *
 * Example: P = (.1, .2, .3, .4), Q = (.15, .25, .35, .25) give .0196257438.
 */
export function jensenShannon(p: readonly number[], q: readonly number[]): number {
  checked(p, q)
  const toMiddle = (share: number, middle: number): number => (share === 0 ? 0 : share * Math.log2(share / middle))
  return p.reduce((sum, share, i) => {
    const other = q[i] ?? 0
    const middle = (share + other) / 2
    return sum + (toMiddle(share, middle) + toMiddle(other, middle)) / 2
  }, 0)
}
