import type { FileIssue } from '#domain/imports'

/** A file as it arrived. It may be opened several times (to recognise it, to preview it, to take it in); each time from its first byte. */
export interface SourceFile {
  /** Its name without the folder; compression is recognised by it and by its first bytes. */
  readonly name: string
  /** Size in bytes where known. */
  readonly size: number | null
  open(): AsyncIterable<Uint8Array>
}

export interface FileRow {
  /** The line on which the record begins, 1 for the first of the file. */
  readonly line: number
  readonly cells: readonly string[]
}

/** A table on its way in: the head read, the rows to come, in batches, with memory flat however long the file is. */
export interface OpenTable {
  readonly form: 'table'
  readonly name: string
  readonly header: readonly string[]
  readonly headerLine: number
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1'
  readonly delimiter: ',' | ';' | '\t' | '|'
  /** Whether numbers are written 1 234,5. */
  readonly decimalComma: boolean
  /**
   * The rows from the first byte on, each time it is asked for. A row with too many or too few cells is told and left out; a fault of the file (its encoding,
   * an open quote, damaged gzip) is told and ends the rows. Without `onFault` the first fault of either kind is thrown as a `FileFault`.
   */
  rows(onFault?: (issue: FileIssue) => void): AsyncIterable<readonly FileRow[]>
}

/** Features with polygons or points in degrees, WGS 84, whatever projection the file was in. */
export interface OpenFeatures {
  readonly form: 'features'
  readonly name: string
  /** The coordinate system that the file was in, such as `EPSG:2154`, and whether it said so or was recognised by its numbers. */
  readonly crs: string
  readonly crsGuessed: boolean
  readonly features: readonly GeoFeature[]
  readonly warnings: readonly FileIssue[]
}

export interface GeoFeature {
  /** 1 for the first feature. */
  readonly number: number
  readonly id: string | null
  readonly properties: Readonly<Record<string, unknown>>
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]
  readonly point: readonly [number, number] | null
}

/** A file that cannot be read at all, and why. */
export interface Unreadable {
  readonly form: 'unreadable'
  readonly name: string
  readonly issues: readonly FileIssue[]
}
