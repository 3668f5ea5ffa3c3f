/** One of the ways that are compared: `run` does the work once and gives what was measured, in the section's unit. */
export interface Contender {
  readonly name: string
  readonly run: () => Promise<number>
}

/** What one contender gave, in the order of the rounds. */
export interface Measurement {
  readonly name: string
  readonly values: readonly number[]
}

export interface Table {
  readonly unit: string
  readonly measurements: readonly Measurement[]
}

/** One question, its answer and what must be known to read it. */
export interface Section {
  readonly title: string
  /** What was run, how often, on what. */
  readonly about: string
  readonly tables: readonly Table[]
  /** Found besides the numbers, peers skipped and why. */
  readonly notes: readonly string[]
}

export type Say = (text: string) => void

/** Runs the contenders in turn, round by round and each round from another one, so that no one always goes first; nobody has the machine on a better day. */
export async function interleave(contenders: readonly Contender[], rounds: number, say: Say): Promise<Measurement[]> {
  const values = contenders.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const at = (round + turn) % contenders.length
      const contender = contenders[at]
      if (!contender) continue
      say(`  round ${round + 1} of ${rounds}: ${contender.name}`)
      values[at]?.push(await contender.run())
    }
  }
  return contenders.map(({ name }, i) => ({ name, values: values[i] ?? [] }))
}

/** The middle value; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const upper = sorted[Math.floor(half)] ?? Number.NaN
  return Number.isInteger(half) ? ((sorted[half - 1] ?? Number.NaN) + upper) / 2 : upper
}

export async function secondsOf(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e9
}

/** Exponent b of `seconds ~ size^b`, by least squares on the logarithms: 1 is linear, 2 quadratic. */
export function growth(points: readonly (readonly [size: number, seconds: number])[]): number {
  const logs = points.map(([size, seconds]) => [Math.log(size), Math.log(seconds)] as const)
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length
  const sxy = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  return sxy / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
}
