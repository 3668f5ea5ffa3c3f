import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { FileFault, issueOf, unreadable } from './fileFault.ts'
import { readingLimits, type ReadingLimits } from './limits.ts'
import type { SourceFile, Unreadable } from './sourceFile.ts'

const mebi = 1024 * 1024
const wanted = /\.(?:csv|tsv|txt|geojson|topojson|json)(?:\.gz)?$/i
/** What operating systems put beside one's files. */
/** Texts that go with data and are none themselves, where there are data beside them. */
const companion = /(?:readme|lisez|licen[cs]e|notice|metadata|about|terms|doc)[^/]*\.txt$/i
const litter = /(?:^|\/)(?:__MACOSX\/|\.)/
const nested = /\.(?:zip|jar|7z|rar|tar|tgz)$/i
/** What makes a zip file a spreadsheet: Excel's and LibreOffice's own entries. */
const spreadsheet = /^(?:xl\/|content\.xml$)/

const fault = (code: string, value: string, expected: string): FileFault => new FileFault(issueOf(code, { value, expected }))

/** Whether the file begins as zip files do, and its first piece. */
async function startsAsZip(file: SourceFile): Promise<boolean> {
  let head = Buffer.alloc(0)
  for await (const bytes of file.open()) {
    head = Buffer.concat([head, bytes.subarray(0, 4)])
    if (head.length >= 4) break
  }
  const magic = head.subarray(0, 4).toString('latin1')
  return magic === 'PK\u0003\u0004' || magic === 'PK\u0005\u0006'
}

async function spooled(file: SourceFile, { zip }: ReadingLimits): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const bytes of file.open()) {
    size += bytes.length
    if (size > zip) throw fault('file.tooLarge', file.name, `${zip / mebi} MB`)
    parts.push(Uint8Array.from(bytes))
  }
  return Buffer.concat(parts)
}

/** Refuses what a directory declares: entries without number, more bytes than reason, packed bytes that several entries share. */
function refuseBomb(name: string, bytes: number, entries: readonly Entry[], limits: ReadingLimits): void {
  const sum = (part: (entry: Entry) => number): number => entries.reduce((total, entry) => total + part(entry), 0)
  const unpacked = sum((entry) => entry.uncompressedSize)
  const shared = sum((entry) => entry.compressedSize) > bytes
  const dense = (entry: Entry): boolean =>
    entry.uncompressedSize > limits.ratioFrom && entry.uncompressedSize > limits.ratio * entry.compressedSize
  if (unpacked > limits.unpacked) throw fault('file.bomb', name, `${Math.floor(limits.unpacked / mebi)} MB`)
  if (shared || entries.some(dense)) throw fault('file.bomb', name, `${limits.ratio}:1`)
}

async function entriesOf(name: string, archive: ZipFile, limits: ReadingLimits): Promise<Entry[]> {
  const entries: Entry[] = []
  if (archive.entryCount > limits.zipEntries) throw fault('zip.tooMany', String(archive.entryCount), String(limits.zipEntries))
  for await (const entry of archive.eachEntry()) {
    if (entries.push(entry) > limits.zipEntries)
      throw fault('zip.tooMany', `${name} > ${limits.zipEntries}`, String(limits.zipEntries))
  }
  return entries
}

/** The bytes of one entry. Its real size is held against the declared one by yauzl. */
async function* opened(archive: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    yield* (await archive.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    if (text.startsWith('too many bytes')) throw fault('file.bomb', entry.fileName, String(entry.uncompressedSize))
    throw fault('zip.damaged', entry.fileName, 'zip')
  }
}

function chosen(name: string, entries: readonly Entry[]): Entry[] {
  if (entries.some(({ fileName }) => spreadsheet.test(fileName))) throw fault('file.spreadsheet', name, 'CSV')
  const archive = entries.find(({ fileName }) => nested.test(fileName) && !litter.test(fileName))
  if (archive) throw fault('zip.nested', archive.fileName, 'CSV, GeoJSON, TopoJSON, gzip')
  const kept = entries.filter(({ fileName }) => wanted.test(fileName) && !litter.test(fileName))
  const data = kept.filter(({ fileName }) => !companion.test(fileName))
  if (kept.length === 0) throw fault('zip.nothing', entries.map(({ fileName }) => fileName).join(', '), 'CSV, GeoJSON, TopoJSON')
  const taken = data.length > 0 ? data : kept
  const locked = taken.find((entry) => entry.isEncrypted() || !entry.canDecodeFileData())
  if (locked) throw fault('zip.locked', locked.fileName, 'deflate')
  return taken
}

/** Reads the directory of a zip file; yauzl refuses names that climb out (`..`, absolute, with a drive). */
async function filesOf(file: SourceFile, limits: ReadingLimits): Promise<SourceFile[]> {
  const bytes = await spooled(file, limits)
  let archive: ZipFile
  let entries: Entry[]
  try {
    archive = await fromBufferPromise(bytes, {
      lazyEntries: true,
      autoClose: false,

      validateEntrySizes: true,
    })
    entries = await entriesOf(file.name, archive, limits)
  } catch (error) {
    if (error instanceof FileFault) throw error
    const text = error instanceof Error ? error.message : String(error)
    if (/invalid relative path|absolute path|invalid characters in fileName/.test(text))
      throw fault('zip.path', text.replace(/^[^:]*: /, ''), 'a/b.csv')
    throw fault('zip.damaged', file.name, 'zip')
  }
  const kept = chosen(file.name, entries)
  refuseBomb(file.name, bytes.length, entries, limits)
  return kept.map((entry) => ({
    name: entry.fileName.split('/').at(-1) ?? entry.fileName,
    size: entry.uncompressedSize,
    open: () => opened(archive, entry),
  }))
}

/**
 * The files in a file: tables and boundaries of a zip file in the order of its directory, or the file itself when it is no zip. A zip file that is a bomb, holds zip files,
 * is locked, damaged or empty of what we read is one unreadable file, and none of its entries is given.
 */
export async function unpack(
  file: SourceFile,
  limits: ReadingLimits = readingLimits,
): Promise<readonly (SourceFile | Unreadable)[]> {
  if (!(await startsAsZip(file))) return [file]
  try {
    return await filesOf(file, limits)
  } catch (error) {
    if (error instanceof FileFault) return [unreadable(file.name, error.issue)]
    throw error
  }
}
