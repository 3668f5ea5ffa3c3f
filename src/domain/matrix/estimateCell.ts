import { criterionCodes, isCriterionCode, questionIndex, type Answers, type ItemCode, type Needs } from '#domain/survey'
import { serviceCodes, type ServiceCode } from '#domain/territory'
import { tInterval } from '#stats/intervals.ts'
import { addInfluence, sparseMean, type SparseMean, type SparseValues } from '#stats/sparseMean.ts'
import { sparseCovariance, sparseDegreesOfFreedom } from '#stats/sparseVariance.ts'
import type { CellEstimate, CellStatus } from './cell.ts'
import { standardError, type Comparison } from './comparison.ts'
import { isGuarded } from './guards.ts'
import { importanceFigures, noImportance, type ImportanceFigures } from './importance.ts'

type Figures = Omit<CellEstimate, 'service' | 'item' | 'status' | 'givingUp' | keyof ImportanceFigures>

const noFigures: Figures = {
  n: null,
  effectiveN: null,
  score: null,
  se: null,
  lower: null,
  upper: null,
  againstScore: null,
  deviation: null,
  deviationSe: null,
  deviationLower: null,
  deviationUpper: null,
  covariance: null,
}

function deviationFigures(
  deviation: number,
  variance: number,
  df: number,
): Pick<Figures, 'deviation' | 'deviationSe' | 'deviationLower' | 'deviationUpper'> {
  const se = standardError(variance)
  if (se === null) return { deviation: null, deviationSe: null, deviationLower: null, deviationUpper: null }
  const { lower, upper } = tInterval(deviation, se, df, 0.95)
  return { deviation, deviationSe: se, deviationLower: lower, deviationUpper: upper }
}

/** The mean of the zone compared with; `null` where it has no answers, or too few to be told: with the deviation it could be computed. */
function shownAgainst(
  answers: Answers,
  values: SparseValues,
  { against, guards, disclosureThreshold }: Comparison,
): SparseMean | null {
  const mean = sparseMean(values, answers.weight, against)
  if (!(mean.total > 0) || mean.n < disclosureThreshold) return null
  return disclosureThreshold > 0 && isGuarded(guards.against, values.row, disclosureThreshold) ? null : mean
}

function figures(answers: Answers, values: SparseValues, own: SparseMean, comparison: Comparison): Figures {
  const { weight, variance: frame } = answers
  const { row } = values
  const against = shownAgainst(answers, values, comparison)
  const score = new Float64Array(row.length)
  addInfluence(score, values, weight, comparison.territory, own, 1)
  const difference = score.slice()
  if (against) addInfluence(difference, values, weight, comparison.against, against, -1)
  const variances = sparseCovariance(frame, row, score, difference)
  const df = sparseDegreesOfFreedom(frame, row, comparison.territory)
  const se = df > 0 ? standardError(variances.first) : null
  const base = { n: own.n, effectiveN: own.effectiveN, score: own.mean, againstScore: against?.mean ?? null }
  if (se === null) return { ...noFigures, ...base }
  const { lower, upper } = tInterval(own.mean, se, df, 0.95)
  if (!against) return { ...noFigures, ...base, se, lower, upper }
  const wholeDf = frame.design.units - frame.design.strata
  const deviation = deviationFigures(own.mean - against.mean, variances.second, wholeDf)
  const covariance = deviation.deviationSe === null ? null : variances.covariance
  return { ...base, se, lower, upper, ...deviation, covariance }
}

const fewestForARate = 30

/**
 * Weighted share of those who needed the service in the domain and gave it up for this criterion; `null` where fewer than 30 are known to have needed it,
 * and where fewer people than `fewestReasons` gave it up, or all but so few: a rate of theirs would tell of single people.
 */
function givingUpRate(
  needs: Needs | undefined,
  criterion: number,
  weight: Float64Array,
  domain: Uint8Array,
  threshold: number,
  fewestReasons: number,
): number | null {
  if (!needs) return null
  let n = 0
  let reasons = 0
  let needed = 0
  let gaveUp = 0
  for (let i = 0; i < needs.respondent.length; i++) {
    const row = needs.respondent[i] as number
    if (domain[row] === 0) continue
    const w = weight[row] as number
    n++
    needed += w
    if (needs.gaveUpFor[i] !== criterion) continue
    gaveUp += w
    reasons++
  }
  const telling = Math.min(reasons, n - reasons)
  if (telling > 0 && telling < fewestReasons) return null
  // A rate of a handful of people says nothing, and might tell who they are.
  return n < Math.max(threshold, fewestForARate) || needed === 0 ? null : gaveUp / needed
}

function statusOf(own: SparseMean, estimate: Figures, comparison: Comparison): CellStatus {
  if (estimate.se === null) return 'oneUnit'
  return own.effectiveN < comparison.minimumEffectiveN ? 'thin' : 'ok'
}

/**
 * Estimates one cell: mean score in the territory with its design-based standard error, deviation from the zone compared with (the samples overlap, so
 * the two share one set of influence values), their covariance, and the rate of giving up. Every respondent of the survey is in the variance.
 */
export function estimateCell(answers: Answers, service: ServiceCode, item: ItemCode, comparison: Comparison): CellEstimate {
  const ratings = answers.ratings.get(questionIndex(service, item))
  const needs = answers.needs.get(serviceCodes.indexOf(service))
  const refused = (status: CellStatus, n: number | null): CellEstimate => ({
    service,
    item,
    status,
    ...noFigures,
    n,
    givingUp: null,
    ...noImportance,
  })
  if (!ratings || ratings.respondent.length === 0)
    return answers.masked(service, item) ? refused('notApplicable', null) : refused('noData', 0)
  const values = { row: ratings.respondent, value: ratings.score, factor: ratings.factor }
  const own = sparseMean(values, answers.weight, comparison.territory)
  const givingUp = isCriterionCode(item)
    ? givingUpRate(
        needs,
        criterionCodes.indexOf(item),
        answers.weight,
        comparison.territory,
        comparison.disclosureThreshold,
        comparison.fewestReasons,
      )
    : null
  if (own.n === 0 || !(own.total > 0)) return { ...refused('noData', own.n), givingUp }
  const { disclosureThreshold, guards } = comparison
  if (own.n < disclosureThreshold) return refused('suppressed', null)
  if (disclosureThreshold > 0 && isGuarded(guards.territory, values.row, disclosureThreshold)) return refused('suppressed', null)
  const estimate = figures(answers, values, own, comparison)
  const importance = isCriterionCode(item) ? importanceFigures(answers, service, item, { own, values }, comparison) : noImportance
  return { service, item, ...estimate, status: statusOf(own, estimate, comparison), givingUp, ...importance }
}
