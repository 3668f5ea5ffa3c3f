import { criterionCodes, type Answers, type CriterionCode, type Picks } from '#domain/survey'
import { serviceCodes, type ServiceCode } from '#domain/territory'
import { addInfluence, sparseMean, type SparseMean, type SparseValues } from '#stats/sparseMean.ts'
import { sparseCovariance } from '#stats/sparseVariance.ts'
import type { CellEstimate } from './cell.ts'
import { standardError, type Comparison } from './comparison.ts'
import { isGuarded } from './guards.ts'

/** How much a criterion of a service matters, beside its score. */
export type ImportanceFigures = Pick<CellEstimate, 'importance' | 'importanceSe' | 'importanceCovariance'>

export const noImportance: ImportanceFigures = { importance: null, importanceSe: null, importanceCovariance: null }

/** Fewer people than this say nothing of what matters to all. */
const fewest = 30

/** 1 for each respondent who counts the criterion among those that matter most, 0 for the others who were asked. */
function picked(picks: Picks, criterion: CriterionCode): SparseValues {
  const bit = 1 << criterionCodes.indexOf(criterion)
  return {
    row: picks.respondent,
    factor: picks.factor,
    value: Float64Array.from(picks.criteria, (bits) => (bits & bit ? 1 : 0)),
  }
}

interface Influences {
  readonly row: Int32Array
  readonly influence: Float64Array
}

/** The influences of two means over different answers, on the rows of both. Rows ascend, as the respondents of a stored survey do. */
function together(a: Influences, b: Influences): { rows: Int32Array; first: Float64Array; second: Float64Array } {
  const most = a.row.length + b.row.length
  const rows = new Int32Array(most)
  const first = new Float64Array(most)
  const second = new Float64Array(most)
  let [i, j, count] = [0, 0, 0]
  for (; i < a.row.length || j < b.row.length; count++) {
    const row = Math.min(a.row[i] ?? Infinity, b.row[j] ?? Infinity)
    rows[count] = row
    if (a.row[i] === row) first[count] = a.influence[i++] as number
    if (b.row[j] === row) second[count] = b.influence[j++] as number
  }
  return { rows: rows.subarray(0, count), first: first.subarray(0, count), second: second.subarray(0, count) }
}

/**
 * Share of those asked in the territory who count a criterion of a service among the three that matter most, with its design-based standard error and
 * its covariance with the criterion's score (the same people answer both). `null` where it was not asked, under 30 people, or where the answer of
 * single people could be told. Example: of 200 asked, 90 count "delays" among their three: 0.45.
 */
export function importanceFigures(
  answers: Answers,
  service: ServiceCode,
  criterion: CriterionCode,
  score: { readonly own: SparseMean; readonly values: SparseValues },
  { territory, guards, disclosureThreshold }: Comparison,
): ImportanceFigures {
  const picks = answers.importance.get(serviceCodes.indexOf(service))
  if (!picks) return noImportance
  const values = picked(picks, criterion)
  const share = sparseMean(values, answers.weight, territory)
  if (share.n < Math.max(fewest, disclosureThreshold)) return noImportance
  if (disclosureThreshold > 0 && isGuarded(guards.territory, values.row, disclosureThreshold)) return noImportance
  const influence = new Float64Array(values.row.length)
  addInfluence(influence, values, answers.weight, territory, share, 1)
  const scored = new Float64Array(score.values.row.length)
  addInfluence(scored, score.values, answers.weight, territory, score.own, 1)
  const both = together({ row: score.values.row, influence: scored }, { row: values.row, influence })
  const { second, covariance } = sparseCovariance(answers.variance, both.rows, both.first, both.second)
  const importanceSe = standardError(second)
  return { importance: share.mean, importanceSe, importanceCovariance: importanceSe === null ? null : covariance }
}
