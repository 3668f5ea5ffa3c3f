import { buildMatrix, membership, scoreByDeviation, type Matrix } from '#domain/matrix'
import {
  isMasked,
  itemCodes,
  storedAnswers,
  weigh,
  type Answers,
  type Importance,
  type PopulationMargin,
  type Rating,
  type Respondent,
  type ServiceNeed,
} from '#domain/survey'
import { geography, type Geography } from '#domain/territory'
import { buildSurveys } from '#sample/surveys/buildSurveys.ts'
import { buildTerritory } from '#sample/territory.ts'

/** The rows of a satisfaction survey as the database gives them. */
export interface SurveyRows {
  readonly respondents: readonly Respondent[]
  readonly needs: readonly ServiceNeed[]
  readonly ratings: readonly Rating[]
  readonly importance: readonly Importance[]
  readonly margins: readonly PopulationMargin[]
}

export const territory = 'audomarois'
export const against = '62'

/** The sample's survey of the Pas-de-Calais, 3,000 respondents, with the zones they live in. */
export function sampleSurvey(): { rows: SurveyRows; zones: Geography } {
  const place = buildTerritory()
  const rows = buildSurveys(place, 2026).find((survey) => survey.code === 'satisfaction-2026' && survey.territory === against)
  if (!rows) throw new Error(`The sample has no satisfaction survey of ${against}`)
  return { rows, zones: geography(place.zones, place.parents) }
}

/** The same survey `times` over, each copy with people of its own, over a population as many times larger. */
export function enlarged(rows: SurveyRows, times: number): SurveyRows {
  const size = rows.respondents.length
  const copies = Array.from({ length: times }, (_, copy) => copy * size)
  return {
    respondents: copies.flatMap((shift) => rows.respondents.map((each) => ({ ...each, number: each.number + shift }))),
    needs: copies.flatMap((shift) => rows.needs.map((each) => ({ ...each, respondent: each.respondent + shift }))),
    ratings: copies.flatMap((shift) => rows.ratings.map((each) => ({ ...each, respondent: each.respondent + shift }))),
    importance: copies.flatMap((shift) => rows.importance.map((each) => ({ ...each, respondent: each.respondent + shift }))),
    margins: rows.margins.map((each) => ({ ...each, total: each.total * times })),
  }
}

/** From rows to the judged matrix, as the main job goes: weights, columns, 176 + 576 cells. */
export function computeMatrix(rows: SurveyRows, zones: Geography): { answers: Answers; matrix: Matrix } {
  const { weights } = weigh(rows.respondents, rows.margins)
  const answers = storedAnswers({ ...rows, weights, masked: isMasked })
  const request = { territory, against, rule: scoreByDeviation, group: null, items: itemCodes, disclosureThreshold: 0 }
  return { answers, matrix: buildMatrix(answers, zones, request) }
}

/** Who lives in the territory: a flag per respondent. */
export function inTerritory(answers: Answers, zones: Geography): Uint8Array {
  return membership(answers, zones, territory, null)
}
