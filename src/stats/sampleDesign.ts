import type { Calibration } from './calibrationResiduals.ts'

/** How the sample was drawn: each row's sampling unit (PSU), each unit's stratum. Indices run from 0. */
export interface SampleDesign {
  /** Number of sampling units, those without an answer included. */
  units: number
  /** Per row: index of its unit, 0..units-1. */
  unit: Int32Array
  /** Per unit: index of its stratum, 0..strata-1. */
  stratumOfUnit: Int32Array
  strata: number
  /** Per stratum: sampling fraction f_h, 0..1; absent means 0 (drawn with replacement, or from a vast population). */
  fraction?: Float64Array
  /** Present when the weights were calibrated: the variance then uses residuals. */
  calibration?: Calibration
}

/** Per-row codes of a sample; the arrays have one entry per row. */
export interface SampleCodes {
  /** The sampling unit (respondent, or cluster). */
  unit: ArrayLike<string | number>
  /** The stratum; absent means one stratum. */
  stratum?: ArrayLike<string | number> | undefined
  /** Finite population correction of the row's stratum: up to 1 a sampling fraction, above 1 the number of units in the population. */
  fraction?: ArrayLike<number> | undefined
  calibration?: Calibration | undefined
}

/** Indices from 0 in order of first appearance. */
function indexer(): { of: (code: string | number) => number; size: () => number } {
  const seen = new Map<string | number, number>()
  const of = (code: string | number): number => {
    const known = seen.get(code)
    if (known !== undefined) return known
    seen.set(code, seen.size)
    return seen.size - 1
  }
  return { of, size: () => seen.size }
}

/**
 * Sample design from the codes of each row.
 *
 * A unit lies in one stratum: RangeError naming the unit and both strata otherwise (code units apart per stratum first).
 * RangeError too when the arrays differ in length, or when `fraction` is not positive, differs within a stratum, or says fewer
 * units in the population than in the sample. Equals R survey's `svydesign(ids, strata, fpc)`.
 *
 * @example sampleDesign({ unit: ['a', 'b', 'a'], stratum: [1, 2, 1] })
 * // => units 2, unit [0, 1, 0], stratumOfUnit [0, 1], strata 2
 */
export function sampleDesign(codes: SampleCodes): SampleDesign {
  const rows = codes.unit.length
  requireLength('stratum', codes.stratum, rows)
  requireLength('fraction', codes.fraction, rows)
  const units = indexer()
  const strata = indexer()
  const unit = new Int32Array(rows)
  const stratumOfUnit: number[] = []
  const stratumCodes: (string | number)[] = []
  for (let row = 0; row < rows; row++) {
    const unitCode = codes.unit[row] as string | number
    const stratumCode = codes.stratum?.[row] ?? ''
    const u = units.of(unitCode)
    const h = strata.of(stratumCode)
    stratumCodes[h] = stratumCode
    const known = stratumOfUnit[u]
    if (known !== undefined && known !== h) {
      throw new RangeError(`Unit "${unitCode}" lies in two strata, "${stratumCodes[known]}" and "${stratumCode}" (row ${row})`)
    }
    stratumOfUnit[u] = h
    unit[row] = u
  }
  const design: SampleDesign = { units: units.size(), unit, stratumOfUnit: Int32Array.from(stratumOfUnit), strata: strata.size() }
  if (codes.fraction) design.fraction = stratumFractions(design, codes.fraction, stratumCodes)
  if (codes.calibration) design.calibration = codes.calibration
  return design
}

function requireLength(name: string, values: ArrayLike<unknown> | undefined, rows: number): void {
  if (values && values.length !== rows) throw new RangeError(`${rows} units need as many values of ${name}, got ${values.length}`)
}

/**
 * Number of sampling units in each stratum, or of those marked.
 *
 * @example unitsPerStratum(sampleDesign({ unit: [1, 2, 3], stratum: ['a', 'a', 'b'] })) // => [2, 1]
 */
export function unitsPerStratum(design: SampleDesign, marked: Uint8Array | null = null): Float64Array {
  const counts = new Float64Array(design.strata)
  for (let u = 0; u < design.units; u++) {
    if (marked !== null && marked[u] === 0) continue
    const h = design.stratumOfUnit[u] as number
    counts[h] = (counts[h] as number) + 1
  }
  return counts
}

/** f_h of each stratum from the rows' corrections (a fraction, or the population's number of units). */
function stratumFractions(
  design: SampleDesign,
  corrections: ArrayLike<number>,
  codes: readonly (string | number)[],
): Float64Array {
  const given = new Float64Array(design.strata).fill(Number.NaN)
  for (let row = 0; row < corrections.length; row++) {
    const h = design.stratumOfUnit[design.unit[row] as number] as number
    const value = corrections[row] as number
    const known = given[h] as number
    if (!(value > 0)) throw new RangeError(`The population correction must be above 0, got ${value} (row ${row})`)
    if (known !== value && !Number.isNaN(known)) {
      throw new RangeError(`Stratum "${codes[h]}" has two population corrections, ${known} and ${value} (row ${row})`)
    }
    given[h] = value
  }
  const counts = unitsPerStratum(design)
  return given.map((value, h) => {
    if (value <= 1) return value
    const fraction = (counts[h] as number) / value
    if (fraction > 1)
      throw new RangeError(`Stratum "${codes[h]}" has ${counts[h]} units in the sample but ${value} in the population`)
    return fraction
  })
}

/**
 * Marks the units that have a row in the domain (for `degreesOfFreedom`): 1 per unit with at least one marked row.
 *
 * @example unitsWithRows(sampleDesign({ unit: ['a', 'b', 'a'] }), Uint8Array.of(0, 0, 1)) // => [1, 0]
 */
export function unitsWithRows(design: SampleDesign, inDomain: Uint8Array): Uint8Array {
  const marked = new Uint8Array(design.units)
  for (let row = 0; row < inDomain.length; row++) if (inDomain[row] !== 0) marked[design.unit[row] as number] = 1
  return marked
}
