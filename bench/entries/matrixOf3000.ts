import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Matrix } from '#domain/matrix'
import { questionIndex, type Answers } from '#domain/survey'
import { answerOf, runCommand } from '../commands.ts'
import { growth, interleave, median, secondsOf, type Contender, type Say, type Section } from '../harness.ts'
import { computeMatrix, enlarged, inTerritory, sampleSurvey, type SurveyRows } from '../survey.ts'

const rounds = 5
/** The peer takes most of a minute. */
const peerRounds = 3
const sizes = [1, 2, 4, 8]
const script = join(import.meta.dirname, '..', 'programs', 'matrix.R')

function csv(head: string, rows: readonly (readonly (string | number | null)[])[]): string {
  return `${[head, ...rows.map((row) => row.join(','))].join('\n')}\n`
}

/** The same survey as files for the peer: people, one row per score, margins. */
function writeFiles(folder: string, rows: SurveyRows, answers: Answers, inside: Uint8Array): void {
  const people = rows.respondents.map(({ stratum, sex, age, activity, family, designWeight }, i) => [
    stratum,
    `${sex}:${age}`,
    activity,
    family,
    designWeight,
    inside[i] ?? 0,
  ])
  const ratings = [...answers.ratings].flatMap(([cell, { respondent, score, factor }]) =>
    Array.from(respondent, (row, i) => [cell, row + 1, score[i] ?? 0, factor[i] ?? 1]),
  )
  const margins = rows.margins.map(({ variable, category, total }) => [variable, category, total])
  writeFileSync(join(folder, 'people.csv'), csv('stratum,sexAge,activity,family,design_weight,inside', people))
  writeFileSync(join(folder, 'ratings.csv'), csv('cell,row,score,factor', ratings))
  writeFileSync(join(folder, 'margins.csv'), csv('variable,category,total', margins))
}

interface Difference {
  readonly cells: number
  readonly estimates: number
  readonly errors: number
}

const apart = (own: number | null, other: number | undefined): number => Math.abs((own ?? Number.NaN) - (other ?? Number.NaN))

/** Largest differences between the peer's figures and ours, over all cells that ours estimates. */
function largestDifference(folder: string, matrix: Matrix): Difference {
  const lines = readFileSync(join(folder, 'estimates.csv'), 'utf8').trim().split('\n').slice(1)
  const theirs = new Map(lines.map((line) => line.split(',').map(Number)).map(([cell, ...figures]) => [cell, figures]))
  const found = { cells: 0, estimates: 0, errors: 0 }
  for (const cell of matrix.cells) {
    if (cell.deviationSe === null) continue
    const [score, se, deviation, deviationSe] = theirs.get(questionIndex(cell.service, cell.item)) ?? []
    found.cells++
    found.estimates = Math.max(found.estimates, apart(cell.score, score), apart(cell.deviation, deviation))
    found.errors = Math.max(found.errors, apart(cell.se, se), apart(cell.deviationSe, deviationSe))
  }
  return found
}

async function peerOf(folder: string): Promise<Contender | null> {
  const found = await answerOf('Rscript', ['-e', 'cat(requireNamespace("survey", quietly = TRUE))'])
  return found === 'TRUE'
    ? { name: 'R `survey`', run: async () => Number.parseFloat(await runCommand('Rscript', [script, folder])) }
    : null
}

/** Survey to matrix for 3,000 respondents, against R's survey on the same rows, and how the cost grows with their number. */
export async function matrixOf3000(say: Say): Promise<Section> {
  const { rows, zones } = sampleSurvey()
  const first = computeMatrix(rows, zones)
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  try {
    writeFiles(folder, rows, first.answers, inTerritory(first.answers, zones))
    const ours = { name: 'Passerelle', run: () => secondsOf(() => computeMatrix(rows, zones)) }
    const peer = await peerOf(folder)
    const measurements = await interleave(peer ? [peer, ours] : [ours], peerRounds, say)
    const bySize = await interleave(
      sizes.map((times) => {
        const larger = enlarged(rows, times)
        const name = `${(times * rows.respondents.length).toLocaleString('en')} respondents`
        return { name, run: () => secondsOf(() => computeMatrix(larger, zones)) }
      }),
      rounds,
      say,
    )
    const slope = growth(bySize.map(({ values }, i) => [sizes[i] ?? 1, median(values)]))
    const same = peer ? largestDifference(folder, first.matrix) : null
    return {
      title: 'Matrix of 3,000 respondents',
      about: `Seconds from rows in memory to the result: raking on four margins, ${first.matrix.cells.length} cells with score, deviation, both standard errors and covariance; ours judges the levels too. ${rows.respondents.length.toLocaleString('en')} respondents, ${rows.ratings.length.toLocaleString('en')} scores. The peer's start and reading of files are not counted.`,
      tables: [
        { unit: 'seconds', measurements },
        { unit: 'seconds, growing', measurements: bySize },
      ],
      notes: [
        `Cost grows as respondents^${slope.toFixed(2)} from ${sizes[0]} to ${sizes.at(-1)} times the survey.`,
        same
          ? `Same result over ${same.cells} cells: scores and deviations differ by at most ${same.estimates.toExponential(1)}, standard errors by ${same.errors.toExponential(1)}.`
          : 'Peer skipped: Rscript with the package survey is not installed.',
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
