import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { successions } from '#domain/imports'

describe('what former codes became', () => {
  const today = new Set(['62447', '62154', '62001', '62002'])
  const follow = successions(
    [
      { former: '62461', current: '62447' },
      { former: '62999', current: '62461' },
      { former: '62001', current: '62447' },
      { former: '62888', current: '62001' },
      { former: '62888', current: '62002' },
      { former: '62777', current: '62776' },
      { former: '62776', current: '62777' },
      { former: '62666', current: '62666' },
    ],
    (code) => today.has(code),
  )

  it('follows any number of mergers', () => {
    assert.deepEqual(follow('62461'), { outcome: 'successor', code: '62447' })
    assert.deepEqual(follow('62999'), { outcome: 'successor', code: '62447' })
    assert.deepEqual(follow('62154'), { outcome: 'same', code: '62154' })
    assert.deepEqual(follow('99999'), { outcome: 'same', code: '99999' })
    assert.deepEqual(follow('62666'), { outcome: 'same', code: '62666' })
  })

  it('stops at a commune that was restored', () => {
    assert.deepEqual(follow('62001'), { outcome: 'same', code: '62001' })
  })

  it('does not choose between several, and refuses rings', () => {
    assert.deepEqual(follow('62888'), { outcome: 'several', codes: ['62001', '62002'] })
    assert.deepEqual(follow('62777'), { outcome: 'cycle', codes: ['62777', '62776', '62777'] })
  })

  it('follows long chains without running out of stack', () => {
    const chain = Array.from({ length: 3000 }, (_, i) => ({ former: `c${i}`, current: `c${i + 1}` }))
    assert.deepEqual(successions(chain, () => false)('c0'), { outcome: 'successor', code: 'c3000' })
  })
})
