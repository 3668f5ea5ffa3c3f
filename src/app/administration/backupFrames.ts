import { PassThrough, pipeline, Readable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { DomainError } from '#kernel/result.ts'

// The inside of a backup file: gzip over frames. A manifest comes first; of each table its name, its rows as COPY writes them, and what they must add up
// to; then the totals. Nothing is held in memory but the frame at hand.

export const manifestShape = z.object({
  /** Version of the program that made it. */
  program: z.string(),
  /** Number of the last migration of its schema. */
  migration: z.int().positive(),
  madeAt: z.iso.datetime(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })),
})
export type Manifest = z.infer<typeof manifestShape>

/** What the rows of a table must add up to: their number, and the SHA-256 (hexadecimal) of their lines in the order of the primary key. */
export const sumShape = z.object({ rows: z.int().nonnegative(), checksum: z.string().regex(/^[0-9a-f]{64}$/) })
export type TableSum = z.infer<typeof sumShape>

const totalShape = z.object({ tables: z.int().nonnegative(), rows: z.int().nonnegative() })

const kinds = ['manifest', 'table', 'rows', 'sum', 'total'] as const
type Kind = (typeof kinds)[number]
export interface Frame {
  readonly kind: Kind
  readonly payload: Buffer
}

/** Rows are written in pieces of at most a megabyte, and no list of tables is longer. */
const longestFrame = 1 << 24

export function frame(kind: Kind, payload: Uint8Array | object): Buffer {
  const body = payload instanceof Uint8Array ? payload : Buffer.from(JSON.stringify(payload))
  const head = Buffer.alloc(5)
  head.writeUInt8(kinds.indexOf(kind))
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

function through(source: AsyncIterable<Uint8Array>, transform: NodeJS.ReadWriteStream): AsyncIterable<Buffer> {
  const out = new PassThrough()
  // An error of any of them ends all of them, and reaches whoever reads `out`.
  pipeline(Readable.from(source, { objectMode: false }), transform, out, () => {})
  return out
}

export function compressed(frames: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  return through(frames, createGzip({ level: 6 }))
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_|^ERR_PADDING/.test(String(error.code))
}

/** The frames of an unwrapped file; `backup.damaged` where it is none of ours. */
export async function* framesOf(inside: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let held = Buffer.alloc(0)
  try {
    for await (const part of through(inside, createGunzip())) {
      held = Buffer.concat([held, part])
      while (held.length >= 5) {
        const length = held.readUInt32BE(1)
        const kind = kinds[held.readUInt8()]
        if (kind === undefined || length > longestFrame) throw new DomainError('backup.damaged')
        if (held.length < 5 + length) break
        yield { kind, payload: held.subarray(5, 5 + length) }
        held = held.subarray(5 + length)
      }
    }
  } catch (error) {
    throw isDamage(error) ? new DomainError('backup.damaged', {}, { cause: error }) : error
  }
  if (held.length > 0) throw new DomainError('backup.damaged')
}

function parsed<T>(shape: z.ZodType<T>, payload: Buffer): T {
  try {
    return shape.parse(JSON.parse(payload.toString('utf8')))
  } catch (cause) {
    throw new DomainError('backup.damaged', {}, { cause })
  }
}

/** Reads frames one after the other, in the order in which they must come. */
export interface FrameReader {
  readonly manifest: () => Promise<Manifest>
  /** The name of the next table, or `null` when the totals come. */
  readonly table: () => Promise<string | null>
  /** The rows of the table, piece by piece. */
  readonly rows: () => AsyncGenerator<Buffer>
  /** What the rows must add up to; after `rows`. */
  readonly sum: () => Promise<TableSum>
  /** The totals; after the last table. The file must end with them. */
  readonly total: () => Promise<z.infer<typeof totalShape>>
}

export function frameReader(frames: AsyncGenerator<Frame>): FrameReader {
  let ahead: Frame | null = null
  const next = async (): Promise<Frame> => {
    const held = ahead
    ahead = null
    if (held) return held
    const step = await frames.next()
    if (step.done) throw new DomainError('backup.truncated')
    return step.value
  }
  const expect = async (kind: Kind): Promise<Buffer> => {
    const found = await next()
    if (found.kind !== kind) throw new DomainError('backup.damaged')
    return found.payload
  }
  return {
    manifest: async () => parsed(manifestShape, await expect('manifest')),
    async table() {
      const found = await next()
      if (found.kind === 'table') return found.payload.toString('utf8')
      ahead = found
      return null
    },
    async *rows() {
      for (;;) {
        const found = await next()
        if (found.kind !== 'rows') {
          ahead = found
          return
        }
        yield found.payload
      }
    },
    sum: async () => parsed(sumShape, await expect('sum')),
    async total() {
      const total = parsed(totalShape, await expect('total'))
      if (!(await frames.next()).done) throw new DomainError('backup.damaged')
      return total
    },
  }
}
