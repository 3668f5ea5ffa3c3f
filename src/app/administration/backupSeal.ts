import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { DomainError } from '#kernel/result.ts'

// The outside of a backup file: a line that says what it is, chunks (sealed with a passphrase or not), a mark of the end, and the SHA-256 of all that.

const magic = 'PASSERELLE-BACKUP '
const longestHead = 1024
const chunkSize = 64 * 1024
const tagSize = 16
const checksumSize = 32
/** Stands where a chunk's length would: no chunk follows. */
const endMark = 0xffff_ffff

/** How the key is made of the passphrase; 64 MB and a tenth of a second, so that guessing is dear. */
const derivation = z.object({
  name: z.literal('scrypt'),
  n: z.union([z.literal(1 << 15), z.literal(1 << 16), z.literal(1 << 17)]),
  r: z.literal(8),
  p: z.literal(1),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
})
const head = z.object({ format: z.literal(1), seal: derivation.nullable() })
type Head = z.infer<typeof head>

const deriveKey = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

async function keyOf(passphrase: string, { n, r, p, salt }: z.infer<typeof derivation>): Promise<Buffer> {
  return deriveKey(passphrase.normalize('NFC'), Buffer.from(salt, 'hex'), 32, { N: n, r, p, maxmem: 256 * n * r })
}

/** The key is new for every file, so the number of the chunk is nonce enough. */
function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 8)
  return nonce
}

/** Bound to each chunk: the head of the file, and whether the chunk is the last, so that chunks cannot be cut off. */
function boundTo(line: Buffer, last: boolean): Buffer {
  return Buffer.concat([line, Buffer.of(last ? 1 : 0)])
}

function seal(key: Buffer, line: Buffer, index: number, last: boolean, chunk: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index)).setAAD(boundTo(line, last))
  return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
}

function unseal(key: Buffer, line: Buffer, index: number, last: boolean, sealed: Buffer): Buffer {
  if (sealed.length < tagSize) throw new DomainError('backup.damaged')
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index)).setAAD(boundTo(line, last))
  decipher.setAuthTag(sealed.subarray(-tagSize))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagSize)), decipher.final()])
  } catch (cause) {
    // The file's checksum was right, so a first chunk that does not open has another key.
    throw new DomainError(index === 0 ? 'backup.passphrase' : 'backup.damaged', {}, { cause })
  }
}

/** Chunks of one size, and whether each is the last; there is always a last one, be it empty. */
async function* evenChunks(source: AsyncIterable<Uint8Array>): AsyncGenerator<{ chunk: Buffer; last: boolean }> {
  let held = Buffer.alloc(0)
  for await (const part of source) {
    held = Buffer.concat([held, part])
    for (; held.length > chunkSize; held = held.subarray(chunkSize)) yield { chunk: held.subarray(0, chunkSize), last: false }
  }
  yield { chunk: held, last: true }
}

/** Wraps the inside of a backup; gives the file's bytes as they come. */
export async function* sealed(source: AsyncIterable<Uint8Array>, passphrase: string | null): AsyncGenerator<Buffer> {
  const made: Head['seal'] =
    passphrase === null ? null : { name: 'scrypt', n: 1 << 16, r: 8, p: 1, salt: randomBytes(16).toString('hex') }
  const line = Buffer.from(`${magic}${JSON.stringify({ format: 1, seal: made } satisfies Head)}\n`)
  const key = made && passphrase !== null ? await keyOf(passphrase, made) : null
  const sum = createHash('sha256').update(line)
  yield line
  let index = 0
  for await (const { chunk, last } of evenChunks(source)) {
    const body = key ? seal(key, line, index, last, chunk) : chunk
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    const bytes = Buffer.concat([length, body])
    sum.update(bytes)
    index += 1
    yield bytes
  }
  const mark = Buffer.alloc(4)
  mark.writeUInt32BE(endMark)
  yield Buffer.concat([mark, sum.update(mark).digest()])
}

