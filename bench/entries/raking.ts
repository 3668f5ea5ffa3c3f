import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { random } from '#kernel/random.ts'
import { rake, type RakeInput, type RakeMargin, type RakeResult } from '#stats/rake.ts'
import { answerOf, runCommand } from '../commands.ts'
import { growth, interleave, median, secondsOf, type Contender, type Say, type Section } from '../harness.ts'

const respondents = 1_000_000
const rounds = 7
/** The peer takes a minute or two. */
const peerRounds = 2
const sizes = [10_000, 30_000, 100_000, 300_000, 1_000_000]
const script = join(import.meta.dirname, '..', 'programs', 'raking.R')

/** Ten margins as surveys have them, with their number of categories. */
const variables = {
  sex: 2,
  age: 8,
  activity: 6,
  family: 5,
  zone: 12,
  housing: 3,
  car: 3,
  education: 4,
  origin: 5,
  digital: 4,
} as const

/**
 * Respondents whose answers hang together (each has a standing that all variables lean on), with unequal design weights, and a population in
 * which every category weighs up to half more or less than in the sample.
 */
function surveyOf(rows: number): RakeInput {
  const chance = random(62)
  const weights = Float64Array.from({ length: rows }, () => 20 + 60 * chance.next())
  const standing = Float64Array.from({ length: rows }, () => chance.next())
  const coded = Object.entries(variables).map(([variable, size]) => {
    const codes = Int32Array.from(standing, (lean) =>
      Math.floor(size * (chance.next() < 0.3 ? lean : chance.next() ** 1.3) * 0.999_999),
    )
    return { variable, size, codes, pull: Array.from({ length: size }, () => 0.5 + chance.next()) }
  })
  const goal = weights.map((weight, row) =>
    coded.reduce((product, { codes, pull }) => product * (pull[codes[row] ?? 0] ?? 1) ** 0.5, weight),
  )
  const margins = coded.map(({ variable, size, codes }): RakeMargin => {
    const targets = new Float64Array(size)
    for (let row = 0; row < rows; row++) targets[codes[row] ?? 0] = (targets[codes[row] ?? 0] ?? 0) + (goal[row] ?? 0)
    return { variable, codes, targets, categories: Array.from(targets, (_, k) => `k${k}`) }
  })
  return { weights, margins }
}

/** The same columns as files for the peer. */
function writeFiles(folder: string, { weights, margins }: RakeInput): void {
  const totals = margins.flatMap(({ variable, categories, targets }) =>
    categories.map((category, k) => `${variable},${category},${targets[k]}`),
  )
  writeFileSync(join(folder, 'weights.bin'), weights)
  writeFileSync(join(folder, 'codes.bin'), Buffer.concat(margins.map(({ codes }) => Uint8Array.from(codes))))
  writeFileSync(join(folder, 'margins.csv'), `variable,category,total\n${totals.join('\n')}\n`)
}

/** Greatest relative difference between the peer's weights and ours. */
function largestDifference(folder: string, weights: Float64Array): number {
  const bytes = readFileSync(join(folder, 'raked.bin'))
  const theirs = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8)
  return weights.reduce((most, weight, row) => Math.max(most, Math.abs(weight / (theirs[row] ?? Number.NaN) - 1)), 0)
}

/** Greatest |t̂ − t| / t of all margins, counted from the weights anew. */
function worstOf({ margins }: RakeInput, weights: Float64Array): number {
  return Math.max(
    ...margins.flatMap(({ codes, targets }) => {
      const totals = new Float64Array(targets.length)
      for (let row = 0; row < weights.length; row++)
        totals[codes[row] ?? 0] = (totals[codes[row] ?? 0] ?? 0) + (weights[row] ?? 0)
      return Array.from(totals, (total, k) => Math.abs(total / (targets[k] ?? Number.NaN) - 1))
    }),
  )
}

interface Peer {
  readonly contender: Contender
  /** Seconds of the last run spent on the design and on reading, which are not compared. */
  readonly besides: () => readonly [design: number, reading: number]
}

async function peerOf(folder: string): Promise<Peer | null> {
  const found = await answerOf('Rscript', ['-e', 'cat(requireNamespace("survey", quietly = TRUE))'])
  if (found !== 'TRUE') return null
  let besides: readonly [number, number] = [0, 0]
  const run = async (): Promise<number> => {
    const [seconds = Number.NaN, design = 0, reading = 0] = (await runCommand('Rscript', [script, folder])).split(' ').map(Number)
    besides = [design, reading]
    return seconds
  }
  return { contender: { name: 'R `survey`, `calibrate(calfun = "raking")`', run }, besides: () => besides }
}

interface Found {
  readonly peer: Peer | null
  /** How many times as fast as the peer, by the medians. */
  readonly times: number
  readonly difference: number | null
  readonly result: RakeResult
  readonly worst: number
  readonly slope: number
}

function notes({ peer, times, difference, result, worst, slope }: Found): string[] {
  const [design = 0, reading = 0] = peer?.besides() ?? []
  return [
    `Ours: ${result.iterations} cycles, greatest relative error of all ${result.margins.length} totals ${worst.toExponential(1)}, counted anew from the weights.`,
    peer && difference !== null
      ? `Same weights: they differ by at most ${difference.toExponential(1)} of themselves. The peer's design (${design.toFixed(1)} s) and its reading of the columns (${reading.toFixed(1)} s) are not counted. ${times.toFixed(0)} times as fast as the peer, by the medians.`
      : 'Peer skipped: Rscript with the package survey is not installed.',
    `Cost grows as respondents^${slope.toFixed(2)} from ${(sizes[0] ?? 0).toLocaleString('en')} to ${(sizes.at(-1) ?? 0).toLocaleString('en')}.`,
  ]
}

/** Raking of a million respondents on ten margins, memory to memory, against R's survey on the same columns, and how the cost grows with their number. */
export async function raking(say: Say): Promise<Section> {
  const input = surveyOf(respondents)
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  try {
    const peer = await peerOf(folder)
    if (peer) writeFiles(folder, input)
    const result = rake(input)
    const ours = { name: 'Passerelle', run: () => secondsOf(() => rake(input)) }
    const measurements = peer ? await interleave([peer.contender, ours], peerRounds, say) : await interleave([ours], rounds, say)
    const bySize = await interleave(
      sizes.map((rows) => {
        const smaller = surveyOf(rows)
        return { name: `${rows.toLocaleString('en')} respondents`, run: () => secondsOf(() => rake(smaller)) }
      }),
      rounds,
      say,
    )
    const slope = growth(bySize.map(({ values }, i) => [sizes[i] ?? 1, median(values)]))
    const [first, last] = [measurements[0], measurements.at(-1)].map((each) => median(each?.values ?? []))
    const times = (first ?? Number.NaN) / (last ?? Number.NaN)
    const difference = peer ? largestDifference(folder, result.weights) : null
    return {
      title: 'Raking',
      about: `Seconds from columns in memory to weights in memory: ${respondents.toLocaleString('en')} respondents with unequal design weights on ${input.margins.length} correlated margins of ${input.margins.map(({ categories }) => categories.length).join(', ')} categories, until every total is met to 1e-8. Counted for the peer is \`calibrate()\` alone, on a design in memory.`,
      tables: [
        { unit: 'seconds', measurements },
        { unit: 'seconds, growing', measurements: bySize },
      ],
      notes: notes({ peer, times, difference, result, worst: worstOf(input, result.weights), slope }),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
