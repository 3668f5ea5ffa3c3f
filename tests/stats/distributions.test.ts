import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bracketedNewton } from '#stats/bracketedNewton.ts'
import { betaQuantile, betaTails, incompleteBeta } from '#stats/incompleteBeta.ts'
import { normalCdf, normalDensity, normalQuantile } from '#stats/normal.ts'
import { studentTCdf, studentTQuantile } from '#stats/studentT.ts'
import { near, within } from './near.ts'

// Reference values: R 4's pnorm, qnorm, pt, qt, pbeta, qbeta at 17 digits.
const PNORM = [
  [-37, 5.725571222524577e-300],
  [-10, 7.619853024160527e-24],
  [-6, 9.86587645037698e-10],
  [-5, 2.866515718791939e-7],
  [-1.96, 0.024997895148220428],
  [-0.5, 0.30853753872598688],
  [0, 0.5],
  [0.3, 0.61791142218895267],
  [1.2, 0.88493032977829178],
  [3, 0.9986501019683699],
  [6, 0.9999999990134123],
] as const
const QNORM = [
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798405],
  [1e-5, -4.2648907939228256],
  [0.01, -2.3263478740408408],
  [0.2, -0.8416212335729142],
  [0.5, 0],
  [0.975, 1.959963984540054],
] as const
const PT = [
  [-40, 0.5, 0.05070489996474719],
  [-40, 197, 8.128478329956143e-97],
  [-2, 1, 0.1475836176504332],
  [-2, 5000, 0.02277712999414698],
  [-0.1, 2.5, 0.4639032720312448],
  [-0.1, 5000, 0.46017416728286575],
  [1.5, 0.5, 0.7460491046759458],
  [1.5, 2.5, 0.8760817734568519],
  [1.5, 197, 0.9323923446368201],
  [1.5, 20001, 0.9331849067257538],
  [1.5, 1000000, 0.9331926408816036],
  [3, 7, 0.9900289369340037],
  [3, 5000, 0.9986434454878571],
  [3, 20001, 0.9986484395640871],
] as const
const QT = [
  [1e-10, 2.5, -8765.437771364597],
  [1e-10, 197, -6.7116943446170385],
  [1e-10, 20001, -6.364639496368644],
  [0.005, 24, -2.796939504774456],
  [0.005, 20001, -2.576075140724291],
  [0.005, 1000000, -2.5758342201053335],
  [0.025, 2.5, -3.574654842003693],
  [0.3, 1, -0.726542528005361],
  [0.3, 197, -0.5252500938619021],
  [0.3, 19999, -0.5244088708384509],
  [0.9, 197, 1.285863694263012],
  [0.9, 5000, 1.2817209053357186],
  [0.9, 1000000, 1.2815524121299389],
  [0.975, 197, 1.972079033778501],
  [0.975, 20001, 1.9600825992270474],
  [0.975, 1000000, 1.9599663568141066],
] as const
const PBETA = [
  [1e-8, 0.01, 20, 0.8617339502592399],
  [0.01, 0.01, 0.5, 0.942044441617602],
  [0.01, 0.01, 20, 0.9876227858443558],
  [0.01, 0.5, 20, 0.47136993548501577],
  [0.01, 2, 1, 0.0001000000000000001],
  [0.3, 0.5, 0.5, 0.36901011956554525],
  [0.5, 0.01, 0.5, 0.9826542679422658],
  [0.5, 0.5, 1, Math.SQRT1_2],
  [0.5, 2, 20, 0.9999895095825195],
  [0.5, 30, 0.5, 1.3302059355529234e-10],
  [0.5, 1000, 300, 7.729377917944315e-89],
  [0.9, 30, 1, 0.04239115827521624],
  [0.999, 0.01, 0.5, 0.9993759445424848],
  [0.999, 1000, 1, 0.36769542477096373],
] as const
const QBETA = [
  [1e-6, 0.5, 0.5, 2.46740110027031e-12],
  [1e-6, 0.5, 300, 2.6201764478252033e-15],
  [1e-6, 30, 0.5, 0.6689631989024646],
  [1e-6, 1000, 20, 0.9527815585796946],
  [0.025, 30, 1, 0.8842966917779722],
  [0.025, 30, 20, 0.4623854909202294],
  [0.025, 30, 300, 0.0623694101577738],
  [0.025, 1000, 0.5, 0.9974905828382366],
  [0.025, 1000, 300, 0.7459504403133431],
  [0.5, 0.5, 20, 0.011450256705575926],
  [0.5, 1000, 1, 0.9993070929904525],
  [0.975, 0.1, 300, 0.003259253762529718],
  [0.975, 0.5, 1, 0.9506249999999999],
  [0.975, 30, 20, 0.7300329393687016],
] as const

