import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { random } from '#kernel/random.ts'
import { calibration } from '#stats/calibrationResiduals.ts'
import { cube, type Cube, type CubeCell, type CubeRequest } from '#stats/cube.ts'
import { sampleDesign } from '#stats/sampleDesign.ts'
import { addInfluence, sparseMean, type SparseValues } from '#stats/sparseMean.ts'
import { sparseCovariance, sparseDegreesOfFreedom, varianceFrame, type VarianceFrame } from '#stats/sparseVariance.ts'
import { near } from './near.ts'

interface Shape {
  readonly seed: number
  readonly rows: number
  readonly strata: number
  readonly perUnit: number
  readonly calibrated: boolean
  readonly finite: boolean
  readonly compared: boolean
}

const shapes = fc.record({
  seed: fc.integer({ min: 0, max: 1e9 }),
  rows: fc.integer({ min: 12, max: 80 }),
  strata: fc.integer({ min: 1, max: 3 }),
  perUnit: fc.integer({ min: 1, max: 4 }),
  calibrated: fc.boolean(),
  finite: fc.boolean(),
  compared: fc.boolean(),
})

/** Leaves 0 to 3; the whole, single leaves, nested, overlapping with and lying outside the whole, the whole again, more than the whole, nothing. */
const zones = [[0, 1, 2], [0], [1, 2], [2, 3], [3], [2, 0, 1], [0, 1, 2, 3], []]
const groups = 6

function requestOf({ seed, rows, strata, perUnit, calibrated, finite, compared }: Shape): CubeRequest {
  const chance = random(seed)
  const codes = (n: number, from = 0): Int32Array => Int32Array.from({ length: rows }, () => chance.below(n) + from)
  const margin = (n: number) => ({ codes: codes(n), categories: Array.from({ length: n }, (_, i) => `c${i}`) })
  const unit = Array.from({ length: rows }, (_, i) => Math.floor(i / perUnit))
  const stratum = unit.map((u) => u % strata)
  const designWeights = Float64Array.from({ length: rows }, () => 0.5 + chance.next() * 3)
  const weights = designWeights.map((d) => d * (0.5 + chance.next()))
  weights[0] = 0
  const numeric = { values: Float64Array.from({ length: rows }, () => chance.below(30)) }
  const design = sampleDesign({
    unit,
    stratum,
    fraction: finite ? stratum.map((h) => (h === 0 ? 0.6 : 0.1)) : undefined,
    calibration: calibrated ? calibration(designWeights, [margin(3), numeric, margin(4)]) : undefined,
  })
  const score = (missing: number) => () => (chance.next() < missing ? Number.NaN : chance.below(11))
  const column = (missing: number, factor: Float64Array | null): CubeCell => ({
    row: null,
    value: Float64Array.from({ length: rows }, score(missing)),
    factor,
  })
  const some = Int32Array.from(Array.from({ length: rows }, (_, i) => i).filter(() => chance.next() < 0.6))
  const twice = Int32Array.from([...some, ...some.filter(() => chance.next() < 0.4)])
  const factor = Float64Array.from({ length: rows }, () => 1 + chance.below(3))
  const listed = (row: Int32Array, shift: number): CubeCell => ({
    row,
    value: Float64Array.from(row, () => chance.below(11) + shift),
    factor: Float64Array.from(row, () => 1 + chance.next()),
  })
  const table = [column(0, null), column(0, null), column(0.2, null), column(0, null), column(0, factor), column(0, factor)]
  return {
    cells: [...table, listed(some, 0), listed(some, 1e4), listed(twice, 0), listed(new Int32Array(0), 0)],
    weights,
    frame: varianceFrame(design, weights),
    domains: {
      leaf: codes(5, -1),
      leaves: 4,
      zones,
      whole: compared ? 0 : null,
      dimensions: [
        { codes: codes(3, -1), categories: 2 },
        { codes: codes(3), categories: 3 },
      ],
    },
  }
}

/** The same estimates one domain at a time. */
interface Expected {
  readonly n: number
  readonly total: number
  readonly effectiveN: number
  readonly mean: number
  readonly se: number
  readonly df: number
  readonly deviation: number
  readonly deviationSe: number
  readonly covariance: number
}

function valuesOf({ row, value, factor }: CubeCell): SparseValues {
  const known = Array.from({ length: value.length }, (_, k) => k).filter((k) => !Number.isNaN(value[k]))
  return {
    row: Int32Array.from(known, (k) => row?.[k] ?? k),
    value: Float64Array.from(known, (k) => value[k] ?? 0),
    factor: Float64Array.from(known, (k) => factor?.[k] ?? 1),
  }
}

