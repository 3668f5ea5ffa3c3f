import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { FileIssue } from '#domain/imports'
import { FileFault } from '#app/files/fileFault.ts'
import { openFile, type OpenOptions } from '#app/files/openFile.ts'
import type { OpenTable, SourceFile } from '#app/files/sourceFile.ts'
import { allOf, fileOf } from '#tests/sourceFiles.ts'

async function table(file: SourceFile, options: OpenOptions = {}): Promise<OpenTable> {
  const opened = await openFile(file, options)
  assert.equal(opened.form, 'table', JSON.stringify(opened))
  return opened
}

async function rowsOf(opened: OpenTable): Promise<{ cells: (readonly string[])[]; lines: number[]; faults: FileIssue[] }> {
  const faults: FileIssue[] = []
  const rows = (await allOf(opened.rows((fault) => faults.push(fault)))).flat()
  return { cells: rows.map(({ cells }) => cells), lines: rows.map(({ line }) => line), faults }
}

async function refusal(file: SourceFile, options: OpenOptions = {}): Promise<FileIssue> {
  const opened = await openFile(file, options)
  assert.equal(opened.form, 'unreadable', opened.form)
  const [issue] = opened.form === 'unreadable' ? opened.issues : []
  assert.ok(issue)
  return issue
}

const brief = (issues: readonly FileIssue[]): unknown[] => issues.map(({ code, line, column }) => [code, line, column])
const text = 'code;commune;médiane\n62041;Arras;18 500,5\n62765;Saint-Omer;17 203,25\n'
const wanted = [
  ['62041', 'Arras', '18 500,5'],
  ['62765', 'Saint-Omer', '17 203,25'],
]

