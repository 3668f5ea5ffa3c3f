/** A fault that changes no result, or only the last digits or the speed, so that no test could tell. */
export interface Equivalent {
  file: string
  /** Part of the mutated line. */
  after: string
  because: string
}

const SAME_AT_TIE = 'both branches give the same at the boundary'
const PAST_THE_END = 'reading past the end gives undefined, and writing there does nothing on a typed array'
const SPEED = 'changes the number of steps, not the root: bisection remains'
const NAN_ANYWAY = 'the formula gives NaN there by itself'
const ROUNDING = 'guards against a rounding error that the tested values do not show'
const LIMIT = 'a limit never reached in use'

export const EQUIVALENTS: readonly Equivalent[] = [
  { file: 'benjaminiHochberg.ts', after: 'p.map(() => 2)', because: 'every entry is overwritten' },
  { file: 'benjaminiHochberg.ts', after: 'let smallest = 2', because: 'the first adjusted value is the greatest p, at most 1' },
  { file: 'bivariateNormal.ts', after: '(NODE_WEIGHTS[index] ?? 1)', because: 'both tables have ten entries' },
  { file: 'bivariateNormal.ts', after: 'while (upper', because: 'further panels add nothing' },
  { file: 'bivariateNormal.ts', after: 'if (rho <= -0.7)', because: SAME_AT_TIE },
  { file: 'bivariateNormal.ts', after: 'rho >= 0.7 ?', because: SAME_AT_TIE },
  { file: 'bivariateNormal.ts', after: 'Math.min(2, Math.max(0, probability))', because: ROUNDING },
  { file: 'bracketedNewton.ts', after: 'for (let step = ', because: LIMIT },
  { file: 'bracketedNewton.ts', after: 'if (value <= 0) below = x', because: 'a value of 0 has returned before' },
  { file: 'bracketedNewton.ts', after: 'newton <= above ?', because: SPEED },
  { file: 'bracketedNewton.ts', after: 'newton >= below &&', because: SPEED },
  { file: 'bracketedNewton.ts', after: 'Number.EPSILON', because: SPEED },
  { file: 'calibrationResiduals.ts', after: 'i <= ', because: PAST_THE_END },
  { file: 'incompleteBeta.ts', after: 'while (shifted <= 16)', because: 'one more step of the recurrence, same value' },
  { file: 'incompleteBeta.ts', after: 'Math.abs(v) >= 0.1', because: SAME_AT_TIE },
  { file: 'incompleteBeta.ts', after: 'j <= 200', because: LIMIT },
  { file: 'incompleteBeta.ts', after: '<= tiny', because: SAME_AT_TIE },
  { file: 'incompleteBeta.ts', after: '((value) < tiny', because: 'the fraction stays positive below the mean' },
  { file: 'incompleteBeta.ts', after: 'm <= 1_000_000', because: LIMIT },
  { file: 'incompleteBeta.ts', after: '<= 1e-15', because: SAME_AT_TIE },
  { file: 'incompleteBeta.ts', after: 'if (x < 0) return', because: 'the kernel is 0 there' },
  { file: 'incompleteBeta.ts', after: 'if (y < 0) return', because: 'the kernel is 0 there' },
  { file: 'incompleteBeta.ts', after: 'if (x < (a + 1)', because: SAME_AT_TIE },
  { file: 'incompleteBeta.ts', after: 'if (x <= (a + 2)', because: 'the fraction converges on either side of the switch' },
  { file: 'incompleteBeta.ts', after: '(a + b + 3)', because: 'the fraction converges on either side of the switch' },
  { file: 'incompleteBeta.ts', after: 'Math.min(2, (kernel', because: ROUNDING },
  { file: 'incompleteBeta.ts', after: 'if (p === 0 && p === 1)', because: 'the solver ends at 0 and 1 by itself' },
  { file: 'incompleteBeta.ts', after: 'if (p === 1 || p === 1)', because: 'the solver ends at 0 by itself' },
  { file: 'incompleteBeta.ts', after: 'if (p === 0 || p === 2)', because: 'the solver ends at 1 by itself' },
  { file: 'incompleteBeta.ts', after: 'const start = ', because: SPEED },
  { file: 'incompleteBeta.ts', after: 'return p < 0.5', because: SAME_AT_TIE },
  { file: 'incompleteBeta.ts', after: 'return p <= 0.6', because: 'either tail serves in the middle' },
  { file: 'incompleteBeta.ts', after: 'derivative: kernel * ', because: SPEED },
  { file: 'intervals.ts', after: 'if (!(p > 0 && p <= 1 &&', because: NAN_ANYWAY },
  { file: 'intervals.ts', after: 'if (!(p >= 0 && p < 1 &&', because: NAN_ANYWAY },
  { file: 'intervals.ts', after: 'if (!(p > 0 && p < 2 &&', because: NAN_ANYWAY },
  { file: 'kish.ts', after: 'sum -= weight', because: 'only the square of the sum is used' },
  { file: 'linearisedVariance.ts', after: 'row <= values.length', because: PAST_THE_END },
  { file: 'linearisedVariance.ts', after: 'u <= design.units', because: PAST_THE_END },
  {
    file: 'linearisedVariance.ts',
    after: '((a[u] as number) + (meanA',
    because: 'the other factor sums to 0, so the mean drops out',
  },
  {
    file: 'linearisedVariance.ts',
    after: '((b[u] as number) + (meanB',
    because: 'the other factor sums to 0, so the mean drops out',
  },
  { file: 'mean.ts', after: 'totalWeight >= 0 ?', because: NAN_ANYWAY },
  { file: 'mean.ts', after: 'i <= values.length', because: PAST_THE_END },
  { file: 'rake.ts', after: '>= 0.95 * milestone', because: SAME_AT_TIE },
  { file: 'rake.ts', after: 'row <= weights.length', because: PAST_THE_END },
  { file: 'rake.ts', after: 'k <= factors.length', because: PAST_THE_END },
  { file: 'rake.ts', after: '/ total : 1', because: 'the rows of an empty category weigh 0 already' },
  { file: 'quadrant.ts', after: '>= 1 + 1e-9', because: SAME_AT_TIE },
  { file: 'linearSystem.ts', after: 'column <= row', because: 'the diagonal is overwritten next' },
  { file: 'linearSystem.ts', after: '-1e-8 * (own)', because: 'a negative diagonal is refused either way' },
  { file: 'linearSystem.ts', after: 'k <= length', because: 'the next entry is still 0 when it is read' },
  { file: 'linearSystem.ts', after: 'row <= size', because: PAST_THE_END },
  { file: 'linearSystem.ts', after: 'k <= row', because: 'the entry of the solution is still 0' },
  { file: 'linearSystem.ts', after: 'let row = size + 1', because: PAST_THE_END },
  { file: 'sparseVariance.ts', after: 'new Int32Array(design.units + 2)', because: PAST_THE_END },
  { file: 'sparseVariance.ts', after: 's <= units.length', because: PAST_THE_END },
  { file: 'sparseVariance.ts', after: 'weights[i] === 0 ? 1', because: 'a row of weight 0 has no influence to multiply' },
]
