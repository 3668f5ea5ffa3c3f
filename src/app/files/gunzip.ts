import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { FileFault, issueOf } from './fileFault.ts'
import type { ReadingLimits } from './limits.ts'

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^Z_|ERR_TRAILING_JUNK/.test(String(error.code))

/**
 * Unpacks gzip as it comes, in flat memory.
 *
 * @throws FileFault `file.notGzip` when the bytes are no gzip, damaged or cut short; `file.bomb` when they unpack to more than the limits allow
 */
export async function* gunzipped(
  name: string,
  source: AsyncIterable<Uint8Array>,
  limits: Pick<ReadingLimits, 'unpacked' | 'ratio' | 'ratioFrom'>,
): AsyncGenerator<Uint8Array> {
  let [packed, unpacked] = [0, 0]
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      packed += bytes.length
      yield bytes
    }
  }
  const stream = createGunzip({ chunkSize: 64 * 1024 })
  // Errors of either side destroy the stream and so reach the loop below; the callback has nothing to add.
  pipeline(Readable.from(counted()), stream, () => {})
  try {
    for await (const bytes of stream as AsyncIterable<Uint8Array>) {
      unpacked += bytes.length
      refuseBomb(name, packed, unpacked, limits)
      yield bytes
    }
  } catch (error) {
    if (!isZlibError(error)) throw error
    throw new FileFault(issueOf('file.notGzip', { value: name, expected: 'gzip' }))
  }
}

function refuseBomb(
  name: string,
  packed: number,
  unpacked: number,
  { unpacked: most, ratio, ratioFrom }: Pick<ReadingLimits, 'unpacked' | 'ratio' | 'ratioFrom'>,
): void {
  const tooLong = unpacked > most
  const tooDense = unpacked > ratioFrom && unpacked > ratio * packed
  if (!tooLong && !tooDense) return
  const expected = tooLong ? `${Math.floor(most / 1024 / 1024)} MB` : `${ratio}:1`
  throw new FileFault(issueOf('file.bomb', { value: name, expected }))
}
