/** A feature of a vector tile as the specification stores it, read without the library that wrote it. */
export interface TileFeature {
  readonly id: number | undefined
  /** 1 point, 2 line, 3 polygon. */
  readonly type: number
  readonly properties: Readonly<Record<string, string | number | boolean>>
  /** Parts of positions in tile units; a closed ring's first is not repeated. */
  readonly parts: readonly (readonly (readonly [x: number, y: number])[])[]
}

export interface TileLayer {
  readonly name: string
  readonly version: number
  readonly extent: number
  readonly features: readonly TileFeature[]
}

type Field = readonly [number: number, value: number | Uint8Array]

/** The fields of a protocol buffers message: varints as numbers, the rest as bytes. */
function fieldsOf(bytes: Uint8Array): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = (): number => {
    let [value, factor, byte] = [0, 1, 0x80]
    while (byte & 0x80) {
      byte = bytes[at++] ?? 0
      value += (byte & 0x7f) * factor
      factor *= 128
    }
    return value
  }
  while (at < bytes.length) {
    const key = varint()
    const [number, wire] = [Math.floor(key / 8), key & 7]
    if (wire === 0) {
      fields.push([number, varint()])
      continue
    }
    const length = wire === 2 ? varint() : wire === 1 ? 8 : 4
    fields.push([number, bytes.subarray(at, at + length)])
    at += length
  }
  return fields
}

function packed(bytes: Uint8Array): number[] {
  const values: number[] = []
  let [value, factor] = [0, 1]
  for (const byte of bytes) {
    value += (byte & 0x7f) * factor
    factor *= 128
    if (byte & 0x80) continue
    values.push(value)
    value = 0
    factor = 1
  }
  return values
}

const text = new TextDecoder()
const bytesOf = (fields: readonly Field[], number: number): Uint8Array[] =>
  fields.flatMap(([each, value]) => (each === number && value instanceof Uint8Array ? [value] : []))
const numberOf = (fields: readonly Field[], number: number): number | undefined =>
  fields.flatMap(([each, value]) => (each === number && typeof value === 'number' ? [value] : []))[0]

function valueOf(bytes: Uint8Array): string | number | boolean {
  const [number, value] = fieldsOf(bytes)[0] ?? [0, 0]
  if (value instanceof Uint8Array) {
    if (number === 1) return text.decode(value)
    const view = new DataView(value.buffer, value.byteOffset, value.byteLength)
    return number === 2 ? view.getFloat32(0, true) : view.getFloat64(0, true)
  }
  if (number === 7) return value === 1
  return number === 6 ? zigzag(value) : value
}

const zigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2)

/** Commands move (1), line (2) and close (7), each with its count in the upper bits and steps in zigzag. */
function partsOf(commands: readonly number[]): [number, number][][] {
  const parts: [number, number][][] = []
  let [x, y, at] = [0, 0, 0]
  while (at < commands.length) {
    const command = commands[at++] ?? 0
    const kind = command & 7
    if (kind === 7) continue
    for (let i = 0; i < command >> 3; i++) {
      x += zigzag(commands[at++] ?? 0)
      y += zigzag(commands[at++] ?? 0)
      if (kind === 1) parts.push([])
      parts.at(-1)?.push([x, y])
    }
  }
  return parts
}

function layerOf(bytes: Uint8Array): TileLayer {
  const fields = fieldsOf(bytes)
  const keys = bytesOf(fields, 3).map((each) => text.decode(each))
  const values = bytesOf(fields, 4).map(valueOf)
  const features = bytesOf(fields, 2).map((each): TileFeature => {
    const own = fieldsOf(each)
    const tags = packed(bytesOf(own, 2)[0] ?? new Uint8Array())
    const pairs = Array.from(
      { length: tags.length / 2 },
      (_, i) => [keys[tags[2 * i] ?? 0] ?? '', values[tags[2 * i + 1] ?? 0] ?? ''] as const,
    )
    return {
      id: numberOf(own, 1),
      type: numberOf(own, 3) ?? 0,
      properties: Object.fromEntries(pairs),
      parts: partsOf(packed(bytesOf(own, 4)[0] ?? new Uint8Array())),
    }
  })
  const [name] = bytesOf(fields, 1)
  return {
    name: name ? text.decode(name) : '',
    version: numberOf(fields, 15) ?? 1,
    extent: numberOf(fields, 5) ?? 4096,
    features,
  }
}

/** The layers of a tile (Mapbox Vector Tile specification 2.1). */
export function openTile(bytes: Uint8Array): readonly TileLayer[] {
  return bytesOf(fieldsOf(bytes), 3).map(layerOf)
}
