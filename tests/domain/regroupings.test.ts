import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  changedFigures,
  crosswalk,
  giniKept,
  mergeCuts,
  mergeGroups,
  mergeTree,
  refreshGroups,
  type AreaFigures,
  type GroupsToMerge,
  type ScaledVariable,
  type Segment,
  type SegmentArea,
} from '#domain/segments'
import { figuresOf } from '#tests/areaFigures.ts'
import { kmeans } from '#stats/kmeans.ts'

const stop = { maxIterations: 100, tolerance: 1e-9 }

const scaledBy = (figures: AreaFigures): ScaledVariable[] => figures.variables.map((each) => ({ ...each, offset: 0, span: 1 }))

/** Four types on a line, two areas each, at 0, 1, 10 and 14. */
function fourTypes(): GroupsToMerge {
  const figures = figuresOf([[0], [0.2], [1], [1.2], [10], [10.2], [14], [14.2]])
  return {
    number: 1,
    figures,
    variables: scaledBy(figures),
    points: { n: 8, d: 1, values: figures.values },
    of: Int32Array.of(0, 0, 1, 1, 2, 2, 3, 3),
    level: 1,
  }
}

const free = { mustMerge: [], cannotMerge: [] }

describe('merging groups', () => {
  it('joins what is nearest, numbers the new groups by their areas and says what is kept', () => {
    const { record, segments, areas } = mergeGroups(fourTypes(), 3, free)
    assert.deepEqual(record.into, [0, 0, 1, 2])
    assert.deepEqual(
      segments.map((each) => each.areas),
      [4, 2, 2],
    )
    assert.deepEqual(
      areas.map(({ segments: [group] }) => group),
      [0, 0, 0, 0, 1, 1, 2, 2],
    )
    // Between types: 2 x (6.25^2 + 5.25^2 + 3.75^2 + 7.75^2); lost: 2 x 2 / 4 x 1.
    assert.ok(Math.abs(record.varianceKept - (1 - 1 / (2 * (39.0625 + 27.5625 + 14.0625 + 60.0625)))) < 1e-12)
  })

  it('holds locks, and refuses those that contradict each other or the number', () => {
    const locked = mergeGroups(fourTypes(), 2, { mustMerge: [[0, 3]], cannotMerge: [[0, 1]] })
    assert.equal(locked.record.into[0], locked.record.into[3])
    assert.notEqual(locked.record.into[0], locked.record.into[1])
    const refusal = (k: number, locks: Parameters<typeof mergeGroups>[2]) => () => mergeGroups(fourTypes(), k, locks)
    assert.throws(refusal(2, { mustMerge: [[0, 1]], cannotMerge: [[1, 0]] }), { code: 'segments.locksConflict' })
    assert.throws(refusal(4, { mustMerge: [[0, 1]], cannotMerge: [] }), { code: 'segments.cutImpossible' })
    assert.throws(refusal(1, free), { code: 'segments.cutImpossible' })
  })

  it('tells the Gini kept by service: all of it where merged types use a service alike', () => {
    const { of, figures } = fourTypes()
    const areas = { of, people: figures.people }
    const alike = { service: 'alike', users: [4, 4, 4, 4, 1, 1, 1, 1] }
    const apart = { service: 'apart', users: [8, 8, 0, 0, 1, 1, 1, 1] }
    const [first, second] = giniKept({ ...areas, into: [0, 0, 1, 1] }, [alike, apart])
    assert.ok(Math.abs((first?.kept ?? 0) - 1) < 1e-12)
    assert.ok((second?.kept ?? 1) < 0.6)
    const cuts = mergeCuts(mergeTree(fourTypes(), free), areas, [alike, apart])
    assert.deepEqual(
      cuts.map(({ k }) => k),
      [4, 3, 2],
    )
    assert.equal(cuts[0]?.giniKept, 1)
  })

  it('never keeps more with fewer groups', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
      minLength: 6,
      maxLength: 20,
    })
    fc.assert(
      fc.property(rows, (given) => {
        const figures = figuresOf(given)
        const of = Int32Array.from(given, (_, i) => i % 5)
        const points = { n: given.length, d: 2, values: figures.values }
        const users = { service: 'any', users: given.map(([x]) => x) }
        const cuts = mergeCuts(mergeTree({ points, of }, free), { of, people: figures.people }, [users])
        for (const [i, cut] of cuts.entries()) {
          assert.ok(cut.varianceKept <= (cuts[i - 1]?.varianceKept ?? 1) + 1e-9)
          assert.ok((cut.giniKept ?? 0) <= (cuts[i - 1]?.giniKept ?? 1) + 1e-9)
        }
      }),
      { numRuns: 60, seed: 5 },
    )
  })
})

const area = (zone: string, group: number, people: number): SegmentArea => ({
  zone,
  segments: [group],
  distance: 0,
  second: null,
  separation: null,
  people,
  households: 1,
})

