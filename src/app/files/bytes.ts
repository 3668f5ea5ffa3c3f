/** Pieces that are decoded at a time: large enough for the loops inside to be worth it, small enough to keep memory flat. */
const smallest = 64 * 1024
const largest = 256 * 1024

/** The same bytes in pieces of 64 to 256 KB (the last may be smaller), however they came. */
export async function* inPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const bytes of source) {
    waiting.push(bytes)
    size += bytes.length
    if (size < smallest) continue
    const whole = asBuffer(waiting)
    for (let from = 0; from < whole.length; from += largest) yield whole.subarray(from, from + largest)
    waiting = []
    size = 0
  }
  if (size > 0) yield asBuffer(waiting)
}

function asBuffer(parts: readonly Uint8Array[]): Buffer {
  const [first] = parts
  if (parts.length === 1 && first) return Buffer.from(first.buffer, first.byteOffset, first.byteLength)
  return Buffer.concat(parts)
}

/** The first bytes of a file, at least `count` of them where it is that long. */
export async function firstBytes(source: AsyncIterable<Uint8Array>, count: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const bytes of source) {
    parts.push(bytes)
    size += bytes.length
    if (size >= count) break
  }
  return Buffer.concat(parts)
}