const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true })

describe('normal distribution', () => {
  it('reproduces R pnorm, its far lower tail included', () => {
    for (const [x, expected] of PNORM) near(normalCdf(x), expected, 1e-14, `pnorm(${x})`)
  })

  it('reproduces R qnorm', () => {
    for (const [p, expected] of QNORM) near(normalQuantile(p), expected, 1e-14, `qnorm(${p})`)
  })

  it('ends at 0 and 1, keeps NaN, and refuses what is no probability', () => {
    assert.equal(normalCdf(-Infinity), 0)
    assert.equal(normalCdf(Infinity), 1)
    assert.equal(normalCdf(-40), 0)
    assert.ok(Number.isNaN(normalCdf(Number.NaN)))
    assert.equal(normalQuantile(0), -Infinity)
    assert.equal(normalQuantile(1), Infinity)
    for (const p of [-0.1, 1.1, Number.NaN]) assert.throws(() => normalQuantile(p), RangeError)
  })

  it('has a quantile that undoes it, and symmetric tails', () => {
    fc.assert(
      fc.property(probability, (p) => {
        near(normalCdf(normalQuantile(p)), p, 1e-12)
        near(normalCdf(-2 * p) + normalCdf(2 * p), 1, 1e-15)
      }),
      { seed: 1 },
    )
  })

  it('has its density as derivative', () => {
    for (const x of [-3, -0.4, 0.6, 2]) near((normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5, normalDensity(x), 1e-8)
  })
})

describe('incomplete beta', () => {
  it('reproduces R pbeta', () => {
    for (const [x, a, b, expected] of PBETA) near(incompleteBeta(x, a, b), expected, 1e-12, `pbeta(${x}, ${a}, ${b})`)
  })

  it('keeps its digits at shapes of a hundred million, near the mean', () => {
    near(incompleteBeta(0.5, 1e8, 1e8 + 1e4), 0.7602444471904719, 1e-12)
    near(incompleteBeta(0.49995, 1e8, 1e8), 0.0786496032657004, 1e-11)
    near(incompleteBeta(0.3, 3e5, 7e5 + 500), 0.6283746653123878, 1e-12)
  })

  it('reproduces R qbeta', () => {
    for (const [p, a, b, expected] of QBETA) near(betaQuantile(p, a, b), expected, 1e-12, `qbeta(${p}, ${a}, ${b})`)
  })

  it('is exact at its ends and in the documented example', () => {
    const { lower, upper, kernel } = betaTails(0.5, 0.5, 2, 3)
    near(lower, 0.6875, 1e-15)
    near(upper, 0.3125, 1e-14)
    near(kernel, 0.375, 1e-14)
    assert.deepEqual(
      [incompleteBeta(-1, 2, 3), incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3), incompleteBeta(2, 2, 3)],
      [0, 0, 1, 1],
    )
    assert.deepEqual([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)], [0, 1])
    assert.ok(Number.isNaN(betaTails(0, Number.NaN, 1, 1).lower))
    assert.deepEqual(betaTails(Number.NaN, 0.5, 1, 1), { lower: Number.NaN, upper: Number.NaN, kernel: Number.NaN })
    assert.deepEqual(
      [betaTails(0, 1, 2, 3), betaTails(1, 0, 2, 3)].map((tails) => [tails.lower, tails.upper, tails.kernel]),
      [
        [0, 1, 0],
        [1, 0, 0],
      ],
    )
  })

  it('refuses shapes and probabilities that are none', () => {
    for (const [a, b] of [
      [0, 1],
      [1, 0],
      [-1, 1],
      [Number.NaN, 1],
      [1, Infinity],
      [Infinity, 1],
    ] as const) {
      assert.throws(() => incompleteBeta(0.5, a, b), /two positive finite shapes/)
      assert.throws(() => betaQuantile(0.5, a, b), /two positive finite shapes/)
    }
    for (const p of [-0.1, 1.1, Number.NaN]) assert.throws(() => betaQuantile(p, 1, 1), /between 0 and 1, got/)
  })

  it('mirrors: I_x(a, b) + I_(1-x)(b, a) = 1, and has a quantile that undoes it', () => {
    const shape = fc.double({ min: 0.2, max: 500, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (p, a, b) => {
        within(incompleteBeta(p, a, b) + incompleteBeta(1 - p, b, a), 1, 1e-12)
        const x = betaQuantile(p, a, b)
        if (x < 0.999999) near(incompleteBeta(x, a, b), p, 1e-9)
      }),
      { seed: 2 },
    )
  })
})

