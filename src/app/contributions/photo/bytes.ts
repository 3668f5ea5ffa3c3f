/** A picture without anything that tells about the person who took it. */
export interface CleanPhoto {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
  readonly content: Uint8Array
}

/** A file that is cut short or no picture of its kind. */
export class UnreadablePhoto extends Error {}

/** The part of a file from `start`, `length` bytes long; a file that ends before is refused. */
export function slice(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (length < 0 || start + length > bytes.length) throw new UnreadablePhoto(`${length} bytes at ${start} of ${bytes.length}`)
  return bytes.subarray(start, start + length)
}

export function ascii(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...slice(bytes, start, length))
}

export function bigEndian(bytes: Uint8Array, start: number, length: number): number {
  return slice(bytes, start, length).reduce((sum, byte) => sum * 256 + byte, 0)
}

export function littleEndian(bytes: Uint8Array, start: number, length: number): number {
  return slice(bytes, start, length).reduceRight((sum, byte) => sum * 256 + byte, 0)
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
