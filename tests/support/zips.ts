import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  /** What the directory says of the size, where it lies. */
  readonly declared?: number
  /** Where the entry's bytes are said to lie: for archives whose entries share bytes. */
  readonly sharesWith?: number
  readonly encrypted?: boolean
}

function fields(...values: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    values.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes)
      field.writeUIntLE(value, 0, bytes)
      return field
    }),
  )
}

/** A zip file with deflated entries, honest or not (PKWARE's APPNOTE, sections 4.3.7 to 4.3.16). */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  for (const { name, content, declared, sharesWith, encrypted } of entries) {
    const bytes = Buffer.from(content as string)
    const packed = deflateRawSync(bytes)
    const flags = encrypted ? 1 : 0
    const common = [
      [20, 2],
      [flags, 2],
      [8, 2],
      [0, 4],
      [crc32(bytes), 4],
      [packed.length, 4],
      [declared ?? bytes.length, 4],
      [name.length, 2],
      [0, 2],
    ] as const
    const at = sharesWith === undefined ? offset : (offsets[sharesWith] ?? 0)
    if (sharesWith === undefined) {
      const local = Buffer.concat([fields([0x04034b50, 4], ...common), Buffer.from(name), packed])
      locals.push(local)
      offset += local.length
    }
    offsets.push(at)
    directory.push(
      Buffer.concat([fields([0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), Buffer.from(name)]),
    )
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0)
  const end = fields([0x06054b50, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [size, 4], [offset, 4], [0, 2])
  return Buffer.concat([...locals, ...directory, end])
}
