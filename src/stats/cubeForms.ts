import type { CubeFrame } from './cubeFrame.ts'
import { columnFields, stratumFields, type CubeMoments } from './cubeMoments.ts'

/**
 * One domain of a cell, reduced to its influences z = (b − m a) / N before the division by N: what its variance, and its covariance with the whole's, are
 * made of. Reused from domain to domain.
 */
export interface Reduced {
  /** Number of rows, N = Σa, Σa², and the mean m less the cell's shift. */
  n: number
  total: number
  squares: number
  mean: number
  /** Strata in which the domain has rows, the first `strata` of `stratum`, and the sums of z there. */
  strata: number
  readonly stratum: Int32Array
  readonly stratumSum: Float64Array
  /** Columns in which the domain has entries, the first `columns` of `column`; X'Dz and Σ_u c z_u X_u there. */
  columns: number
  readonly column: Int32Array
  readonly projected: Float64Array
  readonly crossed: Float64Array
}

export function emptyReduced({ strata, columns }: CubeFrame): Reduced {
  return {
    n: 0,
    total: 0,
    squares: 0,
    mean: Number.NaN,
    strata: 0,
    stratum: new Int32Array(strata),
    stratumSum: new Float64Array(strata),
    columns: 0,
    column: new Int32Array(columns),
    projected: new Float64Array(columns),
    crossed: new Float64Array(columns),
  }
}

/** Count, weights, mean and strata of the record at `offset`. */
export function reduceTotals(frame: CubeFrame, { ofWeights, ofValues }: CubeMoments, offset: number, into: Reduced): void {
  let n = 0
  let total = 0
  let shifted = 0
  let squares = 0
  let strata = 0
  for (let h = 0; h < frame.strata; h++) {
    const at = offset + h * stratumFields
    const count = ofWeights[at] as number
    if (count === 0) continue
    into.stratum[strata++] = h
    n += count
    total += ofWeights[at + 1] as number
    squares += ofWeights[at + 2] as number
    shifted += ofValues[at] as number
  }
  into.strata = strata
  into.n = n
  into.total = total
  into.squares = squares
  into.mean = total > 0 ? shifted / total : Number.NaN
}

/** Sums of z by stratum and, with a calibration, by column. */
export function reduceInfluence(frame: CubeFrame, { ofWeights, ofValues }: CubeMoments, offset: number, into: Reduced): void {
  const { mean } = into
  for (let i = 0; i < into.strata; i++) {
    const at = offset + (into.stratum[i] as number) * stratumFields
    into.stratumSum[i] = (ofValues[at] as number) - mean * (ofWeights[at + 1] as number)
  }
  let columns = 0
  let at = offset + frame.strata * stratumFields
  for (let j = 0; j < frame.columns; j++, at += columnFields) {
    const projected = (ofValues[at] as number) - mean * (ofWeights[at] as number)
    const crossed = (ofValues[at + 1] as number) - mean * (ofWeights[at + 1] as number)
    if (projected === 0 && crossed === 0) continue
    into.column[columns] = j
    into.projected[columns] = projected
    into.crossed[columns++] = crossed
  }
  into.columns = columns
}

/** A sum of squares over units with the size of what was summed, against which rounding is judged. */
export interface Squares {
  sum: number
  scale: number
}

/** Σ c z² of the record at `offset`, rows taken one by one, less Σ κ s². */
export function squaresOf(frame: CubeFrame, { ofWeights, ofValues }: CubeMoments, offset: number, reduced: Reduced): Squares {
  const { mean } = reduced
  let sum = 0
  let scale = 0
  for (let i = 0; i < reduced.strata; i++) {
    const h = reduced.stratum[i] as number
    const at = offset + h * stratumFields
    const c = frame.correction[h] as number
    const a2 = mean * mean * (ofWeights[at + 2] as number)
    const b2 = ofValues[at + 2] as number
    const s = reduced.stratumSum[i] as number
    sum += c * (b2 - 2 * mean * (ofValues[at + 1] as number) + a2) - (frame.centring[h] as number) * s * s
    scale += c * (a2 + b2)
  }
  return { sum, scale }
}