function flagsOf({ domains: { leaf, dimensions } }: CubeRequest, zone: number, group: number): Uint8Array {
  const [first, second] = dimensions
  const belongs = (i: number): boolean =>
    group === 0 || (group <= 2 ? first?.codes[i] === group - 1 : second?.codes[i] === group - 3)
  return Uint8Array.from(leaf, (piece, i) => (zones[zone]?.includes(piece) && belongs(i) ? 1 : 0))
}

function expectedOf(request: CubeRequest, cell: CubeCell, zone: number, group: number): Expected {
  const { weights, frame, domains } = request
  const values = valuesOf(cell)
  const domain = flagsOf(request, zone, group)
  const own = sparseMean(values, weights, domain)
  const df = sparseDegreesOfFreedom(frame, values.row, domain)
  const unknown = { se: Number.NaN, deviation: Number.NaN, deviationSe: Number.NaN, covariance: Number.NaN }
  const { n, total, effectiveN } = own
  const base = { n, total, effectiveN, df, mean: total > 0 ? own.mean : Number.NaN, ...unknown }
  if (!(total > 0 && df > 0)) return base
  const score = new Float64Array(values.row.length)
  addInfluence(score, values, weights, domain, own, 1)
  const difference = score.slice()
  const around = domains.whole === null ? new Uint8Array(domain.length) : flagsOf(request, 0, group)
  const whole = sparseMean(values, weights, around)
  if (whole.total > 0) addInfluence(difference, values, weights, around, whole, -1)
  const variance = sparseCovariance(frame, values.row, score, difference)
  if (!(variance.first > 1e-22)) return base
  const se = Math.sqrt(variance.first)
  if (!(whole.total > 0) || zone === 0 || !(variance.second > 1e-22)) return { ...base, se }
  return {
    ...base,
    se,
    deviation: own.mean - whole.mean,
    deviationSe: Math.sqrt(variance.second),
    covariance: variance.covariance,
  }
}

const place = (out: Cube, cell: number, zone: number, group: number): number => (cell * out.zones + zone) * out.groups + group

function same(actual: number | undefined, expected: number, scale: number, name: string): void {
  if (Number.isNaN(expected)) return assert.equal(actual, Number.NaN, name)
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) <= 1e-9 * scale, `${name} ${actual} is not ${expected}`)
}

/** Every figure of two cubes; the weights of `a` are `scale` times those of `b`. */
function assertEqualCubes(a: Cube, b: Cube, scale = 1): void {
  for (const key of ['n', 'df'] as const) assert.deepEqual(a[key], b[key], key)
  for (const key of ['effectiveN', 'mean', 'se', 'deviation', 'deviationSe', 'covariance'] as const) {
    for (const [i, value] of b[key].entries()) same(a[key][i], value, 1 + Math.abs(value), `${key} ${i}`)
  }
  for (const [i, value] of b.total.entries()) same(a.total[i], value * scale, 1 + Math.abs(value * scale), `total ${i}`)
}

const seeded: Shape = { seed: 7, rows: 60, strata: 2, perUnit: 2, calibrated: true, finite: true, compared: true }

