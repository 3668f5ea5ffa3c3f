import { portraitParts, type TypedSentences } from '#app/portraits/portraitViews.ts'
import type { Language } from '#kernel/bilingual.ts'

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