/** What the calibration takes off a variance: 2 P'M(C − Bs) − P'MGMP, over the columns in which the domain has entries. */
export function explained(frame: CubeFrame, reduced: Reduced): number {
  const { inverse, gram, lift, columns: size, strata } = frame
  const { column, projected, crossed, columns, stratum, stratumSum } = reduced
  let sum = 0
  for (let i = 0; i < columns; i++) {
    const place = column[i] as number
    const base = place * size
    let twice = 0
    let once = 0
    for (let j = 0; j < columns; j++) {
      const at = base + (column[j] as number)
      twice += (inverse[at] as number) * (crossed[j] as number)
      once += (gram[at] as number) * (projected[j] as number)
    }
    for (let l = 0; l < reduced.strata; l++) {
      twice -= (lift[place * strata + (stratum[l] as number)] as number) * (stratumSum[l] as number)
    }
    sum += (projected[i] as number) * (2 * twice - once)
  }
  return sum
}

/** The whole's side of a covariance with any domain z: Σ s δ − Σ P α − Σ C γ, with s, P, C those of z. */
export interface Dual {
  /** α = M(C − Bs) − MGMP and γ = MP of the whole, per column. */
  readonly alpha: Float64Array
  readonly gamma: Float64Array
  /** δ = B'MP − κs of the whole, per stratum. */
  readonly delta: Float64Array
}

export function dualOf(frame: CubeFrame, whole: Reduced): Dual {
  const { inverse, gram, lift, columns: size, strata, centring } = frame
  const { column, projected, crossed, columns, stratum, stratumSum } = whole
  const alpha = new Float64Array(size)
  const gamma = new Float64Array(size)
  const delta = new Float64Array(strata)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < columns; j++) {
      const at = i * size + (column[j] as number)
      const m = inverse[at] as number
      alpha[i] = (alpha[i] as number) + m * (crossed[j] as number) - (gram[at] as number) * (projected[j] as number)
      gamma[i] = (gamma[i] as number) + m * (projected[j] as number)
    }
    for (let l = 0; l < whole.strata; l++) {
      alpha[i] = (alpha[i] as number) - (lift[i * strata + (stratum[l] as number)] as number) * (stratumSum[l] as number)
    }
  }
  for (let j = 0; j < columns; j++) {
    const base = (column[j] as number) * strata
    for (let h = 0; h < strata; h++) {
      delta[h] = (delta[h] as number) + (lift[base + h] as number) * (projected[j] as number)
    }
  }
  for (let l = 0; l < whole.strata; l++) {
    const h = stratum[l] as number
    delta[h] = (delta[h] as number) - (centring[h] as number) * (stratumSum[l] as number)
  }
  return { alpha, gamma, delta }
}

/** The part of the covariance of a domain with the whole that does not come from rows in both. */
export function pairing({ alpha, gamma, delta }: Dual, reduced: Reduced): number {
  let sum = 0
  for (let l = 0; l < reduced.strata; l++) {
    sum += (reduced.stratumSum[l] as number) * (delta[reduced.stratum[l] as number] as number)
  }
  for (let j = 0; j < reduced.columns; j++) {
    const place = reduced.column[j] as number
    sum -= (reduced.projected[j] as number) * (alpha[place] as number)
    sum -= (reduced.crossed[j] as number) * (gamma[place] as number)
  }
  return sum
}

/** Σ c z z_whole over the rows of the record at `offset`, all of them in the whole, taken one by one. */
export function commonProducts(
  frame: CubeFrame,
  { ofWeights, ofValues }: CubeMoments,
  offset: number,
  mean: number,
  wholeMean: number,
): number {
  let sum = 0
  for (let h = 0; h < frame.strata; h++) {
    const at = offset + h * stratumFields
    if (ofWeights[at] === 0) continue
    const products =
      (ofValues[at + 2] as number) -
      (mean + wholeMean) * (ofValues[at + 1] as number) +
      mean * wholeMean * (ofWeights[at + 2] as number)
    sum += (frame.correction[h] as number) * products
  }
  return sum
}