describe('a table as people have it', () => {
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le')
  const encodings: readonly [string, Uint8Array, OpenTable['encoding']][] = [
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['Latin-1', Buffer.from(text, 'latin1'), 'latin1'],
    ['UTF-16, low byte first', utf16, 'utf-16le'],
    ['UTF-16, high byte first', Buffer.from(utf16).swap16(), 'utf-16be'],
    ['UTF-16 without a mark', utf16.subarray(2), 'utf-16le'],
  ]
  for (const [name, bytes, encoding] of encodings) {
    for (const piece of [1, 3, 65536]) {
      it(`reads ${name}, ${piece} bytes at a time`, async () => {
        const opened = await table(fileOf('a.csv', bytes, piece))
        assert.deepEqual([opened.encoding, opened.delimiter, opened.decimalComma], [encoding, ';', true])
        assert.deepEqual(opened.header, ['code', 'commune', 'médiane'])
        assert.deepEqual((await rowsOf(opened)).cells, wanted)
      })
    }
  }

  it('reads the signs that Windows puts where Latin-1 has none', async () => {
    const bytes = Buffer.concat([
      Buffer.from('nom;prix\nl', 'latin1'),
      Buffer.from([0x92]),
      Buffer.from('\xE9t\xE9;5 ', 'latin1'),
      Buffer.from([0x80, 10]),
    ])
    assert.deepEqual((await rowsOf(await table(fileOf('a.csv', bytes)))).cells, [['l’été', '5 €']])
  })

  it('tells the delimiter and the decimal sign', async () => {
    const seen = async (content: string): Promise<unknown[]> => {
      const { delimiter, decimalComma, header } = await table(fileOf('a.csv', content))
      return [delimiter, decimalComma, header.length]
    }
    assert.deepEqual(await seen('a,b\n1.5,2\n'), [',', false, 2])
    assert.deepEqual(await seen('a;b\n1,5;2\n'), [';', true, 2])
    assert.deepEqual(await seen('a;b\n1.5;2\n'), [';', false, 2])
    assert.deepEqual(await seen('a;b\n1;2\n'), [';', true, 2])
    assert.deepEqual(await seen('a\tb\n1,5\t2\n'), ['\t', true, 2])
    assert.deepEqual(await seen('a|b\n1|2\n'), ['|', false, 2])
    assert.deepEqual(await seen('code;"valeur, en euros"\n1;3,5\n'), [';', true, 2])
    assert.deepEqual(await seen('a,b\n"1,234",5\n'), [',', false, 2])
    assert.deepEqual(await seen('a,b\n"12,5",5\n'), [',', true, 2])
    assert.deepEqual(await seen('alone\n1\n'), [',', false, 1])
    assert.deepEqual(await seen('sep=|\na|b\n1;2|3\n'), ['|', false, 2])
  })

  it('takes the first line that says anything as the head, and passes over blank rows', async () => {
    const opened = await table(fileOf('a.csv', '\n;;\n a ; b \n1;2\n\n;\n3;4'))
    assert.deepEqual([opened.header, opened.headerLine], [['a', 'b'], 3])
    const { cells, lines } = await rowsOf(opened)
    assert.deepEqual(cells, [
      ['1', '2'],
      ['3', '4'],
    ])
    assert.deepEqual(lines, [4, 7])
  })

  it('tells rows that do not fit the head, with what was found and expected, and reads the others', async () => {
    const { cells, faults } = await rowsOf(await table(fileOf('a.csv', 'a,b,c\n1,2,3\n1,2\n1,2,3,,\n1,2,3,4\n5,6,7\n')))
    assert.deepEqual(cells, [
      ['1', '2', '3'],
      ['1', '2', '3'],
      ['5', '6', '7'],
    ])
    assert.deepEqual(faults, [
      { line: 3, column: '', value: '2: 1 | 2', code: 'row.columns', expected: '3' },
      { line: 5, column: '', value: '4: 1 | 2 | 3 | 4', code: 'row.columns', expected: '3' },
    ])
  })

  it('throws the first fault where nobody is told', async () => {
    const opened = await table(fileOf('a.csv', 'a,b\n1\n'))
    await assert.rejects(allOf(opened.rows()), (error: unknown) => error instanceof FileFault && error.issue.line === 2)
  })

  it('can be read twice', async () => {
    const opened = await table(fileOf('a.csv', text))
    assert.deepEqual(await rowsOf(opened), await rowsOf(opened))
  })

  it('hands rows over in batches of a thousand', async () => {
    const opened = await table(fileOf('a.csv', `a,b\n${'1,2\n'.repeat(2500)}`))
    const sizes = (await allOf(opened.rows())).map((batch) => batch.length)
    assert.deepEqual(sizes, [1000, 1000, 500])
  })

  it('reads gzip by its first bytes, whatever the name', async () => {
    for (const name of ['a.csv.gz', 'a.csv'])
      assert.deepEqual((await rowsOf(await table(fileOf(name, gzipSync(text), 7)))).cells, wanted)
  })
})

