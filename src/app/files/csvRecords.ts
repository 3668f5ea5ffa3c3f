import type { FileRow } from './sourceFile.ts'

/** A fault in the shape of a table, with the line on which it began. After a fatal one no more records come. */
export interface RecordFault {
  readonly code: 'row.unclosedQuote' | 'row.quote' | 'file.longLine'
  readonly line: number
  readonly value: string
}

export interface CsvSettings {
  readonly delimiter: string
  /** Most characters of a record. */
  readonly longest: number
  fault(fault: RecordFault): void
}

const lineFeed = 10
const quoteMark = 34
/** What the scan of a record gives when its end has not come. */
const unfinished = -1

const linesIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0

/**
 * Cuts text into records as it comes (RFC 4180, also with other delimiters): lines end in LF, CRLF or CR, also mixed; a field that begins with a quote may hold
 * delimiters, line ends and doubled quotes; a quote inside a field that does not begin with one stands for itself. An empty line is a record of one empty field.
 * Records without quotes, nearly all, take a short way: one search for the line's end and one split.
 *
 * Example: `"a, b",c` gives the cells `a, b` and `c`.
 */
export class CsvRecords {
  /** Whether a fatal fault was told: no more records come. */
  stopped = false
  readonly #settings: CsvSettings
  /** The text at hand: the record that had begun, then what came last. */
  #text = ''
  /** The line on which the record at hand begins. */
  #line = 1
  /** The next line feed and carriage return, far away when there is none: kept, so that each is searched once. */
  #lf = -1
  #cr = -1
  /** Where the quote stands that the record at hand leaves open. */
  #openQuote = -1

  constructor(settings: CsvSettings) {
    this.#settings = settings
  }

  /** The records that end within the text so far; a CR at its very end waits for the next piece, an LF may follow. */
  push(text: string): FileRow[] {
    return this.#take(text, false)
  }

  /** The last record, where no line end follows it. */
  end(): FileRow[] {
    return this.#take('', true)
  }

  /** The record that has begun and not ended: where text stopped coming. */
  pending(): FileRow {
    return { line: this.#line + linesIn(this.#text), cells: this.#text.split(this.#settings.delimiter) }
  }

  #take(text: string, last: boolean): FileRow[] {
    if (this.stopped) return []
    this.#text = this.#text === '' ? text : this.#text + text
    this.#lf = -1
    this.#cr = -1
    this.#openQuote = -1
    const rows: FileRow[] = []
    const from = this.#scan(rows, last)
    this.#text = from === 0 ? this.#text : this.#text.slice(from)
    this.#refuseEndless(from, last)
    if (!this.stopped && last && this.#text !== '')
      rows.push({ line: this.#line, cells: this.#text.split(this.#settings.delimiter) })
    return rows
  }

  /** Cuts all whole records off; returns where the one begins that is not whole. */
  #scan(rows: FileRow[], last: boolean): number {
    const text = this.#text
    const { delimiter } = this.#settings
    let from = 0
    let quote = this.#find('"', 0)
    while (from < text.length) {
      if (quote < from) quote = this.#find('"', from)
      const end = this.#lineEnd(from)
      const short = quote > end || quote === Infinity
      const next = short ? this.#afterLineEnd(end, last) : this.#scanQuoted(from, rows, last)
      if (next === unfinished) break
      if (short) {
        rows.push({ line: this.#line, cells: text.slice(from, end).split(delimiter) })
        this.#line += 1
      }
      from = next
    }
    return from
  }

  /** Reads one record that has a quote somewhere; returns where the next one begins. */
  #scanQuoted(from: number, rows: FileRow[], last: boolean): number {
    const text = this.#text
    const cells: string[] = []
    let inner = 0
    for (let at = from; ;) {
      const quoted = text.charCodeAt(at) === quoteMark
      const stop = quoted ? this.#afterQuoted(at, last) : this.#fieldEnd(at)
      if (stop === unfinished || (stop === text.length && !last)) return unfinished
      const follows = text[stop]
      if (quoted && !this.#endsField(follows)) return this.#breakOff(from, at, stop, last)
      const value = quoted ? text.slice(at + 1, stop - 1).replaceAll('""', '"') : text.slice(at, stop)
      inner += linesIn(value)
      cells.push(value)
      if (follows === this.#settings.delimiter) {
        at = stop + 1
        continue
      }
      const next = this.#nextRecord(stop, last)
      if (next === unfinished) return unfinished
      rows.push({ line: this.#line, cells })
      this.#line += inner + 1
      return next
    }
  }

  #nextRecord(stop: number, last: boolean): number {
    return stop === this.#text.length ? stop : this.#afterLineEnd(this.#lineEnd(stop), last)
  }

  #endsField(character: string | undefined): boolean {
    return character === undefined || character === this.#settings.delimiter || character === '\n' || character === '\r'
  }

  /** Text after a closing quote: the record is told and left out, and reading goes on with the next line. */
  #breakOff(from: number, quote: number, stop: number, last: boolean): number {
    const end = this.#lineEnd(stop)
    const next = end === Infinity && last ? this.#text.length : this.#afterLineEnd(end, last)
    if (next === unfinished) return unfinished
    const line = this.#line + linesIn(this.#text.slice(from, quote))
    this.#settings.fault({ code: 'row.quote', line, value: this.#text.slice(quote, Math.min(end, quote + 80)) })
    this.#line += linesIn(this.#text.slice(from, next))
    return next
  }

  /** A record beyond all measure ends the reading, and so does a quote that nothing closes. */
  #refuseEndless(from: number, last: boolean): void {
    const endless = this.#text.length > this.#settings.longest
    const open = this.#openQuote >= 0 && (endless || last)
    if (!open && !endless) return
    const at = open ? this.#openQuote - from : 0
    const line = this.#line + linesIn(this.#text.slice(0, at))
    this.stopped = true
    this.#settings.fault({ code: open ? 'row.unclosedQuote' : 'file.longLine', line, value: this.#text.slice(at, at + 80) })
  }

  #find(character: string, from: number): number {
    const at = this.#text.indexOf(character, from)
    return at < 0 ? Infinity : at
  }

  #lineEnd(from: number): number {
    if (this.#lf < from) this.#lf = this.#find('\n', from)
    if (this.#cr < from) this.#cr = this.#find('\r', from)
    return Math.min(this.#lf, this.#cr)
  }

  #fieldEnd(from: number): number {
    return Math.min(this.#find(this.#settings.delimiter, from), this.#lineEnd(from), this.#text.length)
  }

  /** First position after the line end found last; `unfinished` when none has come, or a CR that an LF may follow. */
  #afterLineEnd(end: number, last: boolean): number {
    if (end === Infinity) return unfinished
    if (end !== this.#cr) return end + 1
    if (end + 1 === this.#text.length && !last) return unfinished
    return this.#text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1
  }

  /** First position after the quoted value that opens at a position; `unfinished` when it does not close, or when a second quote may follow the last character. */
  #afterQuoted(open: number, last: boolean): number {
    let at = this.#text.indexOf('"', open + 1)
    while (at >= 0 && this.#text.charCodeAt(at + 1) === quoteMark) at = this.#text.indexOf('"', at + 2)
    if (at < 0) this.#openQuote = open
    return at < 0 || (at + 1 === this.#text.length && !last) ? unfinished : at + 1
  }
}
