import { randomInt, randomUUID } from 'node:crypto'
import type { Viewer } from '#domain/accounts'
import { rowsOfSheets, type ReceivedSheet, type SheetRows } from '#domain/survey'
import { DomainError } from '#kernel/result.ts'
import { selectSheets } from '#store/answerSheets.ts'
import { recordAudit } from '#store/audit.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { write, type Reader, type Writer } from '#store/open.ts'
import { selectMargins } from '#store/margins.ts'
import { updateSurveyState, type SurveyRecord } from '#store/surveyAdmin.ts'
import { clearField, insertClosedRows } from '#store/surveyClosing.ts'
import { selectFieldCounts, type FieldCounts } from '#store/surveyField.ts'
import type { DeskTools } from '../deskTools.ts'
import { loadAtlas, withAtlas, type Observatory } from '../observatory.ts'
import { authorise } from '../rights.ts'
import { stratumIn } from './strata.ts'
import { afterStep } from './surveyStates.ts'
import { lockedSurvey, subjectOf, surveyAt, surveyView, type SurveyAddress, type SurveyView } from './surveyViews.ts'

/** Fewer respondents than this classify no cell at all. */
const fewest = 30

/** What closing would do, told before. */
export interface ClosingView {
  readonly survey: SurveyView
  readonly sheets: number
  /** Sheets without a commune of the territory: they cannot be weighed, and only their words are kept. */
  readonly unplaced: number
  /** Respondents who did not tell their sex or age: the weights cannot use those margins for them. */
  readonly untold: number
  readonly words: number
  readonly statements: number
  /** Drafts that will be lost, letters unused, paper forms still to be keyed. */
  readonly field: FieldCounts
  readonly isSmall: boolean
}

export interface SurveyClosing {
  closingView(viewer: Viewer, at: SurveyAddress): Promise<ClosingView>
  /** Ends the field; refuses with `survey.notOpen`, `survey.nothingReceived`. */
  closeSurvey(viewer: Viewer, at: SurveyAddress): Promise<void>
}

/** A new order by the system's source of chance (Fisher and Yates); nothing that could repeat it is kept. */
function shuffled<T>(items: readonly T[]): T[] {
  const mixed = [...items]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    const held = mixed[i] as T
    mixed[i] = mixed[j] as T
    mixed[j] = held
  }
  return mixed
}

async function rowsOf(
  obs: Observatory,
  reader: Reader,
  survey: SurveyRecord,
  sheets: readonly ReceivedSheet[],
): Promise<SheetRows> {
  const { geography } = await loadAtlas(reader, obs.caches)
  return rowsOfSheets(sheets, {
    root: survey.territory,
    kind: survey.kind,
    stratumOf: (zone) => stratumIn(geography, survey.territory, zone)?.code ?? null,
    margins: await selectMargins(reader, survey),
  })
}

/**
 * Ends the field of a survey in the transaction given. The survey's row is held first, so that an answer on its way either is in or is refused; its sheets
 * are shuffled, numbered and written as rows, what people wrote is shuffled once more by itself, and everything that served the field is deleted.
 */
async function close(writer: Writer, obs: Observatory, viewer: Viewer, at: SurveyAddress): Promise<void> {
  const survey = await lockedSurvey(obs, writer, at)
  const state = afterStep(survey.state, 'close')
  if (state === null) throw new DomainError('survey.notOpen', { code: at.code })
  const sheets = shuffled(await selectSheets(writer, survey))
  const rows = await rowsOf(obs, writer, survey, sheets)
  if (rows.respondents.length === 0) throw new DomainError('survey.nothingReceived', { code: at.code })
  const words = shuffled(rows.words).map((each) => ({ ...each, id: randomUUID() }))
  await insertClosedRows(
    writer,
    survey,
    rows,
    words.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
  await clearField(writer, survey)
  await updateSurveyState(writer, survey, state)
  const details = { respondents: rows.respondents.length, unplaced: rows.unplaced, words: words.length }
  await recordAudit(writer, { actor: viewer, action: 'survey.closed', subject: subjectOf(survey), details })
  await raiseVersion(writer, 'observatory')
}

export function surveyClosing(tools: DeskTools): SurveyClosing {
  const obs = tools.observatory
  return {
    async closingView(viewer, at) {
      authorise(viewer, 'surveys.manage')
      return withAtlas(obs, async (reader, { geography }) => {
        const survey = await surveyAt(obs, reader, at)
        if (afterStep(survey.state, 'close') === null) throw new DomainError('survey.notOpen', { code: at.code })
        const sheets = await selectSheets(reader, survey)
        const rows = await rowsOf(obs, reader, survey, sheets)
        return {
          survey: surveyView(geography, survey),
          sheets: sheets.length,
          unplaced: rows.unplaced,
          untold: rows.respondents.filter(({ sex, age }) => sex === null || age === null).length,
          words: rows.words.length,
          statements: rows.statements.length,
          field: await selectFieldCounts(reader, survey),
          isSmall: rows.respondents.length < fewest,
        }
      })
    },
    async closeSurvey(viewer, at) {
      authorise(viewer, 'surveys.manage')
      await write(obs.db, (writer) => close(writer, obs, viewer, at))
    },
  }
}
