import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CsvError, parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { CsvRecords, type RecordFault } from '#app/files/csvRecords.ts'
import type { FileRow } from '#app/files/sourceFile.ts'

interface Read {
  readonly rows: FileRow[]
  readonly faults: RecordFault[]
}

function read(pieces: readonly string[], delimiter = ',', longest = 1 << 20): Read {
  const faults: RecordFault[] = []
  const records = new CsvRecords({ delimiter, longest, fault: (fault) => faults.push(fault) })
  return { rows: [...pieces.flatMap((piece) => records.push(piece)), ...records.end()], faults }
}

/** The text cut at the given places. */
function cut(text: string, places: readonly number[]): string[] {
  const at = [0, ...places.map((place) => place % (text.length + 1)).toSorted((a, b) => a - b), text.length]
  return at.slice(1).map((end, i) => text.slice(at[i], end))
}

const cells = ({ rows }: Read): (readonly string[])[] => rows.map((row) => row.cells)
const reference = (text: string, delimiter = ','): string[][] =>
  parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true })

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\n', '\r', '1', '.'), maxLength: 6 })
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
const places = fc.array(fc.nat(200), { maxLength: 5 })
const quoted = (value: string, always: boolean): string =>
  always || /[",;\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value

describe('records of CSV', () => {
  it('reads back what was written, however the text is cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        places,
        (rows, delimiter, end, always, at) => {
          const text = rows.map((row) => row.map((value) => quoted(value, always)).join(delimiter) + end).join('')
          assert.deepEqual(cells(read(cut(text, at), delimiter)), rows)
        },
      ),
      { seed: 7, numRuns: 2000 },
    )
  })

  it('agrees with csv-parse on any text that csv-parse takes, and names a fault or takes a quote for itself where it refuses', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r', ' '), maxLength: 24 })
    let refused = 0
    fc.assert(
      fc.property(text, places, (sample, at) => {
        const mine = read(cut(sample, at))
        try {
          assert.deepEqual(cells(mine), reference(sample))
          assert.deepEqual(mine.faults, [])
        } catch (error) {
          if (!(error instanceof CsvError)) throw error
          refused += 1
          const literal = mine.rows.some((row) => row.cells.some((value) => value.includes('"')))
          assert.ok(mine.faults.length > 0 || literal, JSON.stringify(sample))
        }
      }),
      { seed: 11, numRuns: 5000 },
    )
    assert.ok(refused > 100, `csv-parse refused only ${refused}: the texts are too tame`)
  })

  it('gives the same however the text is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 30 })
    fc.assert(
      fc.property(text, places, (sample, at) => assert.deepEqual(read(cut(sample, at)), read([sample]))),
      { seed: 13, numRuns: 3000 },
    )
  })

  it('counts lines through quotes, empty lines and all line ends', () => {
    const { rows } = read(['a,"b\r\nc\nd"\r\n\n"x"\re,f\n"g'.replace('\n"g', '\ng')])
    assert.deepEqual(
      rows.map(({ line, cells: values }) => [line, values.length]),
      [
        [1, 2],
        [4, 1],
        [5, 1],
        [6, 2],
        [7, 1],
      ],
    )
  })

  it('names the line on which a quote opened that nothing closes', () => {
    const { rows, faults } = read(['a,b\n1,2\n3,"x\ny","open\nand on\n'])
    assert.deepEqual(cells({ rows, faults }), [
      ['a', 'b'],
      ['1', '2'],
    ])
    assert.deepEqual(
      faults.map(({ code, line, value }) => [code, line, value.slice(0, 5)]),
      [['row.unclosedQuote', 4, '"open']],
    )
  })

  it('tells text after a closing quote and goes on with the next line', () => {
    const { rows, faults } = read(['a,b\n"x"y,2\n3,4\n'])
    assert.deepEqual(cells({ rows, faults }), [
      ['a', 'b'],
      ['3', '4'],
    ])
    assert.deepEqual(
      faults.map(({ code, line }) => [code, line]),
      [['row.quote', 2]],
    )
  })

  it('takes a quote inside a field for itself', () => {
    assert.deepEqual(cells(read(['pipe 5",2\n'])), [['pipe 5"', '2']])
  })

  it('stops at a record beyond all measure, with or without an open quote', () => {
    const long = read(['a\n', 'x'.repeat(60), 'x'.repeat(60)], ',', 100)
    assert.deepEqual(
      long.faults.map(({ code, line }) => [code, line]),
      [['file.longLine', 2]],
    )
    const open = read(['a\n"', 'x\n'.repeat(30), 'x\n'.repeat(30), 'never read\n'], ',', 100)
    assert.deepEqual(
      open.faults.map(({ code, line }) => [code, line]),
      [['row.unclosedQuote', 2]],
    )
    assert.deepEqual(cells(open), [['a']])
  })
})
