import { DomainError } from '#kernel/result.ts'
import { UnreadablePhoto, type CleanPhoto } from './bytes.ts'
import { cleanJpeg } from './jpeg.ts'
import { cleanPng } from './png.ts'
import { cleanWebp } from './webp.ts'

/** The largest file, in bytes. */
export const photoBytes = 5 * 1024 * 1024
/** The largest picture, in pixels: a small file can hold a picture that no phone can open. */
const mostPixels = 60_000_000

function begins(bytes: Uint8Array, head: readonly number[], at = 0): boolean {
  return head.every((byte, i) => bytes[at + i] === byte)
}

const webp = [0x57, 0x45, 0x42, 0x50]

/** What a file is, by its first bytes: neither its name nor what its sender says of it counts. */
function cleanerOf(bytes: Uint8Array): ((bytes: Uint8Array) => CleanPhoto) | null {
  if (begins(bytes, [0xff, 0xd8, 0xff])) return cleanJpeg
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return cleanPng
  if (begins(bytes, [0x52, 0x49, 0x46, 0x46]) && begins(bytes, webp, 8)) return cleanWebp
  return null
}

/**
 * A JPEG, PNG or WebP written anew without what the camera put into it: position, date, serial number, thumbnail. Refuses with `photo.tooBig`,
 * `photo.kind` for other files, `photo.unreadable` for one that is cut short.
 */
export function cleanPhoto(bytes: Uint8Array): CleanPhoto {
  if (bytes.length > photoBytes) throw new DomainError('photo.tooBig', { megabytes: Math.ceil(bytes.length / 1024 / 1024) })
  const clean = cleanerOf(bytes)
  if (!clean) throw new DomainError('photo.kind')
  try {
    const photo = clean(bytes)
    if (photo.width * photo.height > mostPixels)
      throw new DomainError('photo.tooLarge', { width: photo.width, height: photo.height })
    return photo
  } catch (error) {
    if (error instanceof UnreadablePhoto) throw new DomainError('photo.unreadable', {}, { cause: error })
    throw error
  }
}