describe('cube of means by zone and group', () => {
  it('equals every domain estimated by itself: strata, clusters, calibration, missing values, repeated rows', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const request = requestOf(shape)
        const out = cube(request)
        assert.equal(out.groups, groups)
        for (const [c, cell] of request.cells.entries()) {
          for (const zone of zones.keys()) {
            for (let group = 0; group < groups; group++) {
              const at = place(out, c, zone, group)
              const expected = expectedOf(request, cell, zone, group)
              const name = `${JSON.stringify(shape)} cell ${c} zone ${zone} group ${group}`
              assert.equal(out.n[at], expected.n, name)
              if (expected.n > 0) assert.equal(out.df[at], expected.df, name)
              same(out.total[at], expected.total, expected.total, `total ${name}`)
              same(out.effectiveN[at], expected.effectiveN, expected.effectiveN, `effective n ${name}`)
              same(out.mean[at], expected.mean, Math.max(1, expected.mean), `mean ${name}`)
              same(out.se[at], expected.se, expected.se, `se ${name}`)
              same(out.deviation[at], expected.deviation, 1e-2 + expected.mean, `deviation ${name}`)
              same(out.deviationSe[at], expected.deviationSe, expected.deviationSe, `deviation se ${name}`)
              same(out.covariance[at], expected.covariance, expected.se * expected.deviationSe, `covariance ${name}`)
            }
          }
        }
      }),
      { numRuns: 60, seed: 20261123 },
    )
  })

  it('does not depend on the order of the rows', () => {
    const request = requestOf(seeded)
    const listed = request.cells.filter((cell) => cell.row !== null)
    const order = (n: number): number[] =>
      random(3).sample(
        Array.from({ length: n }, (_, i) => i),
        n,
      )
    const permuted = listed.map(({ row, value, factor }) => {
      const turned = order(value.length)
      const pick = (from: ArrayLike<number> | null): Float64Array => Float64Array.from(turned, (k) => from?.[k] ?? 1)
      return { row: Int32Array.from(pick(row)), value: pick(value), factor: pick(factor) }
    })
    assertEqualCubes(cube({ ...request, cells: permuted }), cube({ ...request, cells: listed }))
  })

  it('changes no mean, error or deviation when all weights are scaled', () => {
    const { calibration: _, ...plain } = requestOf(seeded).frame.design
    const request = requestOf(seeded)
    const frameOf = (weights: Float64Array): VarianceFrame => varianceFrame(plain, weights)
    const scaled = request.weights.map((w) => w * 1000)
    assertEqualCubes(
      cube({ ...request, weights: scaled, frame: frameOf(scaled) }),
      cube({ ...request, frame: frameOf(request.weights) }),
      1000,
    )
  })

  it('says of a domain equal to the whole that its deviation cannot be estimated', () => {
    const out = cube(requestOf(seeded))
    for (const zone of [0, 5]) {
      for (let group = 0; group < groups; group++) {
        const at = place(out, 0, zone, group)
        assert.ok((out.se[at] ?? 0) > 0)
        for (const key of ['deviation', 'deviationSe', 'covariance'] as const) assert.ok(Number.isNaN(out[key][at]), key)
      }
    }
  })

  it('gives no error to one value, to equal values, to one unit, nor to anything when a stratum has one unit', () => {
    const request = (unit: number[], stratum: number[], value: number[]): CubeRequest => {
      const weights = new Float64Array(value.length).fill(1)
      return {
        cells: [{ row: null, value, factor: null }],
        weights,
        frame: varianceFrame(sampleDesign({ unit, stratum }), weights),
        domains: { leaf: new Int32Array(value.length), leaves: 1, zones: [[0]], whole: null, dimensions: [] },
      }
    }
    const se = (...of: Parameters<typeof request>): number | undefined => cube(request(...of)).se[0]
    near(se([1, 2, 3], [1, 1, 1], [4, 6, 8]) ?? 0, Math.sqrt(4 / 3), 1e-12)
    assert.equal(se([1, 2, 3], [1, 1, 1], [7, 7, 7]), Number.NaN)
    assert.equal(se([1, 2, 3], [1, 1, 1], [7, Number.NaN, Number.NaN]), Number.NaN)
    assert.equal(se([1, 1, 1], [1, 1, 1], [4, 6, 8]), Number.NaN)
    assert.equal(se([1, 2, 3], [1, 1, 2], [4, 6, 8]), Number.NaN)
  })

  it('names a leaf, a zone or a category that does not exist', () => {
    const request = requestOf(seeded)
    const wrong = (more: Partial<CubeRequest['domains']>) => () => cube({ ...request, domains: { ...request.domains, ...more } })
    const codes = new Int32Array(60)
    assert.throws(wrong({ leaves: 3 }), /leaf 3, there are 3/)
    assert.throws(wrong({ leaf: codes.with(4, -2) }), /Row 4 lies in leaf -2/)
    assert.throws(wrong({ zones: [[0], [1, 4]] }), /Zone 1 is made of leaf 4/)
    assert.throws(wrong({ zones: [[1, 1]] }), /Zone 0 is made of leaf 1/)
    assert.throws(wrong({ whole: 8 }), /The whole is zone 8, there are 8/)
    assert.throws(
      wrong({ dimensions: [{ codes: codes.with(2, 3), categories: 3 }] }),
      /Row 2 has category 3, the dimension has 3/,
    )
    assert.throws(wrong({ dimensions: [{ codes: new Int32Array(5), categories: 1 }] }), /60 rows need as many categories, got 5/)
  })
})
