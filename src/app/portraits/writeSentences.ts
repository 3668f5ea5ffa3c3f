import type { Viewer } from '#domain/accounts'
import { languages } from '#kernel/bilingual.ts'
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
import { publishedClassifications } from '#store/segments.ts'
import { loadAtlas, type Observatory } from '../observatory.ts'
import { figuresOf } from './composePortrait.ts'
import { portraitOf } from './portraitPages.ts'
import {
  portraitParts,
  type PortraitAsked,
  type PortraitPart,
  type PortraitTextsView,
  type PortraitView,
  type TypedSentences,
} from './portraitViews.ts'

const longest = 600

type TextIssues = PortraitTextsView['issues']

/** When the newest of these was written, as a form carries it. */
export function lastWritten(sentences: readonly { readonly writtenAt: Date }[]): string {
  return sentences.reduce((last, { writtenAt }) => (writtenAt.toISOString() > last ? writtenAt.toISOString() : last), '')
}

function issuesOf({ texts }: TypedSentences): TextIssues {
  const tooLong = languages.flatMap((language) =>
    portraitParts.filter((part) => (texts[language][part] ?? '').length > longest).map((part) => `${language}.${part}`),
  )
  return Object.fromEntries(tooLong.map((field) => [field, { code: 'text.tooLong', params: { most: longest } }]))
}

function factsIn({ residents, services, channels, digital }: PortraitView) {
  const digitalCodes = new Set(digital.map(({ code }) => code))
  return [...residents.filter(({ code }) => !digitalCodes.has(code)), ...services, ...channels, ...digital]
}

/** Writes what differs from what stands; a text left as it is keeps the figures it was written on, unless it was read again. */
async function saveChanges(
  writer: Writer,
  key: GroupKey,
  held: readonly StoredSentence[],
  { typed, portrait, by, at }: { typed: TypedSentences; portrait: PortraitView; by: string; at: Date },
): Promise<void> {
  const facts = factsIn(portrait)
  const save = async (part: PortraitPart, language: 'fr' | 'en'): Promise<void> => {
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
): Promise<TextIssues> {
  const issues = issuesOf(typed)
  if (Object.keys(issues).length > 0) return issues
  return write(obs.db, async (writer): Promise<TextIssues> => {
    const portrait = await portraitOf(writer, await loadAtlas(writer, obs.caches), viewer, asked)
    const of = (await publishedClassifications(writer)).find(({ territory }) => territory === asked.root)
    if (!of) return {}
    const key = { territory: of.territory, id: of.id, level: portrait.segment.level, segment: portrait.segment.number }
    await lockSentences(writer, key)
    const held = await selectSentences(writer, key)
    if (lastWritten(held) !== typed.seen) return { '': { code: 'version.changed', params: {} } }
    await saveChanges(writer, key, held, { typed, portrait, by: viewer.name, at: obs.now() })
    await raiseVersion(writer, 'observatory')
    return {}
  })
}
