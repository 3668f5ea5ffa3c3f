import { wordsOfText } from './normalise.ts'

/** What people ask for that none of the sixteen services does: it is done online, with a national office. */
const phrases: readonly string[] = [
  'carte grise',
  'certificat d’immatriculation',
  'immatriculation',
  'permis de conduire',
  'driving licence',
  'driving license',
  'driver’s licence',
  'provisional licence',
  'vehicle registration',
  'V5C',
]

/**
 * What is left of a question about a vehicle or a driving licence once these words are taken away, or `null` when it asks for something else.
 *
 * Example: `withoutVehicle('carte grise arras')` is `'arras'`; `withoutVehicle('carte Vitale')` is `null`.
 */
export function withoutVehicle(text: string): string | null {
  const asked = ` ${wordsOfText(text).join(' ')} `
  for (const phrase of phrases) {
    const words = ` ${wordsOfText(phrase).join(' ')} `
    if (asked.includes(words)) return asked.replace(words, ' ').trim()
  }
  return null
}
