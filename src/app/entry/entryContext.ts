import { maskOf, paperInterview, type PaperQuestions, type SheetRules } from '#domain/survey'
import { read, type Reader } from '#store/open.ts'
import { askingOf, type Asking, type SurveyAsked } from '../collection/fieldSurvey.ts'
import type { DeskTools } from '../deskTools.ts'
import { loadAtlas } from '../observatory.ts'
import { zoneReader, type ZoneReader } from './zoneReader.ts'

/** A survey with what entering its answers needs. */
export interface EntryContext extends Asking {
  readonly zones: ZoneReader
  readonly rules: SheetRules
  readonly questionsOf: (number: number) => PaperQuestions
}

export async function entryContext(tools: DeskTools, reader: Reader, asked: SurveyAsked): Promise<EntryContext> {
  const { geography } = await loadAtlas(reader, tools.observatory.caches)
  const asking = await askingOf(tools, reader, geography, asked, 'shown')
  const { survey, grid, questionnaire } = asking
  const zones = zoneReader(geography, survey.territory)
  const mask = maskOf(grid)
  return {
    ...asking,
    zones,
    rules: { mask, isZone: zones.isZone, kind: survey.kind === 'elicitation' ? 'elicitation' : 'satisfaction' },
    questionsOf: (number) => ({
      kind: survey.kind === 'elicitation' ? 'elicitation' : 'satisfaction',
      interview: paperInterview(survey.id, number, questionnaire, mask),
      questionnaire,
      mask,
      findZone: zones.findZone,
    }),
  }
}

/** The same, on one state of the database. */
export function readEntryContext(tools: DeskTools, asked: SurveyAsked): Promise<EntryContext> {
  return read(tools.observatory.db, (reader) => entryContext(tools, reader, asked))
}
