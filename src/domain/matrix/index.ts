export { buildMatrix, comparisonOf, expectedWrong, membership, type MatrixRequest } from './buildMatrix.ts'
export {
  cellStatuses,
  levels,
  refusals,
  type CellEstimate,
  type CellStatus,
  type Level,
  type Matrix,
  type MatrixCell,
  type Side,
  type Sureness,
} from './cell.ts'
export { buildEvidence, type Contrast, type Evidence } from './evidence.ts'
export { firstThings, type FirstThing } from './firstThings.ts'
export { guardsOf } from './guards.ts'
export { judge, ruleOf, rules, scoreByDeviation, type Rule, type Verdict } from './rule.ts'