describe('a crosswalk', () => {
  it('counts people and areas between groups, and the areas that only one version has', () => {
    const before = [area('a', 0, 9), area('b', 0, 9), area('c', 1, 9), area('old', 1, 9)]
    const after = [area('a', 1, 30), area('b', 0, 10), area('c', 0, 60), area('new', 0, 5)]
    const found = crosswalk({ areas: before, level: 1 }, { areas: after, level: 1 })
    assert.deepEqual(found.rows, [
      { from: 0, to: 0, areas: 1, people: 10, ofFrom: 0.25, ofTo: 1 / 7 },
      { from: 0, to: 1, areas: 1, people: 30, ofFrom: 0.75, ofTo: 1 },
      { from: 1, to: 0, areas: 1, people: 60, ofFrom: 1, ofTo: 6 / 7 },
    ])
    assert.deepEqual([found.areas, found.people, found.lost, found.added], [3, 100, 1, 1])
    assert.deepEqual(found.matched, [1, 0])
    assert.ok(Math.abs(found.moved - 0.1) < 1e-12)
  })
})

const segment = (level: number, number: number, parent: number | null, centroid: readonly number[]): Segment => ({
  level,
  number,
  letter: String.fromCodePoint(65 + number),
  name: { fr: `g${number}`, en: `g${number}` },
  parent,
  areas: 2,
  people: 20,
  households: 8,
  centroid,
})

describe('refreshing groups', () => {
  const settings = {
    dataset: 'test',
    variables: [],
    transform: 'none',
    scale: 'none',
    levels: [2],
    restarts: 5,
    seed: 1,
    ...stop,
  } as const
  const cluster = async (points: Parameters<typeof kmeans>[0], k: number, seed: number) =>
    kmeans(points, { k, restarts: 5, seed, ...stop })
  const refreshed = (rows: readonly (readonly number[])[], segments: readonly Segment[], mode: 'frozen' | 'free') => {
    const figures = figuresOf(rows)
    const points = { n: rows.length, d: 1, values: figures.values }
    return refreshGroups({ segments, merged: null, variables: scaledBy(figures), settings, figures, points }, mode, cluster)
  }
  const groups = (areas: readonly SegmentArea[]) => areas.map(({ segments: held }) => held.at(-1))

  it('with frozen centroids lets areas change groups and keeps the groups', async () => {
    const { segments, areas } = await refreshed(
      [[0], [1], [6], [10]],
      [segment(1, 0, null, [0]), segment(1, 1, null, [10])],
      'frozen',
    )
    assert.deepEqual(groups(areas), [0, 0, 1, 1])
    assert.deepEqual(
      segments.map(({ centroid, areas: count }) => [centroid, count]),
      [
        [[0], 2],
        [[10], 2],
      ],
    )
    assert.equal(areas[2]?.distance, 4)
  })

  it('looks below the group above alone, as the classification was built', async () => {
    // 5.4 is nearest to the part at 6 of the second group, but belongs to the first group above.
    const nested = [
      segment(1, 0, null, [3]),
      segment(1, 1, null, [8]),
      segment(2, 0, 0, [0]),
      segment(2, 1, 0, [4]),
      segment(2, 2, 1, [6]),
    ]
    const { areas } = await refreshed([[5.4], [0], [9]], nested, 'frozen')
    assert.deepEqual(areas[0]?.segments, [0, 1])
  })

  it('free, moves the groups and gives each the number of the one it took most people from', async () => {
    const { segments, areas } = await refreshed(
      [[20], [20.4], [12], [12.2]],
      [segment(1, 0, null, [10]), segment(1, 1, null, [21])],
      'free',
    )
    assert.deepEqual(groups(areas), [1, 1, 0, 0])
    assert.deepEqual(
      segments.map(({ centroid, letter }) => [letter, centroid]),
      [
        ['A', [12.1]],
        ['B', [20.2]],
      ],
    )
  })

  it('names the figures that left their interval and no other', () => {
    const before = figuresOf([
      [10, 50],
      [12, 52],
      [11, 48],
    ])
    const after = figuresOf([
      [20, 50],
      [22, 52],
      [21, 49],
    ])
    const of = [0, 0, 0]
    const found = changedFigures({ figures: before, of }, { figures: after, of }, 1)
    assert.deepEqual(
      found.map(({ measure, after: now }) => [measure, now]),
      [['theme0.v0', 21]],
    )
    // Mean 11, standard error 1 / sqrt(3).
    assert.ok(Math.abs((found[0]?.upper ?? 0) - (11 + 1.959963984540054 / Math.sqrt(3))) < 1e-12)
    assert.deepEqual(changedFigures({ figures: before, of }, { figures: before, of }, 1), [])
  })
})
