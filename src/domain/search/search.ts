import { forgiven, isJoiningWord, wordsOfText } from './normalise.ts'
import { entryKindCodes, runTogether, type EntryKind, type KindIndex, type SearchEntry, type SearchIndex } from './searchIndex.ts'
import { costs, mended, Tally, tallyWords, termsMeant, type Meaning } from './wordMatches.ts'

/** How well an entry answers, best first. `partly`: a word of the query is missing. */
export const matchCodes = ['exact', 'beginning', 'words', 'likeness', 'partly'] as const
export type Match = (typeof matchCodes)[number]

export interface Hit {
  readonly entry: SearchEntry
  readonly match: Match
  /** Smaller is better; the match counts before all else, then slips, then closeness and inhabitants. */
  readonly score: number
}

export interface SearchQuery {
  readonly text: string
  readonly kind: EntryKind
  /** Where the reader is looking, degrees: of equal matches the nearer comes first. */
  readonly around: { readonly lon: number; readonly lat: number } | null
  readonly most: number
}

/** Longer questions are read up to here. */
const mostWords = 12

/** Answers queries on one index; holds what queries share, so one query at a time. */
export interface Searcher {
  readonly index: SearchIndex
  /** Entries of all kinds. */
  readonly size: number
  search(query: SearchQuery): Hit[]
}

const step = 100
const rank = (match: Match): number => matchCodes.indexOf(match) * step
const scoreOfSlips = 12
/** Closeness is worth most within this distance, inhabitants by their logarithm: both together stay under a step. */
const closeKm = 30
const kmPerDegree = 111.2

function closeness(entry: SearchEntry, around: SearchQuery['around']): number {
  if (!around || entry.lon === null || entry.lat === null) return 0
  const north = (entry.lat - around.lat) * kmPerDegree
  const east = (entry.lon - around.lon) * kmPerDegree * Math.cos((around.lat * Math.PI) / 180)
  return 25 / (1 + Math.hypot(north, east) / closeKm)
}

function advantage(entry: SearchEntry, around: SearchQuery['around']): number {
  return 4 * Math.log10(1 + entry.inhabitants) + closeness(entry, around)
}

/** The best score of each entry met by one query; kept between queries. */
class Scores {
  readonly #scores: Float64Array
  readonly #touched: number[] = []

