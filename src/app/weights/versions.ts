import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { write, type Reader } from '#store/open.ts'
import { selectRespondents } from '#store/survey.ts'
import { latestSurvey, type Survey } from '#store/surveys.ts'
import {
  lockSurvey,
  putWeightingInForce,
  selectWeighting,
  selectWeightings,
  weighableSurveys,
  weightingOfSurvey,
  type Weighting,
} from '#store/weightings.ts'
import { surveyMargins } from '../answers.ts'
import type { DeskTools } from '../deskTools.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import { findSurvey, marginsOf, versionLine, weighedSurvey, zoneNamesIn } from './weighedSurvey.ts'
import type { SurveyAsked, VersionView, WeightListLine, WeightSurveyView } from './weightViews.ts'

/** A version of a survey, or a refusal `weights.noVersion`. */
export async function findVersion(reader: Reader, survey: Survey, number: number): Promise<Weighting> {
  const found = Number.isSafeInteger(number) && number < 2 ** 31 ? await selectWeighting(reader, survey, number) : null
  if (!found) throw new DomainError('weights.noVersion', { number })
  return found
}

export function weightList(obs: Observatory): Promise<readonly WeightListLine[]> {
  return withAtlas(obs, async (reader, { geography }) => {
    const lines: WeightListLine[] = []
    for (const survey of await weighableSurveys(reader)) {
      const inForce = await weightingOfSurvey(reader, survey)
      const versions = (await selectWeightings(reader, survey)).length
      const line = inForce && versionLine(inForce, inForce)
      lines.push({ survey: await weighedSurvey(reader, geography, survey), versions, inForce: line })
    }
    return lines
  })
}

export function surveyWeights(obs: Observatory, asked: SurveyAsked): Promise<WeightSurveyView> {
  return withAtlas(obs, async (reader, { geography }) => {
    const survey = await findSurvey(reader, asked)
    const inForce = await weightingOfSurvey(reader, survey)
    const versions = await selectWeightings(reader, survey)
    const rows = { respondents: await selectRespondents(reader, survey), margins: await surveyMargins(reader, survey) }
    return {
      ...(await marginsOf(reader, geography, survey, rows)),
      survey: await weighedSurvey(reader, geography, survey),
      versions: versions.map((version) => versionLine(version, inForce)),
      isNamed: survey.weightingId !== null,
    }
  })
}

export function versionView(obs: Observatory, asked: SurveyAsked, number: number): Promise<VersionView> {
  return withAtlas(obs, async (reader, { geography }) => {
    const survey = await findSurvey(reader, asked)
    const version = await findVersion(reader, survey, number)
    const inForce = await weightingOfSurvey(reader, survey)
    const all = await selectWeightings(reader, survey)
    return {
      survey: await weighedSurvey(reader, geography, survey),
      line: versionLine(version, inForce),
      report: version.report,
      zoneNames: zoneNamesIn(geography, version.report.margins),
      others: all.filter((each) => each.id !== version.id).map((each) => versionLine(each, inForce)),
    }
  })
}

/**
 * Puts a version in force: every figure of its survey follows it from now on, and the main job makes the matrices again, where the survey is the one that is
 * published. Refuses negative weights (`weights.negative`), and `version.changed` when somebody else changed the survey meanwhile.
 *
 * @returns whether the main job was asked for
 */
export async function putInForce(
  { observatory: obs, queue }: Pick<DeskTools, 'observatory' | 'queue'>,
  viewer: Viewer,
  asked: SurveyAsked,
  chosen: { readonly number: number; readonly version: number },
): Promise<boolean> {
  const isShown = await write(obs.db, async (writer) => {
    const survey = await findSurvey(writer, asked)
    const version = await lockSurvey(writer, survey)
    if (version !== chosen.version) throw new DomainError('version.changed', { code: survey.code })
    const weighting = await findVersion(writer, survey, chosen.number)
    const { negativeWeights = 0 } = weighting.report
    if (negativeWeights > 0) throw new DomainError('weights.negative', { respondents: negativeWeights })
    await putWeightingInForce(writer, weighting)
    await raiseVersion(writer, 'observatory')
    const { number, name } = weighting
    await recordAudit(writer, { actor: viewer, action: 'weights.inForce', subject: survey.code, details: { number, name } })
    return (await latestSurvey(writer, survey.territory, 'satisfaction'))?.id === survey.id
  })
  if (isShown) await queue.send(asked.root)
  return isShown
}
