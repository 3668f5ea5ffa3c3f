import type { Viewer } from '#domain/accounts'
import { standardSettings, tryWeights, type WeighingOutcome, type WeightingSettings } from '#domain/survey'
import { recordAudit } from '#store/audit.ts'
import { write, type Reader } from '#store/open.ts'
import { selectRespondents } from '#store/survey.ts'
import type { Survey } from '#store/surveys.ts'
import { insertWeighting, weightingOfSurvey } from '#store/weightings.ts'
import { surveyMargins } from '../answers.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import { settingsOf, type TypedSettings } from './typedSettings.ts'
import { findSurvey, marginsOf, weighedSurvey } from './weighedSurvey.ts'
import type { AttemptView, MarginVariable, SurveyAsked } from './weightViews.ts'

const longestName = 120

/** Settings to begin with: the survey's own, else those of the version in force, all variables written out. */
async function presentSettings(reader: Reader, survey: Survey, variables: readonly MarginVariable[]): Promise<WeightingSettings> {
  const settings = survey.settings ?? (await weightingOfSurvey(reader, survey))?.settings ?? standardSettings
  return { ...settings, variables: settings.variables ?? variables.map(({ variable }) => variable) }
}

function outcomeOf({ report, obstacles }: WeighingOutcome): AttemptView['outcome'] {
  return {
    // Without margins there is nothing to show but the obstacles.
    report: report.margins.length === 0 ? null : report,
    obstacles: obstacles.map(({ code, params }) => ({ code, params })),
  }
}

async function rowsOf(reader: Reader, survey: Survey) {
  return { respondents: await selectRespondents(reader, survey), margins: await surveyMargins(reader, survey) }
}

/** The settings of a survey's weights and, where some were typed, what they give; nothing is saved. */
export function attemptView(obs: Observatory, asked: SurveyAsked, typed: TypedSettings | null): Promise<AttemptView> {
  return withAtlas(obs, async (reader, { geography }) => {
    const survey = await findSurvey(reader, asked)
    const rows = await rowsOf(reader, survey)
    const margins = await marginsOf(reader, geography, survey, rows)
    const head = { survey: await weighedSurvey(reader, geography, survey), ...margins }
    if (!typed) {
      const settings = await presentSettings(reader, survey, margins.variables)
      return { ...head, settings, issues: {}, outcome: null }
    }
    const { settings, issues } = settingsOf(typed, margins.variables)
    const faulty = Object.keys(issues).length > 0
    const outcome = faulty ? null : outcomeOf(tryWeights(rows.respondents, rows.margins, settings))
    return { ...head, settings, issues, outcome }
  })
}

/** Freezes weights as the next version of the survey, or says what is wrong with the form; nothing that is published changes. */
export function freezeVersion(
  obs: Observatory,
  viewer: Viewer,
  asked: SurveyAsked,
  given: { readonly typed: TypedSettings; readonly name: string },
): Promise<{ readonly number: number } | { readonly issues: Readonly<Record<string, string>> }> {
  const name = given.name.trim()
  return write(obs.db, async (writer) => {
    const survey = await findSurvey(writer, asked)
    const { respondents, margins } = await rowsOf(writer, survey)
    const byVariable = Map.groupBy(margins, ({ variable }) => variable)
    const variables = [...byVariable].map(([variable, categories]) => ({ variable, categories }))
    const { settings, issues } = settingsOf(given.typed, variables)
    const all = { ...issues, ...nameIssue(name) }
    if (Object.keys(all).length > 0) return { issues: all }
    const { weights, report, obstacles } = tryWeights(respondents, margins, settings)
    // What stands in the way is shown by trying again.
    if (obstacles.length > 0) return { issues: {} }
    const made = { name, settings, report, madeAt: obs.now(), madeBy: viewer.name }
    const numbers = respondents.map((respondent) => respondent.number)
    const weighting = { id: obs.newId(), territory: survey.territory, surveyId: survey.id, ...made }
    const number = await insertWeighting(writer, weighting, numbers, weights)
    await recordAudit(writer, { actor: viewer, action: 'weights.frozen', subject: survey.code, details: { number, name } })
    return { number }
  })
}

function nameIssue(name: string): Record<string, string> {
  if (name === '') return { name: 'name.missing' }
  return name.length > longestName ? { name: 'name.tooLong' } : {}
}
