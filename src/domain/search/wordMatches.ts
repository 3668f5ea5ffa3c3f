import { forgiven } from './normalise.ts'
import type { KindIndex } from './searchIndex.ts'

/** How a word of a query was met: as it is, as the beginning of a longer word, or with slips. */
export const costs = { exact: 0, beginning: 1, slip: 4 } as const

/** Entries met by the words of one query; kept between queries, so that none has to be made anew. */
export class Tally {
  /** Words of the query that each entry met, and what that cost. */
  readonly met: Uint8Array
  readonly cost: Uint8Array
  readonly touched: number[] = []
  readonly #lastWord: Uint8Array

  constructor(size: number) {
    this.met = new Uint8Array(size)
    this.cost = new Uint8Array(size)
    this.#lastWord = new Uint8Array(size)
  }

  /** Entry `entry` meets word number `word` (from 1); only the first, cheapest time counts. */
  note(entry: number, word: number, cost: number): void {
    if (this.#lastWord[entry] === word) return
    if (this.met[entry] === 0) this.touched.push(entry)
    this.#lastWord[entry] = word
    this.met[entry] = (this.met[entry] ?? 0) + 1
    this.cost[entry] = (this.cost[entry] ?? 0) + cost
  }

  clear(): void {
    for (const entry of this.touched) {
      this.met[entry] = 0
      this.cost[entry] = 0
      this.#lastWord[entry] = 0
    }
    this.touched.length = 0
  }
}

/** Terms of the index that a word of a query may mean, the likeliest first. */
export function termsMeant(index: KindIndex, word: string): { readonly term: number; readonly cost: number }[] {
  const { vocabulary } = index.words
  const meant: { term: number; cost: number }[] = []
  const [from, to] = vocabulary.beginning(word)
  for (let term = from; term < to; term++) {
    meant.push({ term, cost: vocabulary.terms[term] === word ? costs.exact : costs.beginning })
  }
  const most = forgiven(word)
  if (most > 0) {
    vocabulary.near(word, most, (term, edits) => {
      if (edits > 0 && (term < from || term >= to)) meant.push({ term, cost: costs.slip * edits })
    })
  }
  return meant.sort((a, b) => a.cost - b.cost)
}

/** Terms that a word may mean, remembered: one question is asked of several kinds of entries, and people ask the same words. */
export type Meaning = (word: string) => ReturnType<typeof termsMeant>

/** Counts for every entry how many of the words it meets. */
export function tallyWords(index: KindIndex, words: readonly string[], meaning: Meaning, tally: Tally): void {
  const { starts, entries } = index.words
  for (const [i, word] of words.entries()) {
    for (const { term, cost } of meaning(word)) {
      const end = starts[term + 1] ?? 0
      for (let at = starts[term] ?? 0; at < end; at++) tally.note(entries[at] ?? 0, i + 1, cost)
    }
  }
}

/** A word that nothing begins with, cut into two that exist, one letter between them let go if need be: "saintomer", "saintxomer". */
function cut(index: KindIndex, word: string): readonly string[] {
  const { vocabulary } = index.words
  for (const dropped of [0, 1]) {
    for (let at = 2; at <= word.length - 2 - dropped; at++) {
      const parts = [word.slice(0, at), word.slice(at + dropped)]
      if (parts.every((part) => vocabulary.find(part) >= 0)) return parts
    }
  }
  return [word]
}

/** The words of a query with their gaps mended: two that make a known one are joined, one that is nothing is cut where it can be. */
export function mended(index: KindIndex, words: readonly string[], meaning: Meaning): readonly string[] {
  const { vocabulary } = index.words
  const least = (word: string): number => meaning(word)[0]?.cost ?? Number.POSITIVE_INFINITY
  const known = (word: string): boolean => least(word) <= costs.beginning
  const joined: string[] = []
  for (let i = 0; i < words.length; i++) {
    const [word = '', next] = [words[i], words[i + 1]]
    const joins = next !== undefined && !(known(word) && known(next)) && vocabulary.find(word + next) >= 0
    joined.push(joins ? word + next : word)
    if (joins) i++
  }
  return joined.flatMap((word) => (word.length < 5 || /\d/.test(word) || least(word) <= costs.slip ? [word] : cut(index, word)))
}
