import { criterionCodes, questionIndex, type Answers, type CriterionCode } from '#domain/survey'
import { serviceCodes, type Geography, type ServiceCode, type Zone } from '#domain/territory'
import { sparseCovariance } from '#stats/sparseVariance.ts'

/** Scores of the questions chosen, summed for each respondent who gave one: a person's scores hang together. */
export interface PersonScores {
  /** Index of the respondent. */
  readonly row: Int32Array
  /** Sum of the scores' weights, and of weight times score. */
  readonly weight: Float64Array
  readonly weighted: Float64Array
}

/** The direct mean of a zone with what its variance is made of. */
export interface DirectEstimate {
  /** Respondents. */
  readonly n: number
  /** Kish's effective number of respondents. */
  readonly effectiveN: number
  /** NaN without respondents. */
  readonly mean: number
  /** Design variance of the mean; NaN where it cannot be estimated. */
  readonly variance: number
}

/** Sums per respondent over the questions of a service and a criterion, of all where `null`. */
export function personScores(answers: Answers, service: ServiceCode | null, criterion: CriterionCode | null): PersonScores {
  const weight = new Float64Array(answers.respondents)
  const weighted = new Float64Array(answers.respondents)
  for (const each of service ? [service] : serviceCodes) {
    for (const item of criterion ? [criterion] : criterionCodes) {
      const ratings = answers.ratings.get(questionIndex(each, item))
      if (!ratings) continue
      for (const [i, row] of ratings.respondent.entries()) {
        const w = (answers.weight[row] ?? 0) * (ratings.factor[i] ?? 1)
        weight[row] = (weight[row] ?? 0) + w
        weighted[row] = (weighted[row] ?? 0) + w * (ratings.score[i] ?? 0)
      }
    }
  }
  const row = Int32Array.from(weight.keys()).filter((each) => (weight[each] ?? 0) > 0)
  const pick = (values: Float64Array): Float64Array => Float64Array.from(row, (each) => values[each] ?? 0)
  return { row, weight: pick(weight), weighted: pick(weighted) }
}

/** Ratio estimate of the mean over some of the persons (positions in `scores`), with its design variance: influence (Σwy − R Σw) / total per person. */
export function directEstimate(answers: Answers, scores: PersonScores, persons: readonly number[]): DirectEstimate {
  let total = 0
  let squares = 0
  let sum = 0
  for (const k of persons) {
    const w = scores.weight[k] ?? 0
    total += w
    squares += w * w
    sum += scores.weighted[k] ?? 0
  }
  if (persons.length === 0) return { n: 0, effectiveN: 0, mean: Number.NaN, variance: Number.NaN }
  const mean = sum / total
  const base = { n: persons.length, effectiveN: (total * total) / squares, mean }
  if (persons.length < 2) return { ...base, variance: Number.NaN }
  const influence = Float64Array.from(persons, (k) => ((scores.weighted[k] ?? 0) - mean * (scores.weight[k] ?? 0)) / total)
  const rows = Int32Array.from(persons, (k) => scores.row[k] ?? 0)
  return { ...base, variance: sparseCovariance(answers.variance, rows, influence, influence).first }
}

/** The persons of each zone of a level inside a root, by the zone's code. */
export function personsByZone(
  answers: Answers,
  geography: Geography,
  zones: readonly Zone[],
  scores: PersonScores,
): ReadonlyMap<string, readonly number[]> {
  const home = new Map<string, string | null>()
  const homeOf = (code: string): string | null => {
    const known = home.get(code)
    if (known !== undefined) return known
    const found = zones.find((zone) => geography.position(code, zone.code) === 'inside')?.code ?? null
    home.set(code, found)
    return found
  }
  const byZone = Map.groupBy(scores.row.keys(), (k) => homeOf(answers.zone[scores.row[k] ?? 0] ?? ''))
  return new Map([...byZone].flatMap(([code, persons]) => (code === null ? [] : [[code, persons] as const])))
}
