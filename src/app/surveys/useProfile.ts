import { criterionCodes, questionIndex, type Answers } from '#domain/survey'
import { serviceCodes, type ServiceCode } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import { median } from '#stats/median.ts'
import type { Reader } from '#store/open.ts'
import { loadAnswers } from '../answers.ts'
import type { Observatory } from '../observatory.ts'

/** What the survey in force tells of a service for planning the next one. */
export interface ServiceUse {
  readonly service: ServiceCode
  /** Share of the adults who used it in 12 months. */
  readonly used: number
  /** Share who are asked about it when `mostServices` of those used are drawn. */
  readonly asked: number
  /** Effective answers per respondent: what unequal draw probabilities leave of those asked, before the weights' own design effect. */
  readonly effective: number
  /** Standard deviation of a score of a criterion, in points; the middle one of its criteria. */
  readonly deviation: number
  /** Criteria that make sense of it. */
  readonly criteria: number
}

/** How many services each respondent used. */
function usedCounts({ respondents, needs }: Answers): Int32Array {
  const counts = new Int32Array(respondents)
  for (const need of needs.values())
    need.respondent.forEach((respondent, i) => {
      if ((need.gaveUpFor[i] ?? 0) < 0) counts[respondent] = (counts[respondent] ?? 0) + 1
    })
  return counts
}

/** Weighted standard deviation of the scores of one question; `null` under 30 answers. */
function deviationOf({ ratings, weight }: Answers, question: number): number | null {
  const own = ratings.get(question)
  if (!own || own.score.length < 30) return null
  let [total, sum, squares] = [0, 0, 0]
  own.score.forEach((score, i) => {
    const w = (weight[own.respondent[i] ?? 0] ?? 0) * (own.factor[i] ?? 1)
    total += w
    sum += w * score
    squares += w * score * score
  })
  return Math.sqrt(Math.max(0, squares / total - (sum / total) ** 2))
}

/** Use, draw and spread of each service from the answers of a survey, as if `mostServices` of those used were drawn. */
export function serviceUses(answers: Answers, mostServices: number): ServiceUse[] {
  const counts = usedCounts(answers)
  const people = answers.weight.reduce((sum, weight) => sum + weight, 0)
  return serviceCodes.map((service, index) => {
    const need = answers.needs.get(index)
    let [used, asked, inverse] = [0, 0, 0]
    need?.respondent.forEach((respondent, i) => {
      if ((need.gaveUpFor[i] ?? 0) >= 0) return
      const weight = answers.weight[respondent] ?? 0
      const chance = Math.min(1, mostServices / Math.max(1, counts[respondent] ?? 1))
      used += weight
      asked += weight * chance
      inverse += weight / chance
    })
    const open = criterionCodes.filter((criterion) => !answers.masked(service, criterion))
    const deviations = open.flatMap((criterion) => deviationOf(answers, questionIndex(service, criterion)) ?? [])
    return {
      service,
      used: used / people,
      asked: asked / people,
      // Kish: (Σ 1/p)² / Σ 1/p² over those asked is, in expectation per respondent, used² / E[1/p over those who use it].
      effective: inverse === 0 ? 0 : (used * used) / inverse / people,
      deviation: deviations.length === 0 ? 0 : median(deviations),
      criteria: open.length,
    }
  })
}

/** The survey in force as a source for planning; `null` in a territory without one. */
export async function profileOf(obs: Observatory, reader: Reader, root: string, mostServices: number) {
  try {
    const { survey, weighting, answers } = await loadAnswers(obs, reader, root)
    return { survey, designEffect: weighting.report.designEffect, uses: serviceUses(answers, mostServices) }
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'territory.noSurvey' || error.code === 'survey.notWeighted')) return null
    throw error
  }
}
