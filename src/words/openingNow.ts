import type { Language } from '#kernel/bilingual.ts'
import type { Words } from './words.ts'

/** Whether a place is open, as the use cases tell it. */
interface OpeningFacts {
  readonly state: 'open' | 'closed' | 'unknown'
  readonly doubt: 'unsaid' | 'unreadable' | 'holiday' | 'unsure' | null
  readonly change: { readonly date: string; readonly time: string; readonly days: number } | null
}

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' }

function weekdays(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
}

const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = { fr: weekdays('fr'), en: weekdays('en') }

function dayWords(iso: string, language: Language): string {
  const text = formats[language].format(new Date(iso))
  return language === 'fr' ? text.replace(/ 1 /, ' 1er ') : text
}

/**
 * "Ouvert jusqu’à 17 h 30", "Closed, opens tomorrow at 9:00": what somebody about to leave wants to know.
 *
 * Example in English: `{ state: 'closed', doubt: null, change: { date: '2026-11-30', time: '09:00', days: 3 } }` is "Closed, opens Monday 30 November at 9:00".
 */
export function openingSentence(facts: OpeningFacts, words: Words, language: Language): string {
  const { opening } = words.publicArea
  if (facts.state === 'unknown') return opening.doubts[facts.doubt ?? 'unsure']
  const { change } = facts
  if (!change) return facts.state === 'open' ? opening.openAlways : opening.closedLong
  const [hours = '', minutes = '00'] = change.time.split(':')
  const time = words.servicePages.hour(String(Number(hours)), minutes)
  const day = dayWords(change.date, language)
  if (facts.state === 'closed') {
    if (change.days === 0) return opening.opensToday(time)
    return change.days === 1 ? opening.opensTomorrow(time) : opening.opensOn(day, time)
  }
  if (change.days === 0) return opening.openUntil(time)
  return change.days === 1 ? opening.openUntilTomorrow(time) : opening.openUntilDay(day, time)
}
