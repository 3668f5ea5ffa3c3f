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
export { buildCube, type CubeEstimate, type SurveyCube, type SurveyCubeRequest } from './cube.ts'
export { buildEvidence, type Contrast, type Evidence } from './evidence.ts'
export { firstThings, type FirstThing } from './firstThings.ts'
export { groupContrasts, type ContrastRequest, type GroupContrast } from './groupContrasts.ts'
export { guardsOf } from './guards.ts'
export { importanceBySatisfaction, judge, ruleOf, rules, scoreByDeviation, type Rule, type Verdict } from './rule.ts'
export { independentDifferences, jointDifferences, type Difference } from './differences.ts'
export { prioritiesOf, type Priority, type ServicePriorities } from './priorities.ts'
export { citationFindings, notableTestValue, type CitationFindings, type CitationTest } from './factsheetCitations.ts'
export {
  betterFor,
  byScore,
  cellsOf,
  figuresOf,
  intenseFor,
  notableDifference,
  plainFigureCodes,
  publicFigureCodes,
  serviceFigureCodes,
  type BoundValue,
  type FactsheetFacts,
  type Figure,
  type FigureCode,
} from './factsheetFigures.ts'
export {
  changeOf,
  figureDictionary,
  gravest,
  notePieces,
  readNote,
  storedNote,
  type FigureChange,
  type NotePiece,
} from './factsheetNote.ts'
export { identifyingParts, withoutParts, type IdentifyingKind, type IdentifyingPart } from './factsheetIdentifying.ts'
export { itemNumber, suggestItems, typedItems } from './factsheetSuggestions.ts'