describe("Student's t", () => {
  it('reproduces R pt', () => {
    for (const [t, df, expected] of PT) near(studentTCdf(t, df), expected, 1e-12, `pt(${t}, ${df})`)
  })

  it('reproduces R qt', () => {
    for (const [p, df, expected] of QT) near(studentTQuantile(p, df), expected, 1e-12, `qt(${p}, ${df})`)
  })

  it('is the Cauchy distribution at one degree of freedom, the middle included', () => {
    for (const p of [1e-9, 0.1, 0.3, 0.5 - 1e-9, 0.5 + 1e-7, 0.75, 0.9999]) {
      near(
        studentTQuantile(p, 1),
        Math.abs(p - 0.5) < 0.1 ? Math.tan(Math.PI * (p - 0.5)) : -1 / Math.tan(Math.PI * p),
        1e-12,
        `p ${p}`,
      )
    }
  })

  it('is normal at infinity and joins its two ways smoothly at 20,000 degrees', () => {
    assert.equal(studentTCdf(-1.5, Infinity), normalCdf(-1.5))
    assert.equal(studentTQuantile(0.2, Infinity), normalQuantile(0.2))
    for (const t of [0.1, 1, 2, 6, 30]) near(studentTCdf(-t, 20_000.001), studentTCdf(-t, 19_999.999), 2e-5 * t)
    for (const t of [0.1, 1, 2, 6]) {
      const [before, at, after] = [studentTCdf(-t, 19_999), studentTCdf(-t, 20_000), studentTCdf(-t, 20_001)]
      near(after - at, at - before, 1e-2, `difference at ${t}`)
    }
  })

  it('keeps its digits at many degrees of freedom', () => {
    near(studentTCdf(-2.5, 1e5), 0.00621045959627952, 1e-12)
  })

  it('answers at the ends and refuses nonsense', () => {
    assert.equal(studentTCdf(-Infinity, 3), 0)
    assert.equal(studentTCdf(Infinity, 3), 1)
    assert.equal(studentTCdf(0, 3), 0.5)
    assert.ok(Number.isNaN(studentTCdf(Number.NaN, 3)))
    assert.deepEqual([studentTQuantile(0, 3), studentTQuantile(0.5, 3), studentTQuantile(1, 3)], [-Infinity, 0, Infinity])
    for (const df of [0, -1, Number.NaN]) {
      assert.throws(() => studentTCdf(1, df), /degrees of freedom above 0, got/)
      assert.throws(() => studentTQuantile(0.4, df), /degrees of freedom above 0, got/)
    }
    for (const p of [-0.1, 1.1, Number.NaN]) assert.throws(() => studentTQuantile(p, 5), /between 0 and 1, got/)
  })

  it('has a quantile that undoes it', () => {
    fc.assert(
      fc.property(probability, fc.double({ min: 0.3, max: 1e6, noNaN: true }), (p, df) => {
        near(studentTCdf(studentTQuantile(p, df), df), p, 1e-10)
      }),
      { seed: 3 },
    )
  })
})

describe('bracketed Newton', () => {
  it('finds a root where Newton alone would leave or cycle', () => {
    near(
      bracketedNewton((x) => ({ value: x * x - 2, derivative: 2 * x }), 0, 2, 1),
      Math.SQRT2,
      1e-15,
    )
    near(
      bracketedNewton((x) => ({ value: Math.cbrt(x - 1), derivative: 1e-9 }), -50, 80, 20),
      1,
      1e-12,
    )
    near(
      bracketedNewton((x) => ({ value: Math.atan(x - 3), derivative: 1 / (1 + (x - 3) ** 2) }), -1000, 1000, 900),
      3,
      1e-14,
    )
    assert.equal(
      bracketedNewton((x) => ({ value: x - 5, derivative: 1 }), 0, 10, 5),
      5,
    )
  })

  it('takes few steps where the slope is good, and starts inside its bracket', () => {
    const count = (start: number, root: number) => {
      let calls = 0
      const found = bracketedNewton(
        (x) => {
          calls++
          assert.ok(x >= -root && x <= 2 * root)
          return { value: x * x * x - root ** 3, derivative: 3 * x * x }
        },
        -root,
        2 * root,
        start,
      )
      near(found, root, 1e-15)
      return calls
    }
    for (const root of [1e-6, 1, 1e6])
      for (const start of [1.5 * root, 9 * root]) assert.ok(count(start, root) < 14, `from ${start}`)
    assert.ok(count(-5, 1) < 60)
  })
})
