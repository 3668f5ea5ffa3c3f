import { AnswersRefused } from '#app/computeMatrix.ts'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { DomainError } from '#kernel/result.ts'
import type { CliWords } from '#words/cli.ts'
import { UsageError } from './options.ts'

const listedFaults = 100

/** A value of someone else's as a terminal may print it: without control characters, and not too long. */
export function printable(value: string, longest = 80): string {
  const plain = value.replaceAll(/\p{Cc}/gu, '\uFFFD')
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain
}

function printableParams(params: DomainError['params']): DomainError['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? printable(value) : value]),
  )
}

function faultLines(error: AnswersRefused, words: CliWords): string {
  const shown = error.issues
    .slice(0, listedFaults)
    .map(({ line, column, value, code, expected }) =>
      words.fault(error.file, line, column, value, words.rowIssues[code](expected)),
    )
  const more = error.issues.length > listedFaults ? [words.more(error.issues.length - listedFaults)] : []
  return [...shown, ...more, words.faults(error.issues.length, error.file)].join('\n')
}

/** What to print for an error and the code to end with: 1 environment, 2 input or usage; a bug keeps its stack, for whoever mends it. */
export function explain(error: unknown, words: CliWords): { text: string; code: number } {
  if (error instanceof EnvironmentError) return { text: error.message, code: 1 }
  if (error instanceof UsageError) return { text: error.message, code: 2 }
  if (error instanceof AnswersRefused) return { text: faultLines(error, words), code: 2 }
  if (error instanceof DomainError)
    return { text: words.refusals[error.code]?.(printableParams(error.params)) ?? words.refused(error.code), code: 2 }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { text: `${words.bug(new Date().toISOString())}\n${stack}`, code: 1 }
}
