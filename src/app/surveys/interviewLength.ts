import { criterionCodes, subCriterionCodes, type Questionnaire } from '#domain/survey'
import type { Survey } from '#store/surveys.ts'

/** What a new survey asks unless told otherwise. */
export { standardQuestionnaire } from '#domain/survey'

/** Longer than this, people break off: METHODS 6 asks for less. In minutes. */
export const longestInterview = 12

/**
 * Seconds that the parts of an interview take: assumptions, shown beside the figure that they make. A score on a scale that stays the same takes about five
 * seconds, a question to be read afresh about six, a sentence of one's own twenty.
 */
const secondsFor = { question: 6, service: 3, score: 5, channel: 4, important: 12, words: 20, citation: 30 } as const
/** Sex, age, family, activity, digital ease, commune. */
const questionsOnPerson = 6
const services = 16
const citations = 5

/** Minutes that a person answers at most, with every service rated that the questionnaire allows; a survey of citations with five of them. */
export function interviewMinutes(kind: Survey['kind'], questionnaire: Questionnaire): number {
  const person = questionsOnPerson * secondsFor.question
  if (kind === 'elicitation') return (person + citations * secondsFor.citation) / 60
  const { mostServices, subCriteriaOneIn, importance, verbatims } = questionnaire
  const scores = criterionCodes.length + Math.ceil(subCriterionCodes.length / subCriteriaOneIn)
  const perService =
    scores * secondsFor.score +
    2 * secondsFor.channel +
    (importance ? secondsFor.important : 0) +
    (verbatims ? secondsFor.words : 0)
  return (person + services * secondsFor.service + mostServices * perService) / 60
}
