import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { readingLimits, type ReadingLimits } from '#app/files/limits.ts'
import { openFile } from '#app/files/openFile.ts'
import type { OpenTable, SourceFile } from '#app/files/sourceFile.ts'
import { unpack } from '#app/files/unpack.ts'
import { allOf, fileOf } from '#tests/sourceFiles.ts'
import { zipOf, type ZipEntry } from '#tests/zips.ts'

const csv = 'code,name\n62765,Saint-Omer\n'

async function filesIn(entries: readonly ZipEntry[]): Promise<SourceFile[]> {
  const files = await unpack(fileOf('a.zip', zipOf(entries)))
  return files.map((file) => {
    assert.ok('open' in file, JSON.stringify(file))
    return file
  })
}

async function refusal(bytes: Uint8Array, limits: Partial<ReadingLimits> = {}): Promise<readonly string[]> {
  const [file, ...others] = await unpack(fileOf('a.zip', bytes), { ...readingLimits, ...limits })
  assert.deepEqual(others, [])
  assert.ok(file && 'form' in file)
  return file.issues.map(({ code }) => code)
}

async function rows(file: SourceFile): Promise<number> {
  const opened = (await openFile(file)) as OpenTable
  assert.equal(opened.form, 'table', JSON.stringify(opened))
  return (await allOf(opened.rows())).flat().length
}

describe('a zip file', () => {
  it('gives what it is when it is none', async () => {
    const file = fileOf('a.csv', csv)
    assert.deepEqual(await unpack(file), [file])
    const short = fileOf('a.csv', 'PK')
    assert.deepEqual(await unpack(short), [short])
  })

  it('gives its tables and boundaries, and leaves folders, litter and the rest', async () => {
    const point = JSON.stringify({ type: 'Point', coordinates: [2, 50] })
    const names: readonly [string, string | Uint8Array][] = [
      ['data/', ''],
      ['data/zones.csv', csv],
      ['data\\windows.csv', csv],
      ['carte.geojson', point],
      ['carte.topojson', point],
      ['carte.json', point],
      ['table.CSV.gz', gzipSync(csv)],
      ['notes.txt', csv],
      ['lisez-moi.pdf', '%PDF'],
      ['__MACOSX/data/._zones.csv', 'x'],
      ['.DS_Store', 'x'],
    ]
    const files = await filesIn(names.map(([name, content]) => ({ name, content })))
    assert.deepEqual(
      files.map(({ name }) => name),
      ['zones.csv', 'windows.csv', 'carte.geojson', 'carte.topojson', 'carte.json', 'table.CSV.gz', 'notes.txt'],
    )
    for (const name of ['zones.csv', 'table.CSV.gz'])
      assert.equal(await rows(files.find((file) => file.name === name) as SourceFile), 1)
  })

  it('can be read several times, each entry from its first byte', async () => {
    const [file] = await filesIn([{ name: 'a.csv', content: `a,b\n${'1,2\n'.repeat(50_000)}` }])
    assert.ok(file)
    assert.deepEqual([await rows(file), await rows(file)], [50_000, 50_000])
  })
})

describe('a zip file that is hostile', () => {
  const entry = (name: string, more: Partial<ZipEntry> = {}): ZipEntry => ({ name, content: csv, ...more })
  const zips: readonly [string, readonly ZipEntry[], string][] = [
    ['a name that climbs out', [entry('../a.csv')], 'zip.path'],
    ['an absolute name', [entry('/etc/a.csv')], 'zip.path'],
    ['a name with a drive', [entry('C:\\a.csv')], 'zip.path'],
    ['a zip file inside', [entry('b.zip'), entry('a.csv')], 'zip.nested'],
    ['nothing that we read', [entry('zones.shp'), entry('zones.dbf')], 'zip.nothing'],
    ['nothing at all', [], 'zip.nothing'],
    ['a locked entry', [entry('a.csv', { encrypted: true })], 'zip.locked'],
    ['a spreadsheet', [entry('[Content_Types].xml'), entry('xl/workbook.xml')], 'file.spreadsheet'],
    [
      'entries that share their bytes',
      [
        entry('a.csv', { content: csv.repeat(500) }),
        ...Array.from({ length: 40 }, (_, i) => entry(`${i}.csv`, { content: csv.repeat(500), sharesWith: 0 })),
      ],
      'file.bomb',
    ],
    [
      'a declared size beyond reason',
      [entry('a.csv', { declared: 0xfffffff0 }), entry('b.csv', { declared: 0xfffffff0 })],
      'file.bomb',
    ],
    ['an entry packed too well', [entry('a.csv', { content: Buffer.alloc(100 * 1024 * 1024, 'a,b\n') })], 'file.bomb'],
  ]
  for (const [what, entries, code] of zips) {
    it(`is refused for ${what}`, async () => assert.deepEqual(await refusal(zipOf(entries)), [code]))
  }

  it('is refused for thousands of entries', async () => {
    assert.deepEqual(await refusal(zipOf(Array.from({ length: 1001 }, (_, i) => entry(`${i}.csv`)))), ['zip.tooMany'])
  })

  it('is refused when it is larger than what is held in memory', async () => {
    assert.deepEqual(await refusal(zipOf([entry('a.csv')]), { zip: 100 }), ['file.tooLarge'])
  })

  it('is refused when it is damaged', async () => {
    const whole = zipOf([entry('a.csv')])
    assert.deepEqual(await refusal(whole.subarray(0, whole.length - 30)), ['zip.damaged'])
    assert.deepEqual(await refusal(Buffer.from('PK\u0003\u0004 and then nothing of the kind')), ['zip.damaged'])
  })

  it('is caught when an entry unpacks to more than it said', async () => {
    const [file] = await filesIn([entry('a.csv', { content: csv.repeat(100_000), declared: 1000 })])
    const opened = await openFile(file as SourceFile)
    assert.deepEqual(opened.form === 'unreadable' ? opened.issues.map(({ code }) => code) : opened.form, ['file.bomb'])
  })

  it('is caught when an entry’s bytes are damaged', async () => {
    const bytes = zipOf([entry('a.csv', { content: Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * i) % 251)) })])
    bytes.fill(0xff, 45, 90)
    const [file] = await unpack(fileOf('a.zip', bytes))
    const opened = await openFile(file as SourceFile)
    assert.deepEqual(opened.form === 'unreadable' ? opened.issues.map(({ code }) => code) : opened.form, ['zip.damaged'])
  })
})
