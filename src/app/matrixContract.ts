import { cellStatuses, expectedWrong, importanceBySatisfaction, levels, type Matrix, type MatrixCell } from '#domain/matrix'
import { criterionCodes, criterionOf, isCriterionCode, subCriterionCodes } from '#domain/survey'
import { serviceCodes } from '#domain/territory'
import { z } from 'zod'

const figure = z.number().nullable()

const rowFields = {
  n: z.number().int().nullable(),
  effectiveN: figure,
  score: figure,
  se: figure,
  lower: figure,
  upper: figure,
  deviation: figure,
  deviationSe: figure,
  deviationLower: figure,
  deviationUpper: figure,
  level: z.enum(levels).nullable(),
  sureness: z.enum(['established', 'likely', 'uncertain']).nullable(),
  probability: figure,
  side: z.enum(['scoreLow', 'scoreHigh', 'below', 'notBelow']).nullable(),
  /** Share of those who needed the service and gave it up for this criterion, 0-1. */
  givingUp: figure,
  /** Under the rule by importance only: share of those asked who count the criterion among the three that matter most. */
  importance: figure.optional(),
  importanceSe: figure.optional(),
  status: z.enum(cellStatuses),
}

const criterionRow = z.object({ service: z.enum(serviceCodes), criterion: z.enum(criterionCodes), ...rowFields })
const detailRow = z.object({
  service: z.enum(serviceCodes),
  criterion: z.enum(criterionCodes),
  subCriterion: z.enum(subCriterionCodes),
  ...rowFields,
})

const source = z.object({
  title: z.string(),
  kind: z.enum(['survey', 'file']),
  synthetic: z.boolean(),
  respondents: z.number().int(),
  respondentsInTerritory: z.number().int(),
  /** Days of the field; `null` when the file does not tell. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  weights: z.enum(['raking', 'linear', 'logit', 'given', 'equal']),
})

/** The JSON document of `passerelle matrix` and of the portal's export, version 1. */
export const matrixDocument = z.object({
  schema: z.literal('matrix/1'),
  territory: z.string(),
  against: z.string(),
  rule: z.string(),
  rows: z.array(z.union([detailRow, criterionRow])),
  /** Expected number of wrong verdicts among the established ones. */
  expectedWrong: z.number(),
  sources: z.array(source),
})

export type MatrixDocument = z.infer<typeof matrixDocument>
export type MatrixSource = z.infer<typeof source>

function rowOf(cell: MatrixCell, rule: string): MatrixDocument['rows'][number] {
  const {
    service,
    item,
    againstScore: _a,
    belowP: _b,
    belowAdjusted: _c,
    status,
    level,
    sureness,
    probability,
    side,
    givingUp,
    importance,
    importanceSe,
    ...figures
  } = cell
  const matters = rule === importanceBySatisfaction.code ? { importance, importanceSe } : {}
  const verdict = { level, sureness, probability, side, givingUp, ...matters, status }
  if (isCriterionCode(item)) return { service, criterion: item, ...figures, ...verdict }
  return { service, criterion: criterionOf(item), subCriterion: item, ...figures, ...verdict }
}

/** The document of a matrix: its 176 criteria cells, or with `detail` its 576 sub-criteria cells, refused ones included. */
export function matrixDocumentOf(
  matrix: Pick<Matrix, 'territory' | 'against' | 'rule' | 'cells'>,
  sources: readonly MatrixSource[],
  detail: boolean,
): MatrixDocument {
  const cells = matrix.cells.filter((cell) => isCriterionCode(cell.item) !== detail)
  const { territory, against, rule } = matrix
  const document = {
    schema: 'matrix/1',
    territory,
    against,
    rule,
    rows: cells.map((cell) => rowOf(cell, rule)),
    expectedWrong: expectedWrong(cells),
    sources,
  }
  return matrixDocument.parse(document)
}
