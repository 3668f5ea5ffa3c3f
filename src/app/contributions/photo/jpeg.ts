import { ascii, bigEndian, joined, littleEndian, slice, UnreadablePhoto, type CleanPhoto } from './bytes.ts'

const markers = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  comment: 0xfe,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  app15: 0xef,
}

/** Frames of every coding: all of C0 to CF but the tables C4, C8 and CC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** The JFIF head without the small picture it may hold: that one can show what was cut out of the large one. */
function withoutThumbnail(body: Uint8Array): Uint8Array {
  const head = slice(body, 0, 14).slice()
  head.set([0, 0], 12)
  return head
}

/** What is kept of a segment's body, or `null` for one that is dropped: only what is needed to show the picture's colours. */
function keptBody(marker: number, body: Uint8Array): Uint8Array | null {
  if (marker === markers.comment) return null
  if (marker < markers.app0 || marker > markers.app15) return body
  const named = (name: string): boolean => body.length >= 12 && ascii(body, 0, name.length) === name
  if (marker === markers.app0 && named('JFIF\0')) return withoutThumbnail(body)
  if (marker === markers.app2 && named('ICC_PROFILE\0')) return body
  return marker === markers.app14 && named('Adobe') ? slice(body, 0, 12) : null
}

const orientationTag = 0x0112

/** How a phone held the picture (1 to 8), from its Exif; 1 when that does not say. */
function orientationOf(body: Uint8Array): number {
  if (body.length < 14 || ascii(body, 0, 6) !== 'Exif\0\0') return 1
  const number = ascii(body, 6, 2) === 'II' ? littleEndian : bigEndian
  const directory = 6 + number(body, 10, 4)
  if (directory + 2 > body.length) return 1
  const entries = number(body, directory, 2)
  for (let i = 0; i < entries && directory + 14 + 12 * i <= body.length; i++) {
    const entry = directory + 2 + 12 * i
    if (number(body, entry, 2) !== orientationTag) continue
    const value = number(body, entry + 8, 2)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

function segment(marker: number, body: Uint8Array): Uint8Array {
  const length = body.length + 2
  return joined([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), body])
}

/** An Exif segment that says how to turn the picture, and nothing else. */
function orientationSegment(orientation: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const head = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
  const directory = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  return segment(markers.app1, Uint8Array.from([...exif, ...head, ...directory]))
}

/** Where the coded data that start at `from` end: at the next marker that is no restart and no stuffed FF. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  throw new UnreadablePhoto('a JPEG without an end')
}

interface Segment {
  readonly marker: number
  readonly body: Uint8Array
  /** The coded picture that follows the head of a scan. */
  readonly data: Uint8Array | null
}

/** The segments from the start to the end of the picture (ITU T.81, B.1); what follows the end is not looked at. */
function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  for (let at = 2; ;) {
    if (bytes[at] !== 0xff) throw new UnreadablePhoto(`no JPEG marker at ${at}`)
    const marker = bytes[at + 1] ?? 0
    if (marker === markers.end) return
    at += marker === 0xff ? 1 : 2
    if (marker === 0xff) continue
    const length = bigEndian(bytes, at, 2)
    const body = slice(bytes, at + 2, length - 2)
    at += length
    const end = marker === markers.scan ? endOfScan(bytes, at) : at
    yield { marker, body, data: marker === markers.scan ? slice(bytes, at, end - at) : null }
    at = end
  }
}

/**
 * Writes a JPEG anew with only the segments that are needed to show it: Exif with its position and serial numbers, XMP, IPTC, comments,
 * thumbnails and whatever follows the end (phones append a second picture or a film) are left out. Which way up it is stays.
 */
export function cleanJpeg(bytes: Uint8Array): CleanPhoto {
  const kept: Uint8Array[] = []
  let [width, height, orientation] = [0, 0, 1]
  for (const { marker, body, data } of segmentsOf(bytes)) {
    if (isFrame(marker)) [height, width] = [bigEndian(body, 1, 2), bigEndian(body, 3, 2)]
    if (marker === markers.app1 && orientation === 1) orientation = orientationOf(body)
    const keep = keptBody(marker, body)
    if (keep) kept.push(segment(marker, keep))
    if (data) kept.push(data)
  }
  if (width === 0 || height === 0) throw new UnreadablePhoto('a JPEG without a size')
  const turned = orientation >= 5
  const content = joined([
    Uint8Array.of(0xff, markers.start),
    ...(orientation === 1 ? [] : [orientationSegment(orientation)]),
    ...kept,
    Uint8Array.of(0xff, markers.end),
  ])
  return { type: 'image/jpeg', width: turned ? height : width, height: turned ? width : height, content }
}
