import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { crosstabDocument } from '#app/toolbox/crosstabContract.ts'
import { estimateDocument, type EstimateRow } from '#app/toolbox/estimateContract.ts'
import { weighDocument } from '#app/toolbox/weighContract.ts'
import { runToolbox } from '#tests/toolbox.ts'

const schools = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'survey')
const skip = existsSync(join(schools, 'apisrs.csv'))
  ? false
  : 'the school samples (../shared/data/survey) are not on this machine'
const srs = [join(schools, 'apisrs.csv'), '--weights', 'pw', '--fpc', 'fpc']
const strat = [join(schools, 'apistrat.csv'), '--weights', 'pw', '--fpc', 'fpc', '--strata', 'stype']

function near(actual: number | null | undefined, expected: number, relative = 1e-6): void {
  assert.ok(
    typeof actual === 'number' && Math.abs(actual - expected) <= relative * Math.abs(expected),
    `${actual} instead of ${expected}`,
  )
}

describe('vectors of METHODS 3 to 5 by the commands', { skip }, () => {
  let folder = ''
  let margins = ''
  let api = ''

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'passerelle-schools-'))
    margins = join(folder, 'margins.csv')
    api = join(folder, 'api.csv')
    const stype = 'variable,category,total\nstype,E,4421\nstype,H,755\nstype,M,1018\n'
    writeFileSync(margins, `${stype}sch.wide,No,1072\nsch.wide,Yes,5122\n`)
    writeFileSync(api, `${stype}api99,,3914069\n`)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const rows = async (...args: string[]): Promise<readonly EstimateRow[]> => {
    const { stdout, stderr, code } = await runToolbox(['estimate', ...args, '--json'])
    assert.equal(code, 0, stderr)
    return estimateDocument.parse(JSON.parse(stdout)).rows
  }
  const weighed = async (...args: string[]) => {
    const { stdout, stderr } = await runToolbox(['weigh', join(schools, 'apisrs.csv'), '--weights', 'pw', ...args, '--json'])
    assert.notEqual(stdout, '', stderr)
    return weighDocument.parse(JSON.parse(stdout))
  }

  // R survey 4.1.1: calibrate(…, calfun, bounds = c(L, U), epsilon = 1e-10).
  for (const [method, bounds, value, se] of [
    ['linear', '0.9,1.1', 663.523586957, 1.855312133],
    ['linear', '0.93,1.09', 663.503634335, 1.853175405],
    ['raking', '0.9,1.12', 663.518367801, 1.854304022],
  ] as const)
    it(`calibrated ${method}, held at ${bounds}`, async () => {
      const way = ['--margins', api, '--method', method, '--bounds', bounds]
      const [mean] = await rows(...srs, '--mean', 'api00', ...way)
      near(mean?.value, value, 1e-9)
      near(mean?.se, se, 1e-8)
      const document = await weighed(...way)
      const [lower, upper] = bounds.split(',').map(Number)
      assert.deepEqual([document.gMin, document.gMax], [lower, upper])
    })

  it('raked on two margins', async () => {
    const document = await weighed('--margins', margins)
    assert.ok(document.converged && document.maxRelativeError < 1e-8)
    near(document.deff, 1.00094659752, 1e-9)
    near((document.gMin ?? 0) * 30.97, 28.9107683, 1e-8)
    near((document.gMax ?? 0) * 30.97, 31.5292441, 1e-8)
    const [mean] = await rows(...srs, '--mean', 'api00', '--margins', margins)
    for (const [name, value] of [
      ['value', 657.7915463],
      ['se', 8.82568],
      ['lower', 640.38769177],
      ['upper', 675.195400894],
    ] as const)
      near(mean?.[name], value)
    assert.equal(mean?.deff, null)
    const [total] = await rows(...srs, '--total', 'enroll', '--margins', margins)
    near(total?.value, 3601227.323)
    near(total?.se, 121701.6923)
    const types = await rows(...srs, '--by', 'stype', '--mean', 'api00', '--margins', margins)
    assert.deepEqual(
      types.map(({ domain }) => domain),
      ['E', 'H', 'M'],
    )
    for (const [k, value, se] of [
      [0, 666.928023713, 11.0375141799],
      [1, 605.884071928, 21.5229776481],
      [2, 656.610580392, 20.9216177762],
    ] as const) {
      near(types[k]?.value, value)
      near(types[k]?.se, se)
    }
  })

  it('calibrated on types and an earlier score', async () => {
    const [raking] = await rows(...srs, '--mean', 'api00', '--margins', api)
    near(raking?.value, 663.5196875)
    near(raking?.se, 1.85423, 5e-6)
    const [logit] = await rows(...srs, '--mean', 'api00', '--margins', api, '--method', 'logit', '--bounds', '0.6,1.6')
    near(logit?.value, 663.5201764)
    near(logit?.se, 1.85434, 5e-6)
    const { gMin, gMax } = await weighed('--margins', api, '--method', 'logit', '--bounds', '0.6,1.6')
    near(gMin, 0.886337)
    near(gMax, 1.134565)
  })

  it('estimates, intervals and design effect of the stratified sample', async () => {
    const [mean] = await rows('--mean', 'api00', ...strat)
    for (const [name, value] of [
      ['value', 662.287363159],
      ['se', 9.408940803],
      ['deff', 1.20446],
      ['lower', 643.732188272],
      ['upper', 680.842538047],
    ] as const)
      near(mean?.[name], value, 3e-6)
    assert.equal(mean?.df, 197)
    const [logit] = await rows('--proportion', 'sch.wide=Yes', ...strat)
    near(logit?.value, 0.827948006)
    near(logit?.lower, 0.774539654)
    near(logit?.upper, 0.870814855)
    const [beta] = await rows('--proportion', 'sch.wide=Yes', ...strat, '--interval', 'beta')
    near(beta?.lower, 0.774171329)
    near(beta?.upper, 0.873431593)
    const types = await rows('--by', 'stype', '--mean', 'api00', ...strat)
    assert.deepEqual(
      types.map(({ se }) => se?.toFixed(6)),
      ['12.382480', '14.937129', '16.214707'],
    )
  })

  it('a domain has its own degrees of freedom and n', async () => {
    const [, high] = await rows('--proportion', 'sch.wide=Yes', '--by', 'stype', ...srs)
    assert.equal(high?.df, 24)
    near(high?.value, 0.48)
    near(high?.lower, 0.29010906)
    near(high?.upper, 0.67585094)
    const [, beta] = await rows('--proportion', 'sch.wide=Yes', '--by', 'stype', '--interval', 'beta', ...srs)
    near(beta?.lower, 0.28067278)
    near(beta?.upper, 0.6841, 1e-5)
  })

  it('tests independence', async () => {
    const table = async (args: readonly string[]) => {
      const { stdout } = await runToolbox(['crosstab', ...args, '--rows', 'sch.wide', '--columns', 'stype', '--json'])
      return crosstabDocument.parse(JSON.parse(stdout))
    }
    const stratified = await table(strat)
    near(stratified.F, 17.24744396)
    near(stratified.ndf, 1.828671504)
    near(stratified.ddf, 360.248286)
    const simple = await table(srs)
    near(simple.F, 13.48219615)
    near(simple.ndf, 2)
    near(simple.ddf, 398)
  })
})
