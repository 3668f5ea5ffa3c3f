import { languages, type Language } from '#kernel/bilingual.ts'

/** The first of our languages in an Accept-Language header, by its weights; French when it names neither. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part, order) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';')
      const weight = options.map((option) => /^\s*q=([\d.]+)/.exec(option)?.[1]).find((found) => found !== undefined)
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight), order }
    })
    .filter((each) => each.weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.order - b.order)
  for (const each of wanted) {
    const found = languages.find((language) => language === each.language)
    if (found) return found
  }
  return 'fr'
}
