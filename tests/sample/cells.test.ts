import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isInside, ringArea, type Ring } from '#geo/rings.ts'
import { buildBorders, buildCells } from '#sample/cells.ts'
import { outlines, type OutlineCode } from '#sample/outlines.ts'
import { buildTerritory } from '#sample/territory.ts'

const { zones, parents } = buildTerritory()
const cells = buildCells(zones)

/** Area of rings where those inside another count as holes. */
const area = (rings: readonly Ring[]): number =>
  rings.reduce((sum, ring, i) => {
    const [start] = ring
    const hole =
      start !== undefined &&
      isInside(
        start,
        rings.filter((_, j) => j !== i),
      )
    return sum + Math.abs(ringArea(ring)) * (hole ? -1 : 1)
  }, 0)

function filled(root: OutlineCode): { cells: number; ratio: number } {
  const own = zones.filter((zone) => zone.root === root && zone.level === 'commune')
  const sum = own.reduce((total, zone) => total + area(cells.get(zone.code) ?? []), 0)
  return { cells: own.length, ratio: sum / area(outlines[root]) }
}

describe('the schematic cells of the sample', () => {
  it('give each of 887 communes and 124 settlements a piece of ground that holds its centroid', () => {
    assert.equal(cells.size, 887 + 124)
    for (const zone of zones) {
      const rings = cells.get(zone.code)
      if (rings) assert.ok(isInside([zone.lon, zone.lat], rings), zone.code)
    }
  })

  it('fill the Pas-de-Calais and Kent: areas add up to the outline’s', () => {
    for (const root of ['62', 'kent'] as const)
      assert.ok(Math.abs(filled(root).ratio - 1) < 0.005, `${root} ${filled(root).ratio}`)
  })

  it('do not overlap: any spot of the outline lies in exactly one cell', () => {
    const all = [...cells.values()]
    for (let i = 0; i < 200; i++) {
      const spot = [1.7 + ((i * 0.618_034) % 1) * 1.2, 50.1 + ((i * 0.754_877) % 1) * 0.8] as const
      if (!isInside(spot, outlines['62'])) continue
      assert.equal(all.filter((rings) => isInside(spot, rings)).length, 1, spot.join(' '))
    }
  })

  it('have borders between the inter-municipal bodies, all inside the outline', () => {
    const epci = new Map(parents.filter((link) => link.hierarchy === 'intercommunal').map((link) => [link.child, link.parent]))
    const borders = buildBorders(zones, '62', (code) => epci.get(code) ?? '')
    assert.ok(borders.length > 300, `${borders.length}`)
    for (const [[x0, y0], [x1, y1]] of borders) {
      assert.ok(x0 > 1.5 && x1 < 3.25 && y0 > 50 && y1 < 51.05)
    }
  })
})
