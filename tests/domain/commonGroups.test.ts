import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { commonGroups, themesApart } from '#domain/segments'
import { figuresOf } from '#tests/areaFigures.ts'

describe('common groups', () => {
  const left = figuresOf([
    [0, 100, 5],
    [1, 99, 6],
    [10, 90, 30],
    [11, 89, 31],
    [50, 50, 60],
    [52, 48, 62],
  ])
  const right = figuresOf([
    [20, 80, 25],
    [21, 79, 26],
    [30, 70, 50],
    [31, 69, 51],
  ])
  const sides = [
    { figures: left, of: Int32Array.of(0, 0, 1, 1, 2, 2), groups: 3 },
    { figures: right, of: Int32Array.of(0, 0, 1, 1), groups: 2 },
  ] as const

  it('match only what is mutually nearest and within the reach of its own areas', () => {
    const wide = {
      ...sides[0],
      figures: figuresOf([
        [0, 100, 5],
        [20, 80, 25],
        [40, 60, 30],
        [60, 40, 50],
        [88, 12, 60],
        [90, 10, 62],
      ]),
    }
    const found = commonGroups(wide, wide, 'none', 'pooled')
    assert.deepEqual(
      found.matches.map(({ left: i, right: j, distance }) => [i, j, distance]),
      [
        [0, 0, 0],
        [1, 1, 0],
        [2, 2, 0],
      ],
    )
    assert.deepEqual([found.leftAlone, found.rightAlone], [[], []])
  })

  it('leave national what has no counterpart, and count every group once', () => {
    for (const scaling of ['within', 'pooled'] as const) {
      const found = commonGroups(sides[0], sides[1], 'none', scaling)
      assert.equal(found.matches.length + found.leftAlone.length, 3)
      assert.equal(found.matches.length + found.rightAlone.length, 2)
      for (const { left: i, right: j, ratio } of found.matches) {
        assert.ok(ratio <= 1)
        assert.equal(found.ratios[i]?.[j], ratio)
      }
    }
  })

  it('do not see a difference of level within countries, and see it pooled', () => {
    const shifted = {
      ...sides[0],
      figures: figuresOf([
        [10, 110, 15],
        [11, 109, 16],
        [20, 100, 40],
        [21, 99, 41],
        [60, 60, 70],
        [62, 58, 72],
      ]),
    }
    const within = commonGroups(sides[0], shifted, 'none', 'within')
    const pooled = commonGroups(sides[0], shifted, 'none', 'pooled')
    for (let g = 0; g < 3; g++) {
      assert.ok((within.distances[g]?.[g] ?? 1) < 1e-12)
      assert.ok((pooled.distances[g]?.[g] ?? 0) > 0.2)
    }
  })

  it('refuse classifications without a shared variable', () => {
    const other = { ...right, variables: right.variables.map((each) => ({ ...each, measure: `other.${each.measure}` })) }
    assert.throws(() => commonGroups(sides[0], { ...sides[1], figures: other }, 'none', 'within'), {
      code: 'segments.nothingShared',
    })
  })

  it('compare profiles by theme where the shares make a whole', () => {
    const { variables } = commonGroups(sides[0], sides[1], 'none', 'within')
    const found = themesApart(variables, [10, 90, 5], [30, 70, 5])
    assert.deepEqual(
      found.map(({ theme }) => theme),
      ['theme0'],
    )
    const expected = Math.sqrt(((Math.sqrt(0.1) - Math.sqrt(0.3)) ** 2 + (Math.sqrt(0.9) - Math.sqrt(0.7)) ** 2) / 2)
    assert.ok(Math.abs((found[0]?.hellinger ?? 0) - expected) < 1e-12)
  })
})
