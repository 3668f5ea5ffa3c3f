import { firstBytes } from './bytes.ts'
import { FileFault, issueOf, unreadable } from './fileFault.ts'
import { gunzipped, isGzip } from './gunzip.ts'
import { readingLimits, type ReadingLimits } from './limits.ts'
import { openFeatures } from './openFeatures.ts'
import { openTable, type TableSource } from './openTable.ts'
import type { OpenFeatures, OpenTable, SourceFile, Unreadable } from './sourceFile.ts'
import { textDecoding, type Encoding } from './textDecoding.ts'

/** What somebody chose for a file that could not be recognised by itself. */
export interface OpenOptions {
  /** Coordinate system, such as `EPSG:2154`. */
  readonly crs?: string
  readonly encoding?: Encoding
  readonly limits?: Partial<ReadingLimits>
}

/** What the beginning of a file shows it to be. */
function formOf(name: string, head: Buffer, encoding: Encoding | undefined): 'json' | 'table' | 'spreadsheet' | 'notText' {
  const magic = head.subarray(0, 4).toString('latin1')
  if (magic === 'PK\u0003\u0004' || magic === 'ÐÏ\u0011à') return 'spreadsheet'
  if (magic === '%PDF') return 'notText'
  const text = textDecoding(encoding).push(head).trimStart()
  if (/^(?:<!DOCTYPE|<html|<\?xml)/i.test(text)) return 'notText'
  const saysJson = /\.(?:geo|topo)?json(?:\.gz)?$/i.test(name)
  return text.startsWith('{') || saysJson ? 'json' : 'table'
}

/**
 * Opens a file as people have them: gzip or not, CSV with any usual delimiter and encoding, GeoJSON or TopoJSON, told by its content rather than by its name.
 * Tables stream (see `OpenTable.rows`); features are read whole. A zip file is unpacked first (`unpack`).
 *
 * @returns the table, the features, or why it cannot be read: what the file does is told, only the machine's own failures are thrown
 */
export async function openFile(file: SourceFile, options: OpenOptions = {}): Promise<OpenTable | OpenFeatures | Unreadable> {
  const limits = { ...readingLimits, ...options.limits }
  try {
    const packed = isGzip(await firstBytes(file.open(), 2))
    if (!packed && /\.gz$/i.test(file.name))
      return unreadable(file.name, issueOf('file.notGzip', { value: file.name, expected: 'gzip' }))
    const bytes = (): AsyncIterable<Uint8Array> => (packed ? gunzipped(file.name, file.open(), limits) : file.open())
    const source: TableSource = { name: file.name, limits, encoding: options.encoding, bytes }
    const form = formOf(file.name, await firstBytes(bytes(), 4096), options.encoding)
    if (form === 'json') return await openFeatures(source, options.crs)
    if (form === 'table') return await openTable(source)
    const code = form === 'spreadsheet' ? 'file.spreadsheet' : 'file.notText'
    return unreadable(file.name, issueOf(code, { value: file.name, expected: 'CSV, GeoJSON, TopoJSON' }))
  } catch (error) {
    if (error instanceof FileFault) return unreadable(file.name, error.issue)
    throw error
  }
}
