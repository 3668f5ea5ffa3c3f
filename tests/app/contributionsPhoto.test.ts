import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cleanPhoto } from '#app/contributions/photo/cleanPhoto.ts'
import { DomainError } from '#kernel/result.ts'
import { describedPng, describedWebp, phoneJpeg, secret } from '#tests/photos.ts'

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

describe('a photo that arrives', () => {
  it('keeps its picture and loses what the camera wrote, in every kind', () => {
    for (const [photo, width, height] of [
      [phoneJpeg(), 4, 3],
      [describedPng(), 5, 2],
      [describedWebp(), 16, 9],
    ] as const) {
      assert.ok(latin(photo).includes(secret))
      const clean = cleanPhoto(photo)
      assert.deepEqual([clean.width, clean.height], [width, height], clean.type)
      assert.ok(!latin(clean.content).includes('SECRET'), clean.type)
      assert.ok(!/xmp|Photoshop|MPF|tEXt|EXIF|Exif/.test(latin(clean.content)), clean.type)
      assert.deepEqual(cleanPhoto(clean.content), clean, `${clean.type} is clean when it is clean`)
    }
  })

  it('is a whole JPEG still: colour profile, tables and both scans, and a head without its small picture', () => {
    const { content } = cleanPhoto(phoneJpeg())
    assert.ok(latin(content).includes('ICC_PROFILE'))
    assert.deepEqual([...content.subarray(0, 4)], [0xff, 0xd8, 0xff, 0xe0])
    assert.equal(content[5], 16, 'the JFIF head has its own 16 bytes')
    assert.deepEqual([...content.subarray(-12)], [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 5, 6].slice(2).concat([0xff, 0xd9]))
  })

  it('stays the right way up: a phone held upright says so in Exif alone', () => {
    const { content, width, height } = cleanPhoto(phoneJpeg({ orientation: 6 }))
    assert.deepEqual([width, height], [3, 4])
    assert.ok(latin(content).includes('Exif\0\0MM\0*'))
    assert.deepEqual([cleanPhoto(content).width, cleanPhoto(content).height], [3, 4])
  })

  it('is refused when it is something else, too big, or cut short', () => {
    const code = (bytes: Uint8Array): string => {
      try {
        cleanPhoto(bytes)
        return 'taken'
      } catch (error) {
        assert.ok(error instanceof DomainError, String(error))
        return error.code
      }
    }
    assert.equal(code(new TextEncoder().encode('<svg onload="alert(1)">')), 'photo.kind')
    assert.equal(code(new TextEncoder().encode('GIF89a')), 'photo.kind')
    assert.equal(code(new Uint8Array(5 * 1024 * 1024 + 1)), 'photo.tooBig')
    assert.equal(code(phoneJpeg({ width: 60_000, height: 60_000 })), 'photo.tooLarge')
    for (const photo of [phoneJpeg(), describedPng(), describedWebp()])
      for (const share of [0.3, 0.6, 0.8])
        assert.match(code(photo.subarray(0, Math.floor(photo.length * share))), /unreadable|taken/)
    assert.equal(code(phoneJpeg().subarray(0, 100)), 'photo.unreadable')
    assert.equal(code(describedPng().subarray(0, 40)), 'photo.unreadable')
    assert.equal(code(describedWebp().subarray(0, 40)), 'photo.unreadable')
  })

  it('never ends in anything but a photo or a refusal, whatever its bytes', () => {
    const heads = [phoneJpeg().subarray(0, 3), describedPng().subarray(0, 8), describedWebp().subarray(0, 12)]
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), (head, tail) => {
        try {
          cleanPhoto(Uint8Array.from([...head, ...tail]))
        } catch (error) {
          assert.ok(error instanceof DomainError, String(error))
        }
      }),
      { seed: 8, numRuns: 500 },
    )
  })
})
