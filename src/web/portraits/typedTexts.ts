import { portraitParts, type PortraitTextsView, type TypedSentences } from '#app/portraits/portraitViews.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { Visit } from '../page.ts'
import type { Faults } from '../parts/form.tsx'

/** The sentences that were typed, by language and part. */
export function readSentences(form: URLSearchParams): TypedSentences {
  const texts = (language: Language) =>
    Object.fromEntries(portraitParts.map((part) => [part, (form.get(`${language}.${part}`) ?? '').trim()]))
  const reread = new Set(form.getAll('reread'))
  return {
    seen: form.get('seen') ?? '',
    texts: { fr: texts('fr'), en: texts('en') },
    reread: portraitParts.filter((part) => reread.has(part)),
  }
}

/** The sentences of what is wrong, by field. */
export function portraitFaults({ words }: Visit, issues: PortraitTextsView['issues']): Faults {
  const { issues: sentences } = words.portraits
  return Object.fromEntries(Object.entries(issues).map(([field, { code, params }]) => [field, sentences[code]?.(params) ?? code]))
}
