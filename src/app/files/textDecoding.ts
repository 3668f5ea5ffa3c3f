import { isAscii, isUtf8 } from 'node:buffer'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1'

/** Why no more text comes: bytes that the encoding does not know, or a file that is no text. `seen` shows the bytes. */
export interface DecodingFault {
  readonly code: 'file.encoding' | 'file.notText'
  readonly seen: string
}

/** Bytes on their way to text. After a fault nothing more comes out; what came before is good. */
export interface TextDecoding {
  /** What the bytes so far show; ASCII alone counts as UTF-8. */
  encoding(): Encoding
  fault(): DecodingFault | null
  push(bytes: Buffer): string
  end(): string
}

/** What one encoding makes of the bytes: text, where the first byte lies that it does not know (-1: nowhere), and how many bytes wait for more. */
interface Decoded {
  readonly text: string
  readonly badAt: number
  readonly kept: number
}

/** Length of a sequence by its first byte; 0 for a byte that starts none. C0, C1 and F5 to FF start nothing in UTF-8 (RFC 3629). */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

/** How many bytes at the end begin a sequence whose rest has not come. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

interface Utf8Survey {
  readonly firstGood: number
  readonly firstBad: number
  readonly good: number
  readonly bad: number
}

/** Counts sequences of several bytes that are UTF-8, and bytes that are not. */
function surveyUtf8(bytes: Buffer): Utf8Survey {
  const seen = { firstGood: -1, firstBad: -1, good: 0, bad: 0 }
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at] as number)
    if (length === 1) at += 1
    else if (length > 0 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length))) {
      if (seen.good === 0) seen.firstGood = at
      seen.good += 1
      at += length
    } else {
      if (seen.bad === 0) seen.firstBad = at
      seen.bad += 1
      at += 1
    }
  }
  return seen
}

function fromUtf8(bytes: Buffer, last: boolean): Decoded {
  const kept = last ? 0 : unfinished(bytes)
  const whole = bytes.subarray(0, bytes.length - kept)
  if (isAscii(whole)) return { text: whole.toString('latin1'), badAt: -1, kept }
  if (isUtf8(whole)) return { text: whole.toString('utf8'), badAt: -1, kept }
  const { firstBad } = surveyUtf8(whole)
  return { text: whole.toString('utf8', 0, firstBad), badAt: firstBad, kept }
}

/** Windows-1252 from 80 to 9F; a space stands for the five bytes that it leaves undefined. Above and below it is Latin-1. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
const undefinedIn1252 = /[\x81\x8d\x8f\x90\x9d]/

/** @param mayBeUtf8 whether nobody said that the file is Latin-1: then a stretch of UTF-8 shows that two files were put together */
function fromLatin1(bytes: Buffer, mayBeUtf8: boolean): Decoded {
  const raw = bytes.toString('latin1')
  const { good, bad, firstGood } = mayBeUtf8 ? surveyUtf8(bytes) : { good: 0, bad: 0, firstGood: -1 }
  const mixed = good >= 3 && good * 4 > bad
  const badAt = mixed ? firstGood : raw.search(undefinedIn1252)
  const text = badAt < 0 ? raw : raw.slice(0, badAt)
  return { text: text.replace(/[\x80-\x9f]/g, (c) => windows1252.charAt(c.charCodeAt(0) - 0x80)), badAt, kept: 0 }
}

function fromUtf16(bytes: Buffer, last: boolean, bigEndian: boolean): Decoded {
  const odd = bytes.length % 2
  const even = Buffer.from(bytes.subarray(0, bytes.length - odd))
  if (bigEndian) even.swap16()
  const all = even.toString('utf16le')
  // A pair of surrogates cut in two waits for its second half.
  const cut = !last && /[\ud800-\udbff]$/.test(all) ? 1 : 0
  const text = all.slice(0, all.length - cut)
  const badAt = text.isWellFormed() ? -1 : 2 * text.search(/\p{Surrogate}/u)
  if (badAt >= 0) return { text: text.slice(0, badAt / 2), badAt, kept: 0 }
  return { text, badAt: last && odd ? even.length : -1, kept: last ? 0 : odd + 2 * cut }
}

/** The mark at the beginning of a file, and how long it is. */
function markOf(bytes: Buffer): { encoding: Encoding; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  return bytes[0] === 0xfe && bytes[1] === 0xff ? { encoding: 'utf-16be', length: 2 } : null
}

/** UTF-16 without its mark: in texts of Europe every other byte is zero. */
function unmarkedUtf16(bytes: Buffer): Encoding | null {
  const sample = bytes.subarray(0, 1024)
  const zeros = [0, 0]
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (sample.length < 4 || Math.max(even, odd) < sample.length * 0.4) return null
  if (even > 0 && odd > 0) return null
  return odd > 0 ? 'utf-16le' : 'utf-16be'
}

const hex = (byte: number): string => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`

/**
 * Decodes a file piece by piece: UTF-8 with or without its mark, UTF-16, or Windows-1252 where the bytes are no UTF-8. Nothing is decided before the
 * first byte above 127: then what is most of its piece counts, so that one wrong byte in a UTF-8 file is a fault and not another alphabet.
 *
 * @param given the encoding that somebody chose, where somebody did
 */
export function textDecoding(given?: Encoding): TextDecoding {
  let encoding: Encoding | null = given ?? null
  let rest: Buffer = Buffer.alloc(0)
  let started = false
  let fault: DecodingFault | null = null

  const decode = (bytes: Buffer, last: boolean): Decoded => {
    if (!encoding && !isAscii(bytes)) {
      const { good, bad } = surveyUtf8(last ? bytes : bytes.subarray(0, bytes.length - unfinished(bytes)))
      if (good + bad > 0) encoding = good === 0 || bad > good ? 'latin1' : 'utf-8'
    }
    if (encoding === 'latin1') return fromLatin1(bytes, given === undefined)
    return encoding === null || encoding === 'utf-8' ? fromUtf8(bytes, last) : fromUtf16(bytes, last, encoding === 'utf-16be')
  }
  const begin = (bytes: Buffer): Buffer => {
    started = true
    const mark = markOf(bytes)
    encoding ??= mark?.encoding ?? unmarkedUtf16(bytes)
    return mark && mark.encoding === encoding ? bytes.subarray(mark.length) : bytes
  }
  const take = (more: Buffer, last: boolean): string => {
    const all = rest.length > 0 ? Buffer.concat([rest, more]) : more
    if (!last && !started && all.length < 4) {
      rest = Buffer.from(all)
      return ''
    }
    const bytes = started ? all : begin(all)
    const { text, badAt, kept } = decode(bytes, last)
    // A copy: the piece may be a view into a buffer that is used again.
    rest = Buffer.from(bytes.subarray(bytes.length - kept))
    if (badAt >= 0) fault = { code: 'file.encoding', seen: hex(bytes[badAt] ?? 0) }
    const nul = text.indexOf('\0')
    if (nul < 0) return text
    fault = { code: 'file.notText', seen: hex(0) }
    return text.slice(0, nul)
  }
  return {
    encoding: () => encoding ?? 'utf-8',
    fault: () => fault,
    push: (bytes) => (fault ? '' : take(bytes, false)),
    end: () => (fault ? '' : take(Buffer.alloc(0), true)),
  }
}
