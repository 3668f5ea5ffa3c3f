/** A sorted list of different terms that can be asked by exact term, by beginning, and by likeness. */
export interface Vocabulary {
  readonly terms: readonly string[]
  /** Its number, or -1. */
  find(term: string): number
  /** The numbers of the terms that begin so: from the first up to, without, the second. */
  beginning(start: string): readonly [number, number]
  /** Terms within this many edits (letters added, left out, replaced, or two neighbours exchanged), itself included; calls `found` for each. */
  near(term: string, most: number, found: (term: number, edits: number) => void): void
}

function firstAtLeast(terms: readonly string[], term: string): number {
  let [low, high] = [0, terms.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((terms[middle] ?? '') < term) low = middle + 1
    else high = middle
  }
  return low
}

/** Letters that each term shares with the one before it; longer likenesses count as 255. */
function sharedLetters(terms: readonly string[]): Uint8Array {
  const shared = new Uint8Array(terms.length)
  for (let i = 1; i < terms.length; i++) {
    const [a = '', b = ''] = [terms[i - 1], terms[i]]
    const most = Math.min(a.length, b.length, 255)
    let n = 0
    while (n < most && a.charCodeAt(n) === b.charCodeAt(n)) n++
    shared[i] = n
  }
  return shared
}

/** Rows of the table of edit distances between a term and the beginnings of others: row d compares their first d letters. */
class EditRows {
  readonly #term: string
  readonly #rows: Uint8Array[]

  constructor(term: string) {
    this.#term = term
    this.#rows = [Uint8Array.from({ length: term.length + 1 }, (_, i) => i)]
  }

  /** Fills row `depth` for the letter that `other` has there, and gives its smallest distance. */
  step(other: string, depth: number): number {
    const width = this.#term.length
    const above = this.#rows[depth - 1] ?? new Uint8Array(width + 1)
    const before = depth > 1 ? this.#rows[depth - 2] : undefined
    const row = (this.#rows[depth] ??= new Uint8Array(width + 1))
    const letter = other.charCodeAt(depth - 1)
    const last = depth > 1 ? other.charCodeAt(depth - 2) : -1
    row[0] = depth
    let least = depth
    for (let j = 1; j <= width; j++) {
      const own = this.#term.charCodeAt(j - 1)
      let cost = (above[j - 1] ?? 0) + (own === letter ? 0 : 1)
      cost = Math.min(cost, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (before && j > 1 && own === last && this.#term.charCodeAt(j - 2) === letter) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    return least
  }

  distance(depth: number): number {
    return this.#rows[depth]?.[this.#term.length] ?? 0
  }
}

/**
 * Likeness is the restricted Damerau-Levenshtein distance ("optimal string alignment"). The sorted list is walked as a tree: terms that begin alike share
 * their rows, and a beginning that is already too far drops all that follows it, so that nothing is stored beside one byte per term.
 */
export function vocabularyOf(terms: readonly string[]): Vocabulary {
  const shared = sharedLetters(terms)
  return {
    terms,
    find(term) {
      const at = firstAtLeast(terms, term)
      return terms[at] === term ? at : -1
    },
    beginning: (start) => [firstAtLeast(terms, start), firstAtLeast(terms, `${start}\uFFFF`)],
    near(term, most, found) {
      const rows = new EditRows(term)
      // Rows up to `held` fit the term before; at `dead` its beginning was too far.
      let held = 0
      let dead = Number.POSITIVE_INFINITY
      for (let i = 0; i < terms.length; i++) {
        const common = shared[i] ?? 0
        if (common >= dead) continue
        dead = Number.POSITIVE_INFINITY
        const other = terms[i] ?? ''
        let depth = Math.min(held, common)
        while (depth < other.length && dead > depth) {
          depth++
          if (rows.step(other, depth) > most) dead = depth
        }
        held = depth
        if (dead <= depth) continue
        const edits = rows.distance(other.length)
        if (edits <= most) found(i, edits)
      }
    },
  }
}
