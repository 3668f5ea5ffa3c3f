import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { textDecoding, type DecodingFault, type Encoding } from '#app/files/textDecoding.ts'

interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  readonly fault: DecodingFault | null
}

function decoded(bytes: Buffer, places: readonly number[] = [], given?: Encoding): Decoded {
  const decoding = textDecoding(given)
  const cuts = [0, ...places.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
  const text = cuts.slice(1).map((end, i) => decoding.push(bytes.subarray(cuts[i], end)))
  return { text: text.join('') + decoding.end(), encoding: decoding.encoding(), fault: decoding.fault() }
}

const places = fc.array(fc.nat(100), { maxLength: 6 })
const letters = fc.string({ unit: fc.constantFrom('a', ';', '\n', 'é', 'œ', '’', '€', '😀', 'ÿ'), maxLength: 30 })

describe('bytes to text', () => {
  it('gives UTF-8 and UTF-16 back as written, however the bytes are cut', () => {
    fc.assert(
      fc.property(letters, places, (text, at) => {
        assert.deepEqual(decoded(Buffer.from(`\uFEFF${text}`), at), { text, encoding: 'utf-8', fault: null })
        assert.deepEqual(decoded(Buffer.from(text), at).text, text)
        const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
        assert.deepEqual(decoded(wide, at), { text, encoding: 'utf-16le', fault: null })
        assert.deepEqual(decoded(wide.swap16(), at), { text, encoding: 'utf-16be', fault: null })
      }),
      { seed: 31, numRuns: 1000 },
    )
  })

  it('knows all of Windows-1252, and refuses the five bytes that it leaves undefined', () => {
    const reference = new TextDecoder('windows-1252')
    for (let byte = 0x80; byte <= 0xff; byte++) {
      const { text, fault } = decoded(Buffer.from([0x61, byte, 0x62, 0x63]), [], 'latin1')
      if ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) assert.deepEqual([text, fault?.code], ['a', 'file.encoding'])
      else assert.deepEqual([text, fault], [reference.decode(Uint8Array.of(0x61, byte, 0x62, 0x63)), null])
    }
  })

  it('stops at the first bad byte, with what came before, on any bytes', () => {
    const reference = new TextDecoder('utf-8', { ignoreBOM: true })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), places, (bytes, at) => {
        const { text, fault } = decoded(Buffer.from(bytes), at, 'utf-8')
        const whole = reference.decode(bytes).replace(/^\uFEFF/, '')
        assert.ok(whole.startsWith(text), `${JSON.stringify(text)} of ${JSON.stringify(whole)}`)
        assert.equal(fault === null, text === whole && !whole.includes('\uFFFD'))
      }),
      { seed: 37, numRuns: 3000 },
    )
  })

  it('refuses half a pair of surrogates and half a unit', () => {
    const half = Buffer.from('\uFEFFab\uD83Dcd', 'utf16le')
    assert.deepEqual([decoded(half).text, decoded(half).fault?.code], ['ab', 'file.encoding'])
    const odd = Buffer.concat([Buffer.from('\uFEFFab', 'utf16le'), Buffer.from([0x63])])
    assert.deepEqual([decoded(odd).text, decoded(odd).fault?.code], ['ab', 'file.encoding'])
  })
})
