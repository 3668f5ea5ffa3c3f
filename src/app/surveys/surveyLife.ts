import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { write, type Reader, type Writer } from '#store/open.ts'
import { selectSurveys, updateSurveyState, type SurveyRecord } from '#store/surveyAdmin.ts'
import { selectFieldCounts } from '#store/surveyField.ts'
import { publishedSurveys } from '#store/surveys.ts'
import { weightingOfSurvey } from '#store/weightings.ts'
import type { DeskTools } from '../deskTools.ts'
import { startJob } from '../jobs.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import { authorise } from '../rights.ts'
import { afterStep, type SurveyStep } from './surveyStates.ts'
import { lockedSurvey, subjectOf, surveyAt, surveyView, type SurveyAddress, type SurveyView } from './surveyViews.ts'

/** A survey with where it stands among the others of its territory. */
export interface SurveyPage extends SurveyView {
  /** Whether weights have been made. */
  readonly isWeighted: boolean
  /** Whether figures come from it: published, and no later one is. */
  readonly isInForce: boolean
  /** Whether it may go back to its draft: open, and nothing was received. */
  readonly mayWithdraw: boolean
  /** Title of the survey whose figures are shown while this one is not published; `null` without one. */
  readonly otherwise: SurveyView['title'] | null
}

export interface SurveyLife {
  surveys(viewer: Viewer): Promise<readonly SurveyView[]>
  /** Refuses with `survey.unknown`. */
  survey(viewer: Viewer, at: SurveyAddress): Promise<SurveyPage>
  /** Refuses with `survey.notDraft`. */
  openSurvey(viewer: Viewer, at: SurveyAddress): Promise<void>
  /** Refuses with `survey.notOpen`, and with `survey.received` once somebody has begun to answer. */
  withdrawSurvey(viewer: Viewer, at: SurveyAddress): Promise<void>
  /** Shows a closed survey's figures, weighed or by the main job that this starts; refuses with `survey.notClosed`. */
  publishSurvey(viewer: Viewer, at: SurveyAddress): Promise<void>
  /** Refuses with `survey.notPublished`. */
  unpublishSurvey(viewer: Viewer, at: SurveyAddress): Promise<void>
}

async function nothingReceived(reader: Reader, survey: SurveyRecord): Promise<boolean> {
  const { begun, drafts, forms } = await selectFieldCounts(reader, survey)
  return survey.respondents + begun + drafts + forms === 0
}

/** Takes a step of a survey's life, or refuses with the code beside it where it cannot be taken. */
async function step(
  obs: Observatory,
  writer: Writer,
  viewer: Viewer,
  at: SurveyAddress,
  [taken, refusal]: readonly [SurveyStep, string],
): Promise<SurveyRecord> {
  const survey = await lockedSurvey(obs, writer, at)
  const state = afterStep(survey.state, taken)
  if (state === null) throw new DomainError(refusal, { code: survey.code })
  await updateSurveyState(writer, survey, state)
  await recordAudit(writer, { actor: viewer, action: `survey.${taken}`, subject: subjectOf(survey) })
  await raiseVersion(writer, 'observatory')
  return survey
}

async function pageOf(reader: Reader, survey: SurveyRecord, view: SurveyView): Promise<SurveyPage> {
  const published = await publishedSurveys(reader, survey.territory, survey.kind)
  const other = published.find(({ id }) => id !== survey.id)
  return {
    ...view,
    isWeighted: (await weightingOfSurvey(reader, survey)) !== null,
    isInForce: published[0]?.id === survey.id,
    mayWithdraw: survey.state === 'open' && (await nothingReceived(reader, survey)),
    otherwise: other?.title ?? null,
  }
}

export function surveyLife(tools: DeskTools): SurveyLife {
  const { observatory: obs, queue } = tools
  const act = (viewer: Viewer, at: SurveyAddress, taken: readonly [SurveyStep, string]): Promise<SurveyRecord> =>
    write(obs.db, (writer) => step(obs, writer, viewer, at, taken))
  return {
    surveys(viewer) {
      authorise(viewer, 'surveys.read')
      return withAtlas(obs, async (reader, { geography }) => {
        const all = await selectSurveys(reader)
        return all.filter(({ territory }) => geography.find(territory)).map((survey) => surveyView(geography, survey))
      })
    },
    survey(viewer, at) {
      authorise(viewer, 'surveys.read')
      return withAtlas(obs, async (reader, { geography }) => {
        const survey = await surveyAt(obs, reader, at)
        return pageOf(reader, survey, surveyView(geography, survey))
      })
    },
    async openSurvey(viewer, at) {
      authorise(viewer, 'surveys.manage')
      await act(viewer, at, ['open', 'survey.notDraft'])
    },
    async withdrawSurvey(viewer, at) {
      authorise(viewer, 'surveys.manage')
      await write(obs.db, async (writer) => {
        const survey = await step(obs, writer, viewer, at, ['withdraw', 'survey.notOpen'])
        if (!(await nothingReceived(writer, survey))) throw new DomainError('survey.received', { code: at.code })
      })
    },
    async publishSurvey(viewer, at) {
      authorise(viewer, 'surveys.manage')
      authorise(viewer, 'jobs.run')
      const survey = await act(viewer, at, ['publish', 'survey.notClosed'])
      if (survey.kind === 'satisfaction') await startJob(obs, queue, { territory: survey.territory })
    },
    async unpublishSurvey(viewer, at) {
      authorise(viewer, 'surveys.manage')
      await act(viewer, at, ['unpublish', 'survey.notPublished'])
    },
  }
}
