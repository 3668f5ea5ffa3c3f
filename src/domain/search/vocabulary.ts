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

const far = 255

/** Rows of the table of edit distances between a term and the beginnings of others: row d compares their first d letters. */
class EditRows {
  readonly #term: string
  readonly #most: number
  readonly #rows: Uint8Array[]

  constructor(term: string, most: number) {
    this.#term = term
    this.#most = most
    this.#rows = [Uint8Array.from({ length: term.length + 1 }, (_, i) => i)]
  }

  /**
   * Fills row `depth` for the letter that `other` has there, and gives its smallest distance. Only the cells within the edits allowed of the diagonal
   * are filled, since no others can lead to a likeness; their neighbours count as far away.
   */
  step(other: string, depth: number): number {
    const width = this.#term.length
    const row = (this.#rows[depth] ??= new Uint8Array(width + 1))
    const from = Math.max(1, depth - this.#most)
    const to = Math.min(width, depth + this.#most)
    row[from - 1] = from === 1 ? depth : far
    let least = from === 1 ? depth : far
    for (let j = from; j <= to; j++) {
      const cost = this.#cell(row, other, depth, j)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (to < width) row[to + 1] = far
    return least
  }

  /** The first `j` letters of the term against the first `depth` of the other. */
  #cell(row: Uint8Array, other: string, depth: number, j: number): number {
    const above = this.#rows[depth - 1] ?? row
    const letter = other.charCodeAt(depth - 1)
    const own = this.#term.charCodeAt(j - 1)
    const kept = (above[j - 1] ?? far) + (own === letter ? 0 : 1)
    let cost = Math.min(kept, (above[j] ?? far) + 1, (row[j - 1] ?? far) + 1, far)
    const before = this.#rows[depth - 2]
    if (!before || j < 2) return cost
    const exchanged = own === other.charCodeAt(depth - 2) && this.#term.charCodeAt(j - 2) === letter
    if (exchanged) cost = Math.min(cost, (before[j - 2] ?? far) + 1)
    return cost
  }

  distance(depth: number): number {
    return Math.abs(depth - this.#term.length) > this.#most ? far : (this.#rows[depth]?.[this.#term.length] ?? far)
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
      const rows = new EditRows(term, most)
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