  constructor(size: number) {
    this.#scores = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  }

  add(at: number, score: number): void {
    const held = this.#scores[at] ?? 0
    if (held === Number.POSITIVE_INFINITY) this.#touched.push(at)
    if (score < held) this.#scores[at] = score
  }

  of(at: number): number {
    return this.#scores[at] ?? 0
  }

  /** The entries with the smallest scores, in order; equal ones by their number. */
  least(most: number): number[] {
    const kept: number[] = []
    for (const at of this.#touched) {
      const worst = kept.at(-1)
      if (kept.length >= most && worst !== undefined && !this.#before(at, worst)) continue
      let place = kept.length
      while (place > 0 && this.#before(at, kept[place - 1] ?? 0)) place--
      kept.splice(place, 0, at)
      if (kept.length > most) kept.pop()
    }
    return kept
  }

  clear(): void {
    for (const at of this.#touched) this.#scores[at] = Number.POSITIVE_INFINITY
    this.#touched.length = 0
  }

  #before(a: number, b: number): boolean {
    return this.of(a) < this.of(b) || (this.of(a) === this.of(b) && a < b)
  }
}

/** What one query works with. */
interface Work {
  readonly index: KindIndex
  readonly query: SearchQuery
  readonly scores: Scores
  readonly tally: Tally
  readonly meaning: Meaning
  /** Whole names within the slips forgiven, with their edits. */
  readonly alike: (together: string) => readonly (readonly [term: number, edits: number])[]
}

const remembered = 500

/** Keeps the latest answers of a slow question. */
function memoryOf<Value>(ask: (text: string) => Value): (text: string) => Value {
  const held = new Map<string, Value>()
  return (text) => {
    const known = held.get(text)
    if (known !== undefined) return known
    if (held.size >= remembered) held.clear()
    const value = ask(text)
    held.set(text, value)
    return value
  }
}

/** Where a score lies tells the match: advantages stay under a step on either side. */
function matchOf(entry: SearchEntry, score: number, around: SearchQuery['around']): Match {
  const plain = score + advantage(entry, around)
  return matchCodes[Math.max(0, Math.min(matchCodes.length - 1, Math.floor(plain / step)))] ?? 'partly'
}

function add({ index, query, scores }: Work, at: number, match: Match, more: number): void {
  const entry = index.entries[at]
  if (entry) scores.add(at, rank(match) + more - advantage(entry, query.around))
}

function namesAlike(index: KindIndex, together: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  index.names.vocabulary.near(together, forgiven(together), (term, edits) => {
    if (edits > 0) found.push([term, edits])
  })
  return found
}

/** Whole names: equal, beginning so, or alike. */
function addNames(work: Work, together: string): Set<number> {
  const { vocabulary, starts, entries } = work.index.names
  const alike = new Set<number>()
  const each = (term: number, act: (at: number) => void): void => {
    for (let i = starts[term] ?? 0; i < (starts[term + 1] ?? 0); i++) act(entries[i] ?? 0)
  }
  const [from, to] = vocabulary.beginning(together)
  for (let term = from; term < to; term++) {
    const equal = vocabulary.terms[term] === together
    const left = Math.min(30, (vocabulary.terms[term]?.length ?? 0) - together.length)
    each(term, (at) => add(work, at, equal ? 'exact' : 'beginning', left))
  }
  for (const [term, edits] of work.alike(together)) {
    each(term, (at) => {
      add(work, at, 'likeness', edits * scoreOfSlips)
      if (edits === 1) alike.add(at)
    })
  }
  return alike
}

/** Entries that hold the words, in any order; all of them, or when none does, all but one. */
function addWords(work: Work, words: readonly string[]): void {
  const { index, tally, meaning } = work
  const telling = words.filter((word) => !isJoiningWord(word))
  const asked = mended(index, telling.length > 0 ? telling : words, meaning)
  tallyWords(index, asked, meaning, tally)
  const holding = (least: number): number[] => tally.touched.filter((at) => (tally.met[at] ?? 0) >= least)
  const all = holding(asked.length)
  const partly = all.length === 0 && asked.length > 2
  for (const at of partly ? holding(asked.length - 1) : all) {
    const cost = tally.cost[at] ?? 0
    const left = Math.min(10, Math.max(0, (index.nameWords[at] ?? 0) - asked.length))
    add(work, at, partly ? 'partly' : cost >= costs.slip ? 'likeness' : 'words', Math.min(35, cost * 3) + left)
  }
  tally.clear()
}

const shownFirst = 5

/** A whole name that is one slip away is what was meant more often than the tenth name that begins so: it is shown by the fifth line at the latest. */
function withLikelySlips({ scores }: Work, alike: ReadonlySet<number>, most: number, exact: (at: number) => boolean): number[] {
  const found = scores.least(most)
  const first = found.slice(0, shownFirst)
  const room = first[0] !== undefined && exact(first[0]) ? 1 : 2
  const late = [...alike]
    .filter((at) => !first.includes(at))
    .sort((a, b) => scores.of(a) - scores.of(b) || a - b)
    .slice(0, room)
  const kept = found.filter((at) => !late.includes(at))
  const before = Math.max(0, shownFirst - late.length)
  return [...kept.slice(0, before), ...late, ...kept.slice(before)].slice(0, most)
}

/** Answers queries on the entries of one kind. */
function kindSearcher(index: KindIndex): (query: SearchQuery) => Hit[] {
  const scores = new Scores(index.entries.length)
  const tally = new Tally(index.entries.length)
  const meaning = memoryOf((word) => termsMeant(index, word))
  const alike = memoryOf((together) => namesAlike(index, together))
  return (query) => {
    const words = wordsOfText(query.text).slice(0, mostWords)
    if (words.length === 0 || index.entries.length === 0) return []
    const work: Work = { index, query, scores, tally, meaning, alike }
    const slipped = addNames(work, runTogether(words))
    addWords(work, words)
    const hitOf = (at: number): Hit[] => {
      const entry = index.entries[at]
      if (!entry) return []
      return [{ entry, match: matchOf(entry, scores.of(at), query.around), score: scores.of(at) }]
    }
    const exact = (at: number): boolean => hitOf(at)[0]?.match === 'exact'
    const hits = withLikelySlips(work, slipped, query.most, exact).flatMap(hitOf)
    scores.clear()
    return hits
  }
}

/**
 * Finds entries of one kind by what somebody typed: accents, hyphens, capitals and "St" do not matter, one slip is forgiven in 4 to 7 letters and two in more
 * (restricted Damerau-Levenshtein distance), over whole names and word by word.
 *
 * Example: `searcherOf(searchIndex(zones)).search({ text: 'st omre', kind: 'zone', around: null, most: 5 })[0]?.entry.code` is `'62765'`.
 */
export function searcherOf(index: SearchIndex): Searcher {
  const searchers = new Map(entryKindCodes.map((kind) => [kind, kindSearcher(index[kind])]))
  const size = entryKindCodes.reduce((sum, kind) => sum + index[kind].entries.length, 0)
  return { index, size, search: (query) => searchers.get(query.kind)?.(query) ?? [] }
}
