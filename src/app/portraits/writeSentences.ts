import type { Viewer } from '#domain/accounts'
import { languages, type Language } from '#kernel/bilingual.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { write, type Writer } from '#store/open.ts'
import {
  lockSentences,
  removeSentence,
  saveSentence,
  selectSentences,
  type GroupKey,
  type StoredSentence,
} from '#store/portraits.ts'
import { loadAtlas, type Observatory } from '../observatory.ts'
import type { Issues } from '../regrouping/regroupingViews.ts'
import { figuresOf } from './composePortrait.ts'
import { groupsOf } from './portraitPages.ts'
import { portraitParts, type PortraitAsked, type PortraitFact, type PortraitPart, type TypedSentences } from './portraitViews.ts'

const longest = 600

/** The latest of some instants (ISO), as a form carries when its texts were last written; `''` of none. */
export function latestOf(instants: readonly string[]): string {
  return instants.toSorted().at(-1) ?? ''
}

function issuesOf({ texts }: TypedSentences): Issues {
  const tooLong = languages.flatMap((language) =>
    portraitParts.filter((part) => (texts[language][part] ?? '').length > longest).map((part) => `${language}.${part}`),
  )
  return Object.fromEntries(tooLong.map((field) => [field, { code: 'text.tooLong', params: { most: longest } }]))
}

interface Change {
  readonly held: readonly StoredSentence[]
  readonly typed: TypedSentences
  readonly facts: readonly PortraitFact[]
  readonly by: string
  readonly at: Date
}

/** Writes what differs from what stands; a text left as it is keeps the figures it was written on, unless it was read again. */
async function saveChanges(writer: Writer, key: GroupKey, { held, typed, facts, by, at }: Change): Promise<void> {
  const save = async (part: PortraitPart, language: Language): Promise<void> => {
    const text = (typed.texts[language][part] ?? '').trim()
    const before = held.find((each) => each.part === part && each.language === language)
    if (text === '') return before ? removeSentence(writer, key, part, language) : undefined
    if (before?.text === text && !typed.reread.includes(part)) return undefined
    const figures = figuresOf(part, facts).map(({ code, share }) => ({ code, share }))
    return saveSentence(writer, key, { part, language, text, figures, writtenAt: at, writtenBy: by })
  }
  for (const part of portraitParts) for (const language of languages) await save(part, language)
}

/** Keeps what an analyst typed about a group; gives what is wrong with it, nothing where it is kept. */
export async function writeSentences(
  obs: Observatory,
  viewer: Viewer,
  asked: PortraitAsked,
  typed: TypedSentences,
): Promise<Issues> {
  const issues = issuesOf(typed)
  if (Object.keys(issues).length > 0) return issues
  return write(obs.db, async (writer): Promise<Issues> => {
    const { of, segment, facts } = await groupsOf(writer, await loadAtlas(writer, obs.caches), asked)
    const key = { territory: of.territory, id: of.id, level: segment.level, segment: segment.number }
    await lockSentences(writer, key)
    const held = (await selectSentences(writer, key)).filter((each) => each.segment === key.segment)
    const last = latestOf(held.map(({ writtenAt }) => writtenAt.toISOString()))
    if (last !== typed.seen) return { '': { code: 'version.changed', params: {} } }
    await saveChanges(writer, key, { held, typed, facts: facts[segment.number] ?? [], by: viewer.name, at: obs.now() })
    await raiseVersion(writer, 'observatory')
    return {}
  })
}
