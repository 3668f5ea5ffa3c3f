import { read, type Reader } from '#store/open.ts'
import { selectDraft } from '#store/surveyDrafts.ts'
import type { DeskTools } from '../deskTools.ts'
import { loadAtlas, type Atlas } from '../observatory.ts'
import { codeKeys, codeTyped, type CodeKeys } from './codes.ts'
import { openDraft, type Draft } from './draft.ts'
import { askingOf, type Asking, type SurveyAsked } from './fieldSurvey.ts'

/** What a device holds of an answer: its code, and a name of the device's own by which two of them are told apart. */
export interface Pass {
  readonly code: string
  readonly device: string
}

/** The pass written in a cookie; `null` for anything else. */
export function passWritten(text: string): Pass | null {
  const [signs = '', device = ''] = text.split('.')
  const code = codeTyped(signs)
  return code !== null && /^[A-Za-z0-9_-]{8}$/.test(device) ? { code, device } : null
}

export function writtenPass({ code, device }: Pass): string {
  return `${code}.${device}`
}

/** An unfinished answer at hand. */
export interface OpenAnswer {
  readonly pass: Pass
  readonly keys: CodeKeys
  readonly draft: Draft
  readonly version: number
}

/** The draft of a code as it is kept now; `null` when there is none: never begun, sent, or deleted. */
export async function answerOf(reader: Reader, { survey }: Asking, pass: Pass, keys: CodeKeys): Promise<OpenAnswer | null> {
  const stored = await selectDraft(reader, survey, keys.key)
  return stored && { pass, keys, draft: openDraft(keys.seal, stored.sealed), version: stored.version }
}

/** One state of the database with the survey that is asked for. */
export function withSurvey<T>(
  tools: DeskTools,
  asked: SurveyAsked,
  work: (reader: Reader, asking: Asking, atlas: Atlas) => Promise<T>,
): Promise<T> {
  return read(tools.observatory.db, async (reader) => {
    const atlas = await loadAtlas(reader, tools.observatory.caches)
    return work(reader, await askingOf(tools, reader, atlas.geography, asked), atlas)
  })
}

/** The answer of a pass in an open survey; `null` where there is none any more. */
export async function openAnswer(
  tools: DeskTools,
  asked: SurveyAsked,
  pass: Pass | null,
): Promise<{ readonly asking: Asking; readonly atlas: Atlas; readonly answer: OpenAnswer | null }> {
  return withSurvey(tools, asked, async (reader, asking, atlas) => {
    if (pass === null || asking.head.phase !== 'open') return { asking, atlas, answer: null }
    const keys = await codeKeys(tools.secret, asking.survey, pass.code)
    return { asking, atlas, answer: await answerOf(reader, asking, pass, keys) }
  })
}
