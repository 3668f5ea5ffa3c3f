/** The two languages of the product. */
export type Language = 'fr' | 'en'

export const languages: readonly Language[] = ['fr', 'en']

/** A text written in both languages, neither as a translation of the other. */
export type Bilingual = Readonly<Record<Language, string>>
