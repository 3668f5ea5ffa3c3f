import { answerOf, runCommand } from './commands.ts'
import type { Contender } from './harness.ts'

/** Said of a table whose peer is not there. */
export const peerSkipped = 'Peer skipped: Rscript with the package survey is not installed.'

/** R's `survey` running one of the programs, which prints its seconds; `null` where it is not installed. */
export async function peerOfSurvey(name: string, script: string, args: readonly string[]): Promise<Contender | null> {
  const found = await answerOf('Rscript', ['-e', 'cat(requireNamespace("survey", quietly = TRUE))'])
  return found === 'TRUE' ? { name, run: async () => Number.parseFloat(await runCommand('Rscript', [script, ...args])) } : null
}

/** |a / b − 1|, or |a| where b is 0. */
export function relative(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : Math.abs(a / b - 1)
}
