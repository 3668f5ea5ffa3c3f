/** Rows of a piece: what a column grows by. */
const pieceLength = 1 << 16

type Numbers = Float64Array | Int32Array

/** A typed column of unknown length, grown by pieces so that nothing is copied before its end. */
export class GrowingColumn<Kind extends Numbers> {
  length = 0
  readonly #make: (length: number) => Kind
  readonly #pieces: Kind[] = []

  constructor(make: (length: number) => Kind) {
    this.#make = make
  }

  push(value: number): void {
    const at = this.length % pieceLength
    if (at === 0) this.#pieces.push(this.#make(pieceLength))
    const piece = this.#pieces[this.#pieces.length - 1] as Kind
    piece[at] = value
    this.length += 1
  }

  /** The column whole; the pieces are let go. */
  take(): Kind {
    const whole = this.#make(this.length)
    for (let k = 0; k * pieceLength < this.length; k++) {
      const piece = this.#pieces[k] as Kind
      whole.set(piece.subarray(0, this.length - k * pieceLength), k * pieceLength)
      // Gone at once: waiting for the collector would hold the column twice.
      ;(piece.buffer as ArrayBuffer).transfer(0)
    }
    this.#pieces.length = 0
    return whole
  }
}

export const float64Column = (): GrowingColumn<Float64Array> => new GrowingColumn((length) => new Float64Array(length))
export const int32Column = (): GrowingColumn<Int32Array> => new GrowingColumn((length) => new Int32Array(length))

/** A column of codes: an index per row into the categories met, -1 where the value is missing. */
export interface CodedColumn {
  readonly codes: Int32Array
  readonly categories: readonly string[]
}

/** Numbers the codes of a column in order of first appearance. */
export class GrowingCodes {
  readonly #codes = int32Column()
  readonly #index = new Map<string, number>()
  readonly #categories: string[] = []

  push(text: string): void {
    this.#codes.push(text === '' ? -1 : this.#of(text))
  }

  #of(text: string): number {
    const known = this.#index.get(text)
    if (known !== undefined) return known
    // A copy: a piece cut from the file's text would keep all that text in memory.
    const own = Buffer.from(text, 'utf8').toString('utf8')
    this.#index.set(own, this.#categories.length)
    this.#categories.push(own)
    return this.#categories.length - 1
  }

  take(): CodedColumn {
    return { codes: this.#codes.take(), categories: this.#categories }
  }
}
