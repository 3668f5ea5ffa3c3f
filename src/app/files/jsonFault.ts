/** Where a text stops being JSON: line and column count from 1, in characters. */
export interface JsonFault {
  readonly line: number
  readonly column: number
  readonly seen: string
  readonly expected: string
}

const blank = /[ \t\n\r]*/y
/** A string: all from the space on but quote and backslash, and escapes. */
const text = /"[ !#-[\]-\u{10FFFF}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\u{10FFFF}]*)*"/uy
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.+-])/y

type Wanted = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'next'

const expected: Readonly<Record<Wanted, string>> = {
  value: '{ [ "…" 0 true false null',
  valueOrEnd: '{ [ "…" 0 true false null ]',
  key: '"…"',
  keyOrEnd: '"…" }',
  colon: ':',
  next: ', ] }',
}

/** Reads tokens without recursion, so that nesting however deep costs a stack of characters and no call. */
class Scanner {
  at = 0
  wanted: Wanted = 'value'
  readonly #source: string
  readonly #open: ('{' | '[')[] = []

  constructor(source: string) {
    this.#source = source
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    if (!pattern.test(this.#source)) return false
    this.at = pattern.lastIndex
    return true
  }

  /** Takes one token; false where the text stops being JSON. */
  step(): boolean {
    this.#match(blank)
    if (this.wanted === 'next') return this.#takeNext()
    if (this.wanted === 'colon') return this.#takeCharacter(':', 'value')
    if (this.wanted === 'key' || this.wanted === 'keyOrEnd') return this.#takeKey()
    return this.#takeValue()
  }

  /** Whether one whole value was read and nothing but blanks follows. */
  finished(): boolean {
    this.#match(blank)
    return this.#open.length === 0 && this.wanted === 'next' && this.at === this.#source.length
  }

  expectedHere(): string {
    if (this.wanted !== 'next') return expected[this.wanted]
    const open = this.#open.at(-1)
    return open === undefined ? '' : open === '{' ? ', }' : ', ]'
  }

  #takeCharacter(character: string, then: Wanted): boolean {
    if (this.#source[this.at] !== character) return false
    this.at += 1
    this.wanted = then
    return true
  }

  #close(): boolean {
    const closing = this.#open.at(-1) === '{' ? '}' : ']'
    if (!this.#takeCharacter(closing, 'next')) return false
    this.#open.pop()
    return true
  }

  #takeNext(): boolean {
    const open = this.#open.at(-1)
    if (open === undefined) return false
    return this.#takeCharacter(',', open === '{' ? 'key' : 'value') || this.#close()
  }

  #takeKey(): boolean {
    if (this.wanted === 'keyOrEnd' && this.#source[this.at] === '}') return this.#close()
    if (!this.#match(text)) return false
    this.wanted = 'colon'
    return true
  }

  #takeValue(): boolean {
    const character = this.#source[this.at]
    if (character === ']' && this.wanted === 'valueOrEnd') return this.#close()
    if (character === '{' || character === '[') {
      this.#open.push(character)
      return this.#takeCharacter(character, character === '{' ? 'keyOrEnd' : 'valueOrEnd')
    }
    this.wanted = 'next'
    if (this.#match(text) || this.#match(scalar)) return true
    this.wanted = 'value'
    return false
  }
}

/**
 * Finds where a text that `JSON.parse` refused stops being JSON (RFC 8259); the engine tells no place for some of its errors.
 *
 * Example: `{"a": NaN}` gives line 1, column 7, seen `NaN}`.
 *
 * @returns null when the text is JSON
 */
export function jsonFault(source: string): JsonFault | null {
  const scanner = new Scanner(source)
  while (!scanner.finished()) {
    if (scanner.step()) continue
    const before = source.slice(0, scanner.at)
    const line = before.split('\n').length
    const column = scanner.at - before.lastIndexOf('\n')
    return { line, column, seen: source.slice(scanner.at, scanner.at + 40), expected: scanner.expectedHere() }
  }
  return null
}
