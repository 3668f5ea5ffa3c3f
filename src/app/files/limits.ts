const mebi = 1024 * 1024

/** What reading may cost. Tables stream, so they may be long; what must be held whole is bounded. */
export interface ReadingLimits {
  /** Bytes that a compressed file may unpack to. */
  readonly unpacked: number
  /** Bytes out for one byte in, once `ratioFrom` bytes have come out: tables seldom pass 30, deflate can reach 1,032. */
  readonly ratio: number
  readonly ratioFrom: number
  /** Bytes of a JSON file, unpacked: it is parsed whole. */
  readonly json: number
  /** Bytes of a zip file, packed: its directory stands at its end, so it is held whole. */
  readonly zip: number
  /** Entries of a zip file, of whatever kind. */
  readonly zipEntries: number
  /** Characters of one record of a table, line ends inside quotes included. */
  readonly record: number
}

export const readingLimits: ReadingLimits = {
  unpacked: 4096 * mebi,
  ratio: 100,
  ratioFrom: 64 * mebi,
  json: 256 * mebi,
  zip: 64 * mebi,
  zipEntries: 1000,
  record: mebi,
}
