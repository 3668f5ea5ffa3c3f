import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createGzip } from 'node:zlib'
import { Readable } from 'node:stream'
import { openFile } from '#app/files/openFile.ts'
import type { OpenTable, SourceFile } from '#app/files/sourceFile.ts'
import { allOf } from '#tests/sourceFiles.ts'

const mebi = 1024 * 1024

/** A file made while it is read, of lines that come again every few megabytes: nothing of its length lies anywhere. */
function madeFile(name: string, bytes: number, line: (i: number) => string): SourceFile {
  const blocks: Buffer[] = []
  for (let i = 0; blocks.length < 32;) {
    let text = ''
    while (text.length < 64 * 1024) text += line(i++)
    blocks.push(Buffer.from(text))
  }
  return {
    name,
    size: null,
    async *open() {
      yield Buffer.from('zone,sex,age,activity,people\n')
      for (let made = 0, i = 0; made < bytes; i++) {
        const block = blocks[i % blocks.length] as Buffer
        made += block.length
        yield block
      }
    },
  }
}

const packed = (file: SourceFile): SourceFile => ({
  ...file,
  name: `${file.name}.gz`,
  open: () => Readable.from(file.open()).pipe(createGzip({ level: 1 })),
})

const population = (i: number): string =>
  `${62_000 + (i % 893)},${i % 2},${i % 90}-${(i * 7) % 100},employed,${(i * 7919) % 1_000_003}\n`

/** The most that the heap and the buffers beside it grew while a table was read, in MB. */
async function growthWhileReading(file: SourceFile): Promise<{ rows: number; megabytes: number }> {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  const opened = (await openFile(file)) as OpenTable
  assert.equal(opened.form, 'table')
  let [rows, highest, batches] = [0, 0, 0]
  for await (const batch of opened.rows()) {
    rows += batch.length
    if (batches++ % 50 !== 0) continue
    const now = process.memoryUsage()
    highest = Math.max(highest, now.heapUsed + now.external - heapUsed - external)
  }
  return { rows, megabytes: highest / mebi }
}

describe('files without measure', () => {
  it('reads 200 MB of CSV in flat memory', async () => {
    const { rows, megabytes } = await growthWhileReading(madeFile('a.csv', 200 * mebi, population))
    assert.ok(rows > 6_000_000, `${rows} rows`)
    assert.ok(megabytes < 80, `the heap grew by ${megabytes} MB`)
  })

  it('reads 100 MB of CSV out of gzip in flat memory', async () => {
    const { rows, megabytes } = await growthWhileReading(packed(madeFile('a.csv', 100 * mebi, population)))
    assert.ok(rows > 3_000_000, `${rows} rows`)
    assert.ok(megabytes < 80, `the heap grew by ${megabytes} MB`)
  })

  it('stops a gzip bomb made of rows', async () => {
    const opened = (await openFile(packed(madeFile('a.csv', 600 * mebi, () => '1,1,1,1,1\n')))) as OpenTable
    const codes: string[] = []
    let rows = 0
    for await (const batch of opened.rows(({ code }) => codes.push(code))) rows += batch.length
    assert.deepEqual(codes, ['file.bomb'])
    assert.ok(rows < 8_000_000, `${rows} rows were read`)
  })

  it('stops a bomb by its size where its ratio is modest', async () => {
    const opened = (await openFile(packed(madeFile('a.csv', 20 * mebi, population)), {
      limits: { unpacked: 8 * mebi },
    })) as OpenTable
    const codes: string[] = []
    await allOf(opened.rows(({ code }) => codes.push(code)))
    assert.deepEqual(codes, ['file.bomb'])
  })

  it('stops a gzip bomb that says it is JSON, and one line without end', async () => {
    const opened = await openFile(packed(madeFile('a.json', 600 * mebi, () => ' '.repeat(64))))
    assert.deepEqual(opened.form === 'unreadable' ? opened.issues.map(({ code }) => code) : opened.form, ['file.bomb'])
    const line = await openFile(madeFile('a.csv', 600 * mebi, () => 'x'))
    const codes: string[] = []
    if (line.form === 'table') await allOf(line.rows(({ code }) => codes.push(code)))
    assert.deepEqual(codes, ['file.longLine'])
  })

  it('leaves off reading when nobody wants more', async () => {
    let closed = 0
    const file = madeFile('a.csv', 50 * mebi, population)
    const opened = (await openFile({
      ...file,
      async *open() {
        try {
          yield* file.open()
        } finally {
          closed += 1
        }
      },
    })) as OpenTable
    const before = closed
    for await (const batch of opened.rows()) if (batch.length > 0) break
    assert.ok(before >= 2, 'the beginnings were not let go')
    assert.equal(closed, before + 1)
  })
})
