import type { Notice, Settled } from '#app/contributions/reviewContribution.ts'
import { languages, type Language } from '#kernel/bilingual.ts'
import { wordsOf } from '#words/words.ts'

function told({ contribution, state, reason, reviewer }: Settled, language: Language): { subject: string; text: string } {
  const { contributions } = wordsOf(language)
  const { message, kinds, states, review } = contributions
  const name = contribution.placeName?.[language] ?? review.unknownPlace
  const kind = kinds[contribution.kind]
  const text = state === 'accepted' ? message.accepted(kind, name, reviewer) : message.refused(kind, name, reviewer, reason ?? '')
  return { subject: message.subject(name, states[state]), text }
}

/** The message to an author, in both languages: nobody knows which one its reader prefers. */
export const notice: Notice = (settled) => {
  const texts = languages.map((language) => told(settled, language))
  return { subject: texts.map(({ subject }) => subject).join(' / '), text: texts.map(({ text }) => text).join('\n\n—\n\n') }
}
