/** What in somebody's words could tell who they are, or whom they speak of. */
export const identifyingKinds = ['email', 'phone', 'date', 'number', 'person', 'place'] as const
export type IdentifyingKind = (typeof identifyingKinds)[number]

/** A stretch of a text, from `from` up to but not including `to`. */
export interface IdentifyingPart {
  readonly kind: IdentifyingKind
  readonly from: number
  readonly to: number
  readonly text: string
}

const months =
  'janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|' +
  'january|february|march|april|may|june|july|august|september|october|november|december'

const titles =
  'M\\.|MM\\.|Mr\\.?|Mrs\\.?|Ms\\.?|Miss|Mme\\.?|Mmes|Mlle\\.?|Monsieur|Madame|Mademoiselle|Dr\\.?|Docteur|Doctor|Maître|Me|Professeur|Professor|Nurse|Sister'

const word = "\\p{Lu}[\\p{L}'’-]*"

/** Patterns in the order in which they take a stretch of text; a later one leaves alone what an earlier one took. */
const patterns: readonly (readonly [IdentifyingKind, RegExp])[] = [
  ['email', /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu],
  ['phone', /(?<![\d])(?:\+|00)?\d(?:[ .()\u00A0\u202F-]{0,2}\d){8,13}(?!\d)/gu],
  ['date', /(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})(?!\d)/gu],
  [
    'date',
    new RegExp(`(?<![\\p{L}\\d])\\d{1,2}(?:er|st|nd|rd|th)?\\s+(?:of\\s+)?(?:${months})(?:\\s+\\d{4}(?!\\d))?(?!\\p{L})`, 'giu'),
  ],
  ['date', new RegExp(`(?<!\\p{L})(?:${months})\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4}(?!\\d))?(?!\\d)`, 'giu')],
  ['number', /(?<!\d)\d(?:[ \u00A0\u202F]?\d){4,}(?!\d)/gu],
  ['person', new RegExp(`(?<!\\p{L})(?:${titles})\\s+${word}(?:\\s+${word})*`, 'gu')],
  ['person', new RegExp(`(?<!\\p{L})${word}(?:[ \\u00A0]+${word})*`, 'gu')],
]

/** Words that begin with a capital and name nobody: bodies and services, and the English "I". */
const harmless = new Set(
  (
    'CAF CPAM MSA MDPH CCAS France Travail Pôle Emploi Ameli Services Service La Poste Trésor Public Mairie Internet RSA APL AAH CMU EDF SNCF TER PMI ' +
    'NHS GP DWP HMRC PIP Universal Credit Council County Royal Mail Jobcentre Plus Citizens Advice Blue Badge Gateway I I’m I’ve I’d I’ll Im Wi-Fi ' +
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Noël Pâques English French Français'
  ).split(' '),
)

/** Whether a stretch begins a sentence, where every word has a capital. */
function beginsSentence(text: string, from: number): boolean {
  return /(?:^|[.!?…:\n]["”’»]?)[\s"“‘«(\u00A0\u202F-]*$/u.test(text.slice(0, from))
}

const joinedTo = /^(?:[JjLlDdMmTtSsCcNn]|[Qq]u)['’]/u

/** The capitalised words that are not harmless and do not merely begin a sentence, a first name before them included; `null` when none is left. */
function namesIn(
  text: string,
  from: number,
  found: string,
  places: ReadonlySet<string>,
): { readonly from: number; readonly text: string } | null {
  const words = [...found.matchAll(/[^\s\u00A0]+/gu)].map((each) => ({ at: from + each.index, text: each[0] }))
  const isName = ({ text: each }: { readonly text: string }): boolean => {
    const bare = each.replace(joinedTo, '')
    return /^\p{Lu}/u.test(bare) && !harmless.has(bare) && !/^\p{Lu}{2,}$/u.test(bare)
  }
  const kept = words.filter((each) => isName(each) && !beginsSentence(text, each.at))
  const last = kept.at(-1)
  if (!kept[0] || !last) return null
  const before = words[words.indexOf(kept[0]) - 1]
  const opens = before && before.text.length > 3 && isName(before) && !places.has(kept[0].text.toLocaleLowerCase('fr'))
  const first = opens ? before : kept[0]
  return { from: first.at, text: text.slice(first.at, last.at + last.text.length) }
}

function partOf(
  kind: IdentifyingKind,
  text: string,
  found: RegExpExecArray,
  places: ReadonlySet<string>,
): IdentifyingPart | null {
  const [whole] = found
  const titled = new RegExp(`^(?:${titles})\\s`, 'u').test(whole)
  if (kind !== 'person' || titled) return { kind, from: found.index, to: found.index + whole.length, text: whole }
  const names = namesIn(text, found.index, whole, places)
  if (!names) return null
  const isPlace = places.has(names.text.replace(joinedTo, '').toLocaleLowerCase('fr'))
  return { kind: isPlace ? 'place' : 'person', from: names.from, to: names.from + names.text.length, text: names.text }
}

/**
 * Marks in a text what could identify somebody: addresses, telephone numbers, dates, long numbers, names of people and of places. Better too much than too
 * little: a moderator decides. `places` are names of places in small letters. Parts come in the order of the text and never overlap.
 *
 * @example identifyingParts('Mme Durand m’a rappelé le 3 mars.', new Set()).map((part) => part.kind) // => ['person', 'date']
 */
export function identifyingParts(text: string, places: ReadonlySet<string>): IdentifyingPart[] {
  const parts: IdentifyingPart[] = []
  // What an earlier pattern took is blanked out, so that a later one neither takes it again nor reads across it.
  let left = text
  for (const [kind, pattern] of patterns) {
    for (const found of left.matchAll(pattern)) {
      const part = partOf(kind, text, found, places)
      if (!part) continue
      parts.push(part)
      left = `${left.slice(0, part.from)}${'_'.repeat(part.to - part.from)}${left.slice(part.to)}`
    }
  }
  return parts.toSorted((a, b) => a.from - b.from)
}

/**
 * The text with every such part cut: what a moderator starts from.
 *
 * @example withoutParts('Mme Durand m’a reçu.', [{ kind: 'person', from: 0, to: 10, text: 'Mme Durand' }]) // => '[…] m’a reçu.'
 */
export function withoutParts(text: string, parts: readonly IdentifyingPart[]): string {
  return parts.toReversed().reduce((cut, { from, to }) => `${cut.slice(0, from)}[…]${cut.slice(to)}`, text)
}
