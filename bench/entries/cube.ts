import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cube, type Cube } from '#stats/cube.ts'
import { runCommand } from '../commands.ts'
import { cellCount, cubeSurvey, type CubeSurvey } from '../cubeSurvey.ts'
import { interleave, median, secondsOf, type Say, type Section } from '../harness.ts'
import { peerOfSurvey, peerSkipped, relative } from '../peerOfSurvey.ts'

const respondents = 3000
/** At most four services of 16, a third of the sub-criteria. */
const asAsked = 1 / 12
const rounds = 5
/** The peer does few cells and groups: the whole would take it hours. */
const peerCells = [0, 200, 400]
const peerGroups = [0, 1, 2, 17, 18, 19]
const programs = join(import.meta.dirname, '..', 'programs')

function csv(head: string, rows: readonly (readonly number[])[]): string {
  return `${[head, ...rows.map((row) => row.join(','))].join('\n')}\n`
}

function writeFiles(folder: string, { request, designWeights, margins }: CubeSurvey): void {
  const { leaf, dimensions } = request.domains
  const people = Array.from(leaf, (own, i) => [
    own,
    own,
    dimensions[0]?.codes[i] ?? 0,
    dimensions[4]?.codes[i] ?? 0,
    ...margins.map(({ codes }) => codes[i] ?? 0),
    designWeights[i] ?? 0,
    request.weights[i] ?? 0,
  ])
  const ratings = peerCells.flatMap((c) => {
    const cell = request.cells[c]
    return Array.from(cell?.row ?? [], (row, k) => [c, row + 1, cell?.value[k] ?? 0, cell?.factor?.[k] ?? 1])
  })
  const head = 'stratum,leaf,sex,digital,zone,sexAge,family,activity,design_weight,weight'
  writeFileSync(join(folder, 'people.csv'), csv(head, people))
  writeFileSync(join(folder, 'ratings.csv'), csv('cell,row,score,factor', ratings))
}

/** Greatest relative differences to the peer's figures, over all that it made; of deviations relative to the score. */
function largestDifference(folder: string, own: Cube): { compared: number; scores: number; errors: number } {
  const lines = readFileSync(join(folder, 'estimates.csv'), 'utf8').trim().split('\n').slice(1)
  const found = { compared: lines.length, scores: 0, errors: 0 }
  const at = (values: Float64Array, index: number): number => values[index] ?? Number.NaN
  for (const line of lines) {
    const figures = line.split(',').map(Number) as [number, number, number, number, number, number, number]
    const [cell, zone, group, score, se, deviation, deviationSe] = figures
    const index = (cell * own.zones + zone - 1) * own.groups + (peerGroups[group - 1] ?? 0)
    found.scores = Math.max(found.scores, relative(at(own.mean, index), score))
    found.errors = Math.max(found.errors, relative(at(own.se, index), se))
    if (zone === 1) continue
    found.scores = Math.max(found.scores, Math.abs(at(own.deviation, index) - deviation) / score)
    found.errors = Math.max(found.errors, relative(at(own.deviationSe, index), deviationSe))
  }
  return found
}

/** Most memory of a process that makes the survey and computes the cube, in MB, and what it held before the cube. */
async function memoryOf(share: number): Promise<readonly [peak: number, before: number]> {
  const args = [...process.execArgv, join(programs, 'cube.ts'), String(respondents), String(share)]
  const [, peak = Number.NaN, before = Number.NaN] = (await runCommand(process.execPath, args)).split(' ').map(Number)
  return [peak, before]
}

/** The cube of 3,000 respondents × 576 cells × 25 zones × 20 groups, in full and as asked, against R's survey on a part of it. */
export async function cubeOf3000(say: Say): Promise<Section> {
  const full = cubeSurvey(respondents, 1)
  const asked = cubeSurvey(respondents, asAsked)
  const own = cube(full.request)
  const contenders = (
    [
      ['every cell rated by everybody', full],
      ['as asked, a twelfth of the cells each', asked],
    ] as const
  ).map(([name, { request, ratings }]) => ({
    name: `${name}: ${ratings.toLocaleString('en')} ratings`,
    run: () => secondsOf(() => cube(request)),
  }))
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  try {
    const measurements = await interleave(contenders, rounds, say)
    const peer = await peerOfSurvey('R `survey`, `svyratio`', join(programs, 'cube.R'), [folder])
    if (peer) writeFiles(folder, full)
    const estimates = peerCells.length * own.zones * peerGroups.length
    const theirs = peer
      ? (await interleave([peer], 1, say)).map(({ name, values }) => ({ name, values: values.map((s) => (s / estimates) * 1e6) }))
      : []
    const ours = { name: 'Passerelle', values: (measurements[0]?.values ?? []).map((s) => (s / own.n.length) * 1e6) }
    const same = peer ? largestDifference(folder, own) : null
    const [peak, before] = await memoryOf(1)
    const [peakAsked] = await memoryOf(asAsked)
    const ratio = theirs[0] ? median(theirs[0].values) / median(ours.values) : null
    return {
      title: 'Cube of services, sub-criteria, zones and groups',
      about: `${respondents.toLocaleString('en')} respondents in 20 strata, raked on four margins of 20, 10, 4 and 5 categories, × ${cellCount} cells × ${own.zones} zones × ${own.groups} groups = ${own.n.length.toLocaleString('en')} estimates, each with score, calibrated standard error, deviation from the département in the same group, its standard error, their covariance, n, effective n and degrees of freedom. One thread.`,
      tables: [
        { unit: 'seconds, whole cube', measurements },
        { unit: 'microseconds per estimate', measurements: [...theirs, ours] },
      ],
      notes: [
        `Most memory of the process, with Node and the survey: ${peak} MB (${before} MB before the cube); as asked ${peakAsked} MB.`,
        same && ratio !== null
          ? `The peer made ${estimates.toLocaleString('en')} of the estimates, of ${peerCells.length} cells, all zones and ${peerGroups.length} groups: ${ratio.toFixed(0)} times as long for each. Same result: scores and deviations differ by at most ${same.scores.toExponential(1)}, standard errors by ${same.errors.toExponential(1)} of themselves.`
          : peerSkipped,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
