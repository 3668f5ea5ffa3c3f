const text = (letters: string): number[] => Array.from(letters, (letter) => letter.charCodeAt(0))

/** What must never leave the camera: it is planted in every part of a file that does not belong to the picture. */
export const secret = 'SECRET-GPS-50.7508N'

function segment(marker: number, body: readonly number[]): number[] {
  return [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body]
}

/** Exif in the byte order of Intel, with the way the phone was held and a secret where positions are written. */
function exif(orientation: number): number[] {
  const tag = [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
  const position = [0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0]
  return [...text('Exif\0\0II'), 42, 0, 8, 0, 0, 0, 2, 0, ...position, ...tag, 0, 0, 0, 0, ...text(secret)]
}

/** The segments that a phone puts before the picture: JFIF with a thumbnail, Exif, XMP, IPTC, a comment. */
export function jpegExtras(orientation: number): number[] {
  return [
    ...segment(0xe0, [...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 1, 1, ...text(secret).slice(0, 3)]),
    ...segment(0xe1, exif(orientation)),
    ...segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0${secret}`)),
    ...segment(0xed, text(`Photoshop 3.0\0${secret}`)),
    ...segment(0xfe, text(secret)),
  ]
}

/** A JPEG as a phone writes it, 4 by 3; not one that can be decoded. */
export function phoneJpeg({ orientation = 1, width = 4, height = 3 } = {}): Uint8Array {
  const frame = [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]
  return Uint8Array.from([
    0xff,
    0xd8,
    ...jpegExtras(orientation),
    ...segment(0xe2, [...text('ICC_PROFILE\0'), 1, 1, ...text('profile')]),
    ...segment(0xe2, text(`MPF\0${secret}`)),
    ...segment(0xdb, [0, 1, 2, 3]),
    ...segment(0xc2, frame),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    1,
    2,
    0xff,
    0,
    3,
    0xff,
    0xd0,
    4,
    ...segment(0xc4, [0, 7]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    5,
    6,
    0xff,
    0xd9,
    ...text(secret),
  ])
}

function chunk(name: string, body: readonly number[]): number[] {
  return [0, 0, body.length >> 8, body.length & 0xff, ...text(name), ...body, 0, 0, 0, 0]
}

/** A PNG with a secret in its texts, 5 by 2. */
export function describedPng(): Uint8Array {
  return Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunk('IHDR', [0, 0, 0, 5, 0, 0, 0, 2, 8, 2, 0, 0, 0]),
    ...chunk('tEXt', text(`Comment\0${secret}`)),
    ...chunk('eXIf', text(secret)),
    ...chunk('tIME', [7, 234, 11, 23, 9, 0, 0]),
    ...chunk('iTXt', text(`XML:com.adobe.xmp\0${secret}`)),
    ...chunk('IDAT', [1, 2, 3]),
    ...chunk('IEND', []),
    ...text(secret),
  ])
}

function webpChunk(name: string, body: readonly number[]): number[] {
  return [...text(name), body.length & 0xff, body.length >> 8, 0, 0, ...body, ...(body.length % 2 ? [0] : [])]
}

/** A WebP with Exif and XMP, 16 by 9. */
export function describedWebp(): Uint8Array {
  const body = [
    ...text('WEBP'),
    ...webpChunk('VP8X', [0x3c, 0, 0, 0, 15, 0, 0, 8, 0, 0]),
    ...webpChunk('ICCP', text('icc')),
    ...webpChunk('VP8L', [0x2f, 15, 0, 2, 0, 9, 9]),
    ...webpChunk('EXIF', text(secret)),
    ...webpChunk('XMP ', text(secret)),
  ]
  return Uint8Array.from([...text('RIFF'), body.length & 0xff, body.length >> 8, 0, 0, ...body, ...text(secret)])
}
