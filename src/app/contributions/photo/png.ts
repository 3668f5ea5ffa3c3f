import { ascii, bigEndian, joined, slice, UnreadablePhoto, type CleanPhoto } from './bytes.ts'

/** The chunks that are needed to show a picture in its colours; texts, times and Exif are not among them. */
const shown = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs'])
const signatureLength = 8

/** Writes a PNG anew with only those chunks (ISO 15948), and nothing after its end. Moving pictures become their first. */
export function cleanPng(bytes: Uint8Array): CleanPhoto {
  const kept = [slice(bytes, 0, signatureLength)]
  let [width, height, data] = [0, 0, 0]
  for (let at = signatureLength; ;) {
    const length = bigEndian(bytes, at, 4)
    const name = ascii(bytes, at + 4, 4)
    const chunk = slice(bytes, at, length + 12)
    if (at === signatureLength && name !== 'IHDR') throw new UnreadablePhoto(`a PNG that begins with ${name}`)
    if (name === 'IHDR') [width, height] = [bigEndian(chunk, 8, 4), bigEndian(chunk, 12, 4)]
    if (name === 'IDAT') data += length
    if (shown.has(name)) kept.push(chunk)
    if (name === 'IEND') break
    at += length + 12
  }
  if (width === 0 || height === 0 || data === 0) throw new UnreadablePhoto('a PNG without a picture')
  return { type: 'image/png', width, height, content: joined(kept) }
}