/** Bytes taken from a stream in pieces of a wanted length. */
class Taker {
  readonly #parts: AsyncIterator<Uint8Array>
  #held = Buffer.alloc(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#parts = source[Symbol.asyncIterator]()
  }

  /** Holds at least `length` bytes, or gives `false` where the stream ends before. */
  async #has(length: number): Promise<boolean> {
    const parts: Uint8Array[] = [this.#held]
    for (let size = this.#held.length; size < length;) {
      const next = await this.#parts.next()
      if (next.done) return false
      parts.push(next.value)
      size += next.value.length
    }
    if (parts.length > 1) this.#held = Buffer.concat(parts)
    return true
  }

  /** The next `length` bytes; `backup.truncated` where the stream ends before. */
  async take(length: number): Promise<Buffer> {
    if (!(await this.#has(length))) throw new DomainError('backup.truncated')
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }

  async ended(): Promise<boolean> {
    return !(await this.#has(1))
  }

  async close(): Promise<void> {
    await this.#parts.return?.()
  }
}

async function readHead(bytes: Taker): Promise<{ head: Head; line: Buffer }> {
  const begin = await bytes.take(magic.length).catch(() => Buffer.alloc(0))
  if (begin.toString('latin1') !== magic) throw new DomainError('backup.notABackup')
  const line = [begin]
  for (let length = 0; ; length++) {
    const byte = await bytes.take(1)
    line.push(byte)
    if (byte[0] === 0x0a) break
    if (length > longestHead) throw new DomainError('backup.damaged')
  }
  const whole = Buffer.concat(line)
  try {
    return { head: head.parse(JSON.parse(whole.toString('utf8', magic.length))), line: whole }
  } catch (cause) {
    throw new DomainError('backup.damaged', {}, { cause })
  }
}

/** The next chunk, or `null` at the mark of the end. */
async function readChunk(bytes: Taker): Promise<{ prefix: Buffer; body: Buffer } | null> {
  const prefix = Buffer.from(await bytes.take(4))
  const length = prefix.readUInt32BE()
  if (length === endMark) return null
  if (length > chunkSize + tagSize) throw new DomainError('backup.damaged')
  return { prefix, body: await bytes.take(length) }
}

/**
 * Reads a whole file and compares its checksum, before anything is done with it. Refuses with `backup.notABackup`, `backup.truncated` or
 * `backup.damaged`; gives whether a passphrase is needed, its size in bytes and its checksum (hexadecimal).
 */
export async function checkFile(
  source: AsyncIterable<Uint8Array>,
): Promise<{ readonly encrypted: boolean; readonly bytes: number; readonly checksum: string }> {
  const bytes = new Taker(source)
  try {
    const { head: said, line } = await readHead(bytes)
    const sum = createHash('sha256').update(line)
    let size = line.length + 4 + checksumSize
    for (let chunk = await readChunk(bytes); chunk; chunk = await readChunk(bytes)) {
      sum.update(chunk.prefix).update(chunk.body)
      size += 4 + chunk.body.length
    }
    sum.update(Buffer.of(0xff, 0xff, 0xff, 0xff))
    const [made, kept] = [sum.digest(), await bytes.take(checksumSize)]
    if (!made.equals(kept) || !(await bytes.ended())) throw new DomainError('backup.damaged')
    return { encrypted: said.seal !== null, bytes: size, checksum: made.toString('hex') }
  } finally {
    await bytes.close()
  }
}

/** Unwraps a file that `checkFile` found whole. Refuses with `backup.passphraseNeeded` or `backup.passphrase`. */
export async function* opened(source: AsyncIterable<Uint8Array>, passphrase: string | null): AsyncGenerator<Buffer> {
  const bytes = new Taker(source)
  try {
    const { head: said, line } = await readHead(bytes)
    if (said.seal && passphrase === null) throw new DomainError('backup.passphraseNeeded')
    const key = said.seal && passphrase !== null ? await keyOf(passphrase, said.seal) : null
    let index = 0
    for (let chunk = await readChunk(bytes); chunk; index++) {
      const body = Buffer.from(chunk.body)
      chunk = await readChunk(bytes)
      yield key ? unseal(key, line, index, chunk === null, body) : body
    }
  } finally {
    await bytes.close()
  }
}