describe('a table that is hostile or broken', () => {
  it('names line and column of a byte that is no UTF-8, late in the file', async () => {
    const good = 'code,commune,note\n' + '62041,Béthune,1\n'.repeat(20_000)
    const bytes = Buffer.concat([
      Buffer.from(good),
      Buffer.from('62765,Lumbr', 'utf8'),
      Buffer.from([0xe8, 0x73]),
      Buffer.from(',2\n62001,Ard,3\n'),
    ])
    const { cells, faults } = await rowsOf(await table(fileOf('a.csv', bytes)))
    assert.equal(cells.length, 20_000)
    assert.deepEqual(faults, [{ line: 20_002, column: 'commune', value: 'Lumbr\\xE8', code: 'file.encoding', expected: 'UTF-8' }])
  })

  it('refuses one alphabet after another, and bytes that Windows-1252 leaves undefined', async () => {
    const head = 'code,commune\n'
    const late = Buffer.concat([
      Buffer.from(`${head}${'1,B\xE9thune\n'.repeat(9000)}`, 'latin1'),
      Buffer.from('2,Béthune\n'.repeat(9000)),
    ])
    assert.deepEqual(brief((await rowsOf(await table(fileOf('a.csv', late)))).faults), [['file.encoding', 9002, 'commune']])
    const mac = Buffer.concat([Buffer.from(`${head}1,B`), Buffer.from([0x8f]), Buffer.from('thune\n')])
    assert.deepEqual(brief([await refusal(fileOf('a.csv', mac))]), [['file.encoding', 2, 'commune']])
  })

  it('takes the encoding that somebody chose', async () => {
    const opened = await table(fileOf('a.csv', Buffer.from('nom,x\nÃ©,1\n', 'latin1')), { encoding: 'latin1' })
    assert.deepEqual((await rowsOf(opened)).cells, [['Ã©', '1']])
  })

  it('switches to Latin-1 where the first accent comes late', async () => {
    const bytes = Buffer.from(`code,commune\n${'1,Arras\n'.repeat(30_000)}2,B\xE9thune\n`, 'latin1')
    const opened = await table(fileOf('a.csv', bytes))
    const { cells } = await rowsOf(opened)
    assert.deepEqual(cells.at(-1), ['2', 'Béthune'])
    assert.equal(opened.encoding, 'latin1')
  })

  it('refuses bytes of zero, early and late', async () => {
    assert.deepEqual(brief([await refusal(fileOf('a.csv', 'a,b\n1,\0\n'))]), [['file.notText', 2, 'b']])
    const late = await rowsOf(await table(fileOf('a.csv', `a,b\n${'1,2\n'.repeat(40_000)}3,\0`)))
    assert.deepEqual(brief(late.faults), [['file.notText', 40_002, 'b']])
  })

  it('names the line on which a quote opened that nothing closes', async () => {
    const { cells, faults } = await rowsOf(await table(fileOf('a.csv', `a,b\n1,2\n3,"open\n${'4,5\n'.repeat(100)}`)))
    assert.deepEqual([cells.length, brief(faults)], [1, [['row.unclosedQuote', 3, '']]])
  })

  it('refuses a line without end', async () => {
    const long = `a,b\n1,2\n${'x'.repeat(3_000_000)}`
    assert.deepEqual(brief((await rowsOf(await table(fileOf('a.csv', long)))).faults), [['file.longLine', 3, '']])
    assert.equal((await refusal(fileOf('a.csv', 'x'.repeat(3_000_000)))).code, 'file.longLine')
  })

  const notTables: readonly [string, string, Uint8Array | string, string][] = [
    ['an empty file', 'a.csv', '', 'file.empty'],
    ['blank lines', 'a.csv', '\n \n;;\n', 'file.empty'],
    ['a page of the web', 'a.csv', '<!DOCTYPE html><html>', 'file.notText'],
    ['a PDF', 'a.csv', '%PDF-1.7\n', 'file.notText'],
    ['a spreadsheet', 'a.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'file.spreadsheet'],
    ['gzip that is none', 'a.csv.gz', text, 'file.notGzip'],
    ['gzip cut short', 'a.csv.gz', gzipSync(text).subarray(0, 40), 'file.notGzip'],
    ['an empty gzip', 'a.csv.gz', gzipSync(''), 'file.empty'],
  ]
  for (const [what, name, content, code] of notTables) {
    it(`refuses ${what}`, async () => assert.equal((await refusal(fileOf(name, content))).code, code))
  }

  it('tells damaged gzip where rows had come', async () => {
    const many = Array.from({ length: 200_000 }, (_, i) => `${i},${(i * 7919) % 10_007}`).join('\n')
    const packed = gzipSync(`a,b\n${many}\n`)
    const opened = await table(fileOf('a.csv.gz', packed.subarray(0, packed.length - 5000)))
    assert.deepEqual(brief((await rowsOf(opened)).faults), [['file.notGzip', 1, '']])
  })

  it('lets an error of the machine through as what it is', async () => {
    const gone: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('the disk is gone')) }),
    }
    const opened = openFile({ name: 'a.csv', size: null, open: () => gone })
    await assert.rejects(opened, /the disk is gone/)
  })
})
