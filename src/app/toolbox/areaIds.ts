import { float64Column } from './growingColumns.ts'
import { fingerprint } from './repeatedIds.ts'

const firstCapacity = 1 << 16

/** Identifiers of rows, kept as bytes one after the other: millions of texts of their own would cost several times as much. */
export class AreaIds {
  #bytes = Buffer.alloc(firstCapacity)
  #used = 0
  readonly #ends = float64Column()
  readonly #prints = float64Column()
  #taken: Float64Array | null = null

  push(text: string): void {
    const most = this.#used + text.length * 3
    if (most > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(most, this.#bytes.length * 2))
      this.#bytes.copy(larger, 0, 0, this.#used)
      this.#bytes = larger
    }
    this.#used += this.#bytes.write(text, this.#used, 'utf8')
    this.#ends.push(this.#used)
    this.#prints.push(text === '' ? Number.NaN : fingerprint(text))
  }

  /** The identifier of a row, once all have come. */
  at(row: number): string {
    this.#taken ??= this.#ends.take()
    return this.#bytes.toString('utf8', row === 0 ? 0 : this.#taken[row - 1], this.#taken[row])
  }

  /** Rows whose identifier an earlier row has, each with the first row that has it; empty identifiers repeat nothing. */
  repeated(): { readonly row: number; readonly first: number }[] {
    const prints = this.#prints.take()
    const sorted = prints.slice().sort()
    const twice = new Set<number>()
    for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) twice.add(sorted[i] as number)
    if (twice.size === 0) return []
    const first = new Map<string, number>()
    const found: { row: number; first: number }[] = []
    for (let row = 0; row < prints.length; row++) {
      if (!twice.has(prints[row] as number)) continue
      const text = this.at(row)
      const earlier = first.get(text)
      if (earlier === undefined) first.set(text, row)
      else found.push({ row, first: earlier })
    }
    return found
  }
}
