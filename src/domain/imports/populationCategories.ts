import { fold } from './head.ts'

/** Folded words and codes of INSEE and the ONS for "all": an empty category. */
const all: ReadonlySet<string> = new Set([
  '',
  't',
  'ens',
  'ensemble',
  'total',
  'all',
  'tous',
  'toutes',
  'allpersons',
  'allages',
  'doesnotapply',
])

const sexes: Readonly<Record<string, string>> = {
  1: 'male',
  h: 'male',
  m: 'male',
  homme: 'male',
  hommes: 'male',
  masculin: 'male',
  male: 'male',
  males: 'male',
  man: 'male',
  men: 'male',
  2: 'female',
  f: 'female',
  femme: 'female',
  femmes: 'female',
  feminin: 'female',
  female: 'female',
  females: 'female',
  woman: 'female',
  women: 'female',
}

/** INSEE's types of activity (TACT, TACTR) that are one of ours exactly; its "other inactive" (25, 26) and children (23) stay as they are. */
const activities: Readonly<Record<string, string>> = {
  11: 'employed',
  actifsayantunemploi: 'employed',
  actifayantunemploi: 'employed',
  actifsoccupes: 'employed',
  enemploi: 'employed',
  employed: 'employed',
  inemployment: 'employed',
  12: 'unemployed',
  chomeur: 'unemployed',
  chomeurs: 'unemployed',
  unemployed: 'unemployed',
  21: 'retired',
  retraite: 'retired',
  retraites: 'retired',
  retraitesoupreretraites: 'retired',
  retired: 'retired',
  22: 'student',
  eleves: 'student',
  etudiants: 'student',
  elevesetudiants: 'student',
  etudiant: 'student',
  student: 'student',
  students: 'student',
  24: 'atHome',
  aufoyer: 'atHome',
  femmesouhommesaufoyer: 'atHome',
  athome: 'atHome',
  lookingafterhome: 'atHome',
  lookingafterhomeorfamily: 'atHome',
}

/** A category as the observatory writes it where it is one of its own, else as given. Empty means all. */
function categoryIn(known: Readonly<Record<string, string>>, text: string): string {
  const folded = fold(text)
  if (all.has(folded)) return ''
  return (Object.hasOwn(known, folded) ? known[folded] : undefined) ?? text.trim()
}

export function sexCategory(text: string): string {
  return categoryIn(sexes, text)
}

export function activityCategory(text: string): string {
  return categoryIn(activities, text)
}

/**
 * A band of ages as the observatory writes its own (`30-44`, `75+`), whatever its first and last year are; codes such as INSEE's `030` and single years stay
 * as given.
 *
 * Examples: `18 à 29 ans` is `18-29`, `75 ans ou plus` is `75+`, `Y30T44` is `30-44`.
 */
export function ageCategory(text: string): string {
  const trimmed = text.trim()
  const folded = fold(trimmed)
  if (all.has(folded)) return ''
  const band = /^(?:de|aged|from|y)?\s*(\d{1,3})\s*(?:ans\s*)?(?:-|–|à|a|to|t)\s*(\d{1,3})\s*(?:ans|years?)?$/i.exec(trimmed)
  if (band) return `${Number(band[1])}-${Number(band[2])}`
  const open =
    /^(?:aged\s*)?(\d{1,3})\s*(?:ans|years?)?\s*(?:\+|p|et plus|ou plus|et \+|and over|or over|or more|and older)$/i.exec(trimmed)
  const after = open ?? /^y_?ge(\d{1,3})$/i.exec(trimmed)
  return after ? `${Number(after[1])}+` : trimmed
}

/** A reader of categories that works each text out once: long tables repeat a few dozen of them a million times. */
export function remembered(read: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const held = known.get(text)
    if (held !== undefined) return held
    const category = read(text)
    if (known.size < 10_000 && text.length <= 100) known.set(text, category)
    return category
  }
}
