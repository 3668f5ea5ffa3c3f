import type { Language } from '#kernel/bilingual.ts'
import type { Visit } from '../page.ts'
import { paths, type PageKey } from '../paths.ts'

/** The same page with all its parameters in another language. */
export function pathInLanguage(visit: Visit, key: PageKey, language: Language): string {
  const path = paths[key][language].replaceAll(/:([a-z]+)/g, (_, name: string) => encodeURIComponent(visit.parts[name] ?? ''))
  const query = visit.query.toString()
  return query === '' ? path : `${path}?${query}`
}
