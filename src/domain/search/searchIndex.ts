import { vocabularyOf, type Vocabulary } from './vocabulary.ts'
import { wordsOfText } from './normalise.ts'

export const entryKindCodes = ['zone', 'place', 'service', 'procedure'] as const
export type EntryKind = (typeof entryKindCodes)[number]

/** Something that can be found. */
export interface SearchEntry {
  readonly kind: EntryKind
  readonly code: string
  /** Every name it goes by, in any language. */
  readonly names: readonly string[]
  /** Words that lead to it without being its name: its town, what it offers, its postcode. */
  readonly context: readonly string[]
  /** Degrees; `null` where it lies nowhere. */
  readonly lon: number | null
  readonly lat: number | null
  /** Inhabitants, or 0: of two equal names the greater comes first. */
  readonly inhabitants: number
}

/** Terms and where each occurs. `entries` holds those of term t from `starts[t]` up to `starts[t + 1]`. */
export interface Occurrences {
  readonly vocabulary: Vocabulary
  readonly starts: Int32Array
  readonly entries: Int32Array
}

/** The entries of one kind. */
export interface KindIndex {
  readonly entries: readonly SearchEntry[]
  /** Whole names run together ("saintomer"), so that gaps and hyphens do not matter. */
  readonly names: Occurrences
  /** Words of names and of context. */
  readonly words: Occurrences
  /** Number of words of each entry's shortest name: the less is left over, the better the match. */
  readonly nameWords: Uint8Array
}

export type SearchIndex = Readonly<Record<EntryKind, KindIndex>>

/** Longer names are compared by their beginning. */
const longestName = 64

export function runTogether(words: readonly string[]): string {
  return words.join('').slice(0, longestName)
}

type Lists = Map<string, number[]>

function note(lists: Lists, term: string, entry: number): void {
  const list = lists.get(term)
  if (!list) lists.set(term, [entry])
  else if (list.at(-1) !== entry) list.push(entry)
}

const portion = 1000
/** Of work that takes a few instructions each. */
const longPortion = 10_000
/** Letters by which a list too long to sort at once is parted. */
const partedBy = 3

/** Sorts in portions, so that whoever drives the steps can do other things between them. All terms share their first `depth` letters. */
function* sortInto(sorted: string[], terms: string[], depth: number): Generator<void, void> {
  if (terms.length <= portion) {
    for (const term of terms.sort()) sorted.push(term)
    yield
    return
  }
  const groups = Map.groupBy(terms, (term) => term.slice(depth, depth + partedBy))
  yield
  for (const key of [...groups.keys()].sort()) yield* sortInto(sorted, groups.get(key) ?? [], depth + partedBy)
}

function* occurrencesOf(lists: Lists): Generator<void, Occurrences> {
  const terms: string[] = []
  yield* sortInto(terms, [...lists.keys()], 0)
  const starts = new Int32Array(terms.length + 1)
  for (const [i, term] of terms.entries()) {
    starts[i + 1] = (starts[i] ?? 0) + (lists.get(term)?.length ?? 0)
    if (i % longPortion === 0) yield
  }
  const entries = new Int32Array(starts.at(-1) ?? 0)
  for (const [i, term] of terms.entries()) {
    entries.set(lists.get(term) ?? [], starts[i] ?? 0)
    if (i % longPortion === 0) yield
  }
  return { vocabulary: vocabularyOf(terms), starts, entries }
}

function* kindSteps(entries: readonly SearchEntry[]): Generator<void, KindIndex> {
  const names: Lists = new Map()
  const words: Lists = new Map()
  const nameWords = new Uint8Array(entries.length)
  for (const [i, entry] of entries.entries()) {
    let fewest = 255
    for (const name of new Set(entry.names)) {
      const parts = wordsOfText(name)
      if (parts.length === 0) continue
      fewest = Math.min(fewest, parts.length)
      note(names, runTogether(parts), i)
      for (const word of parts) note(words, word, i)
    }
    for (const text of entry.context) for (const word of wordsOfText(text)) note(words, word, i)
    nameWords[i] = fewest
    if (i % portion === portion - 1) yield
  }
  return { entries, names: yield* occurrencesOf(names), words: yield* occurrencesOf(words), nameWords }
}

/**
 * Makes the index in many small steps, each of a few milliseconds: the caller goes on until it is done and may do other work between two.
 *
 * Example: `const steps = indexSteps(entries); let step = steps.next(); while (!step.done) step = steps.next(); step.value`.
 */
export function* indexSteps(entries: readonly SearchEntry[]): Generator<void, SearchIndex> {
  const of = (kind: EntryKind): SearchEntry[] => entries.filter((entry) => entry.kind === kind)
  return {
    zone: yield* kindSteps(of('zone')),
    place: yield* kindSteps(of('place')),
    service: yield* kindSteps(of('service')),
    procedure: yield* kindSteps(of('procedure')),
  }
}

/** The index made at once, for few entries. */
export function searchIndex(entries: readonly SearchEntry[]): SearchIndex {
  const steps = indexSteps(entries)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
