/**
 * Which parts of a whole may not be shown, so that no small one can be told, nor found by subtracting the others from the whole.
 *
 * `counts` are the unweighted counts of the parts; the whole is taken as shown. Primary: a count from 1 to below `threshold`. Secondary: as long as the
 * hidden parts are fewer than two or together fewer than `threshold`, the smallest shown part joins them; then what can be computed of a hidden part is an
 * interval at least `threshold` wide. `unshown` marks parts that no page shows anyway (people who did not answer, zones without a page): they count as
 * hidden. Empty parts tell nobody's answer and hide nothing. This guards one partition; several at once need an audit of all that a viewer can see.
 * Source: METHODS 11; A. Hundepool et al., Statistical Disclosure Control (2012), 4.
 *
 * @example suppressedParts([40, 3, 12, 20], 5) // => [0, 1, 1, 0]
 */
export function suppressedParts(counts: ArrayLike<number>, threshold: number, unshown: ArrayLike<number> = []): Uint8Array {
  const hidden = Uint8Array.from({ length: counts.length }, (_, i) => {
    const n = counts[i] as number
    return n > 0 && (n < threshold || unshown[i] === 1) ? 1 : 0
  })
  const isPrimary = Array.from(counts).some((n) => n > 0 && n < threshold)
  let more = isPrimary && !isGuarded(counts, hidden, threshold)
  while (more) more = hideSmallest(counts, hidden) && !isGuarded(counts, hidden, threshold)
  return hidden
}

function isGuarded(counts: ArrayLike<number>, hidden: Uint8Array, threshold: number): boolean {
  let parts = 0
  let total = 0
  for (let i = 0; i < counts.length; i++) {
    if (hidden[i] === 0) continue
    parts++
    total += counts[i] as number
  }
  return parts >= 2 && total >= threshold
}

/** Hides the smallest part still shown; false when none is left. */
function hideSmallest(counts: ArrayLike<number>, hidden: Uint8Array): boolean {
  const smallest = smallestShown(counts, hidden)
  if (smallest === -1) return false
  hidden[smallest] = 1
  return true
}

function smallestShown(counts: ArrayLike<number>, hidden: Uint8Array): number {
  let smallest = -1
  for (let i = 0; i < counts.length; i++) {
    const n = counts[i] as number
    if (hidden[i] === 1 || n === 0) continue
    if (smallest === -1 || n < (counts[smallest] as number)) smallest = i
  }
  return smallest
}
