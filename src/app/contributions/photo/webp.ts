import { ascii, joined, littleEndian, slice, UnreadablePhoto, type CleanPhoto } from './bytes.ts'

/** Chunks that are needed to show a still picture; Exif, XMP and what nobody knows are not among them. */
const shown = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP'])
/** Of VP8X's flags those of a colour profile and of transparency; Exif, XMP and animation are cleared. */
const keptFlags = 0x30

interface Size {
  readonly width: number
  readonly height: number
}

function sizeOf(name: string, body: Uint8Array): Size | null {
  if (name === 'VP8X') return { width: 1 + littleEndian(body, 4, 3), height: 1 + littleEndian(body, 7, 3) }
  if (name === 'VP8 ') return { width: littleEndian(body, 6, 2) & 0x3fff, height: littleEndian(body, 8, 2) & 0x3fff }
  if (name !== 'VP8L') return null
  const bits = littleEndian(body, 1, 4)
  return { width: 1 + (bits & 0x3fff), height: 1 + (Math.floor(bits / 2 ** 14) & 0x3fff) }
}

function littleEndianBytes(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >> 24) & 0xff)
}

function written(name: string, body: Uint8Array): Uint8Array {
  const head = Uint8Array.from(name, (letter) => letter.charCodeAt(0))
  const padding = new Uint8Array(body.length % 2)
  return joined([head, littleEndianBytes(body.length), body, padding])
}

/** Writes a WebP anew with only those chunks (RFC 9649), and nothing after its end. A moving picture is refused. */
export function cleanWebp(bytes: Uint8Array): CleanPhoto {
  const end = Math.min(bytes.length, 8 + littleEndian(bytes, 4, 4))
  const kept: Uint8Array[] = []
  let size: Size | null = null
  let pictures = 0
  for (let at = 12; at + 8 <= end;) {
    const name = ascii(bytes, at, 4)
    const length = littleEndian(bytes, at + 4, 4)
    const body = slice(bytes, at + 8, length).slice()
    size ??= sizeOf(name, body)
    if (name === 'VP8 ' || name === 'VP8L') pictures += 1
    if (name === 'VP8X') body[0] = (body[0] ?? 0) & keptFlags
    if (shown.has(name)) kept.push(written(name, body))
    at += 8 + length + (length % 2)
  }
  if (!size || pictures !== 1) throw new UnreadablePhoto(`a WebP with ${pictures} still pictures`)
  const body = joined([Uint8Array.from('WEBP', (letter) => letter.charCodeAt(0)), ...kept])
  const content = joined([Uint8Array.from('RIFF', (letter) => letter.charCodeAt(0)), littleEndianBytes(body.length), body])
  return { type: 'image/webp', ...size, content }
}
