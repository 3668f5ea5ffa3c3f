import { type CalibrationColumns, columnTotals, crossProducts, predict } from './calibrateColumns.ts'
import type { CalibrationFunction } from './calibrateFunctions.ts'
import { factorise, solve } from './linearSystem.ts'

/** The columns of a calibration with the total each is to meet. */
export interface CalibrationSystem extends CalibrationColumns {
  /** Per column: the total to meet, over the column's scale. */
  readonly targets: Float64Array
  /** Per column: what an error is divided by, max(|t|, 1) over the column's scale. */
  readonly units: Float64Array
}

/** A point of the search. */
interface State {
  readonly lambda: Float64Array
  /** Per row: x'λ. */
  readonly u: Float64Array
  readonly weights: Float64Array
  /** Per column: Σ w x, scaled. */
  readonly totals: Float64Array
  /** Σ d ∫F − λ't, what the search makes least. */
  readonly objective: number
  /** Greatest error over its unit. */
  readonly error: number
}

/** Where the search ended. */
export interface NewtonResult {
  readonly weights: Float64Array
  readonly iterations: number
}

// A step cut in half this often moves nothing.
const HALVINGS = 40

function stateAt(columns: CalibrationSystem, design: Float64Array, f: CalibrationFunction, lambda: Float64Array): State {
  const u = new Float64Array(design.length)
  predict(columns, lambda, u)
  const weights = new Float64Array(design.length)
  let objective = 0
  for (let row = 0; row < u.length; row++) {
    const d = design[row] as number
    if (d === 0) continue
    weights[row] = d * f.F(u[row] as number)
    objective += d * f.integral(u[row] as number)
  }
  const totals = columnTotals(columns, weights)
  let error = 0
  for (let k = 0; k < totals.length; k++) {
    objective -= (lambda[k] as number) * (columns.targets[k] as number)
    error = Math.max(error, Math.abs((totals[k] as number) - (columns.targets[k] as number)) / (columns.units[k] as number))
  }
  return { lambda, u, weights, totals, objective, error }
}

/** The Newton step; columns that others explain get none. */
function newtonStep(columns: CalibrationSystem, design: Float64Array, f: CalibrationFunction, state: State): Float64Array {
  const slopes = design.map((d, row) => (d === 0 ? 0 : d * f.slope(state.u[row] as number)))
  const missing = columns.targets.map((target, k) => target - (state.totals[k] as number))
  return solve(factorise(crossProducts(columns, slopes), columns.size), missing)
}

/** The state after the longest half, quarter, … of the step that comes nearer; null when none does. */
function advance(
  columns: CalibrationSystem,
  design: Float64Array,
  f: CalibrationFunction,
  state: State,
  step: Float64Array,
): State | null {
  for (let halving = 0, length = 1; halving < HALVINGS; halving++, length /= 2) {
    const next = stateAt(
      columns,
      design,
      f,
      state.lambda.map((value, k) => value + length * (step[k] as number)),
    )
    if (next.objective < state.objective && Number.isFinite(next.error)) return next
    // Next to the solution the objective no longer tells two points apart; the error still does.
    if (next.error < state.error && next.objective - state.objective <= 1e-12 * Math.abs(state.objective)) return next
  }
  return null
}

/**
 * Weights d F(x'λ) whose column totals meet the targets, by Newton's method on the convex dual problem, steps halved until they come nearer.
 *
 * Ends when every error, over its unit, is below `tolerance`, when no step comes nearer, or after `maxIterations`; the weights are always
 * finite. Targets that no weights of this form meet leave an error: the caller measures it. Time: iterations × rows × margins².
 */
export function calibrateNewton(
  columns: CalibrationSystem,
  design: Float64Array,
  f: CalibrationFunction,
  limits: { readonly tolerance: number; readonly maxIterations: number },
): NewtonResult {
  let state = stateAt(columns, design, f, new Float64Array(columns.size))
  let iterations = 0
  while (state.error >= limits.tolerance && iterations < limits.maxIterations) {
    const next = advance(columns, design, f, state, newtonStep(columns, design, f, state))
    if (!next) break
    state = next
    iterations++
  }
  return { weights: state.weights, iterations }
}
