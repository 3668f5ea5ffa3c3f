import { calibrate, type CalibrateResult } from '#stats/calibrate.ts'
import type { CalibrationMethod } from '#stats/calibrationTarget.ts'
import { quantiles } from '#stats/quantiles.ts'
import type { SourceFile } from '../files/sourceFile.ts'
import { readColumns, type Records } from './readColumns.ts'
import { calibrationTargets, marginColumns, readMargins } from './readMargins.ts'
import { designColumns } from './readSample.ts'
import { TableFaults, type TableNote } from './tableFaults.ts'
import { gProbabilities, weighDocument, type WeighDocument } from './weighContract.ts'

/** How weights are to be calibrated. */
export interface CalibrationSettings {
  readonly method: CalibrationMethod
  /** Limits of g = weight / design weight, for the logit. */
  readonly bounds?: { readonly lower: number; readonly upper: number } | undefined
  readonly maxIterations?: number | undefined
}

export interface WeighRequest extends CalibrationSettings {
  readonly records: SourceFile
  readonly margins: SourceFile
  /** The column of the design weights. */
  readonly weights: string
}

export interface WeighOutcome {
  readonly document: WeighDocument
  /** One weight per record, in the order of the file. */
  readonly weights: Float64Array
  /** Whether the margins of categories have different totals: then no weights can meet them all. */
  readonly totalsDiffer: boolean
  readonly notes: readonly TableNote[]
}

/** Calibrates design weights on targets, with the settings of a command. */
export function calibrateBy(
  settings: CalibrationSettings,
  weights: Float64Array,
  targets: ReturnType<typeof calibrationTargets>,
): CalibrateResult {
  const { method, bounds, maxIterations } = settings
  return calibrate({ weights, targets, method, ...(bounds && { bounds }), ...(maxIterations !== undefined && { maxIterations }) })
}

/** g = weight / design weight in ascending order, over the records that have a design weight. */
function sortedFactors(design: Float64Array, weights: Float64Array): Float64Array {
  return weights
    .map((weight, row) => weight / (design[row] as number))
    .filter((_, row) => design[row] !== 0)
    .sort()
}

function kish(weights: Float64Array): { deff: number | null; effectiveN: number } {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const squares = weights.reduce((total, weight) => total + weight * weight, 0)
  const deff = (weights.length * squares) / (sum * sum)
  return { deff: Number.isFinite(deff) ? deff : null, effectiveN: squares > 0 ? (sum * sum) / squares : 0 }
}

function documentOf(design: Float64Array, result: CalibrateResult): WeighDocument {
  const { weights, converged, iterations, maxRelativeError, margins, infeasible } = result
  const factors = sortedFactors(design, weights)
  const points = quantiles(factors, gProbabilities.map(Number))
  return weighDocument.parse({
    schema: 'weigh/1',
    converged,
    iterations,
    maxRelativeError,
    n: weights.length,
    ...kish(weights),
    gMin: factors[0] ?? null,
    gMax: factors.at(-1) ?? null,
    gQuantiles: factors.length === 0 ? null : Object.fromEntries(gProbabilities.map((name, k) => [name, points[k]])),
    negativeWeights: weights.reduce((count, weight) => count + (weight < 0 ? 1 : 0), 0),
    margins,
    infeasible,
  })
}

/** All weights 0: there is nothing to calibrate. */
function refuseWithoutWeight(records: Records, column: string, weights: Float64Array, faults: TableFaults): void {
  if (weights.every((weight) => weight === 0)) faults.add({ file: records.file, column, code: 'weight.allZero' })
}

/**
 * Weights of a file of records that reproduce the totals of a file of margins.
 *
 * Design weights of 0 stay 0; negative ones are refused. Not converged, or infeasible, is an outcome like another: the document says it.
 *
 * @throws TableRefused when a file is at fault
 */
export async function weighFile(request: WeighRequest): Promise<WeighOutcome> {
  const faults = new TableFaults()
  const margins = await readMargins(request.margins, faults)
  const wanted = { ...designColumns({ weights: request.weights }), ...marginColumns(margins) }
  const records = await readColumns(request.records, wanted, faults)
  const targets = calibrationTargets(margins, records, faults)
  const design = records.number('weights') ?? new Float64Array()
  if (faults.count === 0) refuseWithoutWeight(records, request.weights, design, faults)
  faults.refuse()
  const result = calibrateBy(request, design, targets)
  return {
    document: documentOf(design, result),
    weights: result.weights,
    totalsDiffer: result.totalsDiffer,
    notes: records.notes,
  }
}
