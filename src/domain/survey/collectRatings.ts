import type { Ratings } from './answers.ts'

/** Gathers ratings in any order, question by question, into columns. */
export interface RatingCollector {
  add(question: number, respondent: number, score: number, factor: number): void
  columns(): Map<number, Ratings>
}

export function collectRatings(): RatingCollector {
  const questions = new Map<number, { respondent: number[]; score: number[]; factor: number[] }>()
  return {
    add(question, respondent, score, factor) {
      const held = questions.get(question) ?? { respondent: [], score: [], factor: [] }
      held.respondent.push(respondent)
      held.score.push(score)
      held.factor.push(factor)
      questions.set(question, held)
    },
    columns() {
      const entries = [...questions].map(([question, { respondent, score, factor }]) => {
        const ratings = {
          respondent: Int32Array.from(respondent),
          score: Float64Array.from(score),
          factor: Float64Array.from(factor),
        }
        return [question, ratings] as const
      })
      return new Map(entries)
    },
  }
}
