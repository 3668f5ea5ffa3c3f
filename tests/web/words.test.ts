import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wordsOf } from '#words/words.ts'

/** Every sentence of a catalogue by its path; functions are called with samples, so that their text is looked at too. */
function sentences(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const params = Object.assign(['α', 'β', 'γ', 'δ', 'ε'], { code: 'α' })
    const made: unknown = path.startsWith('.refusals.codes') ? value(params) : value(...params)
    return [[path, String(made)]]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => sentences(each, `${path}.${key}`))
}

const fr = sentences(wordsOf('fr'), '')
const en = sentences(wordsOf('en'), '')

describe('words', () => {
  it('say the same things in both languages', () => {
    assert.ok(fr.length > 400, `only ${fr.length} sentences were seen`)
    assert.deepEqual(
      en.map(([path]) => path),
      fr.map(([path]) => path),
    )
  })

  it('leave nothing empty but the mark of a good cell', () => {
    const empty = [...fr, ...en].filter(([, text]) => text.trim() === '').map(([path]) => path)
    assert.deepEqual(empty, ['.statuses.ok.mark', '.statuses.ok.mark'])
  })

  it('hold no straight apostrophe or quotation mark', () => {
    assert.deepEqual(
      [...fr, ...en].filter(([, text]) => /['"]/.test(text)),
      [],
    )
  })

  it('set narrow no-break spaces before French punctuation, and inside guillemets', () => {
    const loose = fr.filter(([, text]) => /[^\u202F][;?!»]|[^\u202F]:(?=\s|$)|«[^\u202F]|\d %/.test(text))
    assert.deepEqual(loose, [])
  })

  it('set no such space in English', () => {
    assert.deepEqual(
      en.filter(([, text]) => /\s[;?!:]/.test(text)),
      [],
    )
  })
})
