import { createHmac, randomBytes } from 'node:crypto'
import { interviewOf } from '#domain/survey'
import { random } from '#kernel/random.ts'
import { write, type Writer } from '#store/open.ts'
import { beginCode, selectCode } from '#store/surveyCodes.ts'
import { insertDraft, purgeDrafts, selectDraft } from '#store/surveyDrafts.ts'
import { attemptSucceeded, beginAttempt, lockKey } from '../accounts/lockout.ts'
import type { DeskTools } from '../deskTools.ts'
import { codeKeys, codeTyped, newCode, type CodeKeys } from './codes.ts'
import { sealDraft } from './draft.ts'
import type { Asking, SurveyAsked } from './fieldSurvey.ts'
import { withSurvey, type Pass } from './openAnswer.ts'

/** What somebody begins with: a code that they typed, or nothing but the address of the survey. */
export interface BeginAsked extends SurveyAsked {
  /** `null`: without a code. */
  readonly code: string | null
  /** The network address that asks: guesses from it are slowed down, and it is kept nowhere. */
  readonly address: string
}

export type BeginFault = 'code.missing' | 'code.unknown' | 'code.used' | 'link.closed' | 'survey.notOpen'

export type Begun =
  | { readonly pass: Pass; readonly fresh: boolean; readonly fault: null }
  | { readonly pass: null; readonly fresh: false; readonly fault: BeginFault }

/** Days after which an unfinished answer is deleted. */
export const draftDays = 30

/** The day so many days before another, YYYY-MM-DD. */
function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

function newPass(code: string): Pass {
  return { code, device: randomBytes(6).toString('base64url') }
}

const refused = (fault: BeginFault): Begun => ({ pass: null, fresh: false, fault })

/** The first draft of a code: what chance decides is decided now, once. */
function firstDraft({ questionnaire, mask }: Asking, seal: Buffer): Buffer {
  return sealDraft(seal, { interview: interviewOf(questionnaire, mask, random(randomBytes(4).readInt32LE())), steps: {} })
}

/** A draft of this code, made when the code came in a letter and is used for the first time. */
async function draftFor(writer: Writer, asking: Asking, keys: CodeKeys): Promise<'resumed' | 'begun' | BeginFault> {
  const { survey, head } = asking
  if (await selectDraft(writer, survey, keys.key)) return 'resumed'
  const known = await selectCode(writer, survey, keys.key)
  if (!known) return 'code.unknown'
  if (await beginCode(writer, survey, keys.key)) {
    await insertDraft(writer, survey, { key: keys.key, sealed: firstDraft(asking, keys.seal) }, head.today)
    return 'begun'
  }
  // Another device may have begun with it a moment ago.
  return (await selectDraft(writer, survey, keys.key)) ? 'resumed' : 'code.used'
}

/** Begins answers and takes up those begun elsewhere. Guesses at codes are counted per network address under a key that only this process knows. */
export function answerBeginner(tools: DeskTools): (asked: BeginAsked) => Promise<Begun> {
  const { observatory: obs, secret } = tools
  const guessKey = randomBytes(32)
  const guesses = ({ survey, head }: Asking, address: string): readonly string[] => {
    const who = createHmac('sha256', guessKey).update(`${survey.id}\n${head.today}\n${address}`).digest('base64url')
    return [lockKey('surveyCode', who)]
  }

  const byCode = async (asking: Asking, typed: string, address: string): Promise<Begun> => {
    const code = codeTyped(typed)
    if (code === null) return refused(typed.trim() === '' ? 'code.missing' : 'code.unknown')
    await beginAttempt(obs, guesses(asking, address))
    const keys = await codeKeys(secret, asking.survey, code)
    const found = await write(obs.db, (writer) => draftFor(writer, asking, keys))
    if (found !== 'code.unknown') await attemptSucceeded(obs, guesses(asking, address))
    return found === 'resumed' || found === 'begun'
      ? { pass: newPass(code), fresh: found === 'begun', fault: null }
      : refused(found)
  }

  const byLink = async (asking: Asking): Promise<Begun> => {
    const { survey, head } = asking
    if (!survey.openLink) return refused('link.closed')
    for (;;) {
      const pass = newPass(newCode())
      const keys = await codeKeys(secret, survey, pass.code)
      const draft = { key: keys.key, sealed: firstDraft(asking, keys.seal) }
      const made = await write(obs.db, async (writer) => {
        await purgeDrafts(writer, daysBefore(head.today, draftDays))
        return insertDraft(writer, survey, draft, head.today)
      })
      if (made) return { pass, fresh: true, fault: null }
    }
  }

  return async (asked) => {
    const asking = await withSurvey(tools, asked, (_reader, found) => Promise.resolve(found))
    if (asking.head.phase !== 'open') return refused('survey.notOpen')
    return asked.code === null ? byLink(asking) : byCode(asking, asked.code, asked.address)
  }
}
