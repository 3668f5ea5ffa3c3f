import type { CategoryTarget, NumericTarget } from './calibrationTarget.ts'

/** RangeError, naming the row, unless every design weight is a finite number from 0 up. */
export function requireDesignWeights(weights: Float64Array): void {
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row] as number
    if (!(weight >= 0 && weight < Infinity))
      throw new RangeError(`A design weight is a finite number from 0 up, got ${weight} (row ${row})`)
  }
}

/** RangeError, naming what is wrong, unless a margin of categories has a code in range per row and a finite target from 0 up per category. */
export function requireCategories(margin: Omit<CategoryTarget, 'kind'>, rows: number): void {
  const { variable, codes, targets, categories } = margin
  if (codes.length !== rows) throw new RangeError(`Margin "${variable}" has ${codes.length} codes for ${rows} weights`)
  if (targets.length !== categories.length) {
    throw new RangeError(`Margin "${variable}" has ${targets.length} targets for ${categories.length} categories`)
  }
  for (const [k, target] of targets.entries()) {
    if (!(target >= 0 && target < Infinity)) {
      throw new RangeError(`The target of "${variable}" = "${categories[k]}" is a finite number from 0 up, got ${target}`)
    }
  }
  const row = firstOutside(codes, categories.length)
  if (row >= 0) {
    throw new RangeError(`Row ${row} has category ${codes[row]} of "${variable}", which has ${categories.length} categories`)
  }
}

/** The first row whose code is not below the size, −1 without; as an unsigned number a negative code is a large one. */
function firstOutside(codes: Int32Array, size: number): number {
  for (let row = 0; row < codes.length; row++) if ((codes[row] as number) >>> 0 >= size) return row
  return -1
}

/** RangeError, naming what is wrong, unless a numeric margin has a finite value per row and a finite target. */
export function requireNumeric({ variable, values, target }: Omit<NumericTarget, 'kind'>, rows: number): void {
  if (values.length !== rows) throw new RangeError(`Margin "${variable}" has ${values.length} values for ${rows} weights`)
  if (!Number.isFinite(target)) throw new RangeError(`The target of "${variable}" is a finite number, got ${target}`)
  for (let row = 0; row < rows; row++) {
    if (!Number.isFinite(values[row]))
      throw new RangeError(`Row ${row} has ${values[row]} for "${variable}", a finite number is needed`)
  }
}
