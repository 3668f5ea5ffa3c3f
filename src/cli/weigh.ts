import { weighFile, type WeighOutcome } from '#app/toolbox/weigh.ts'
import { weightedRecords } from '#app/toolbox/weightedRecords.ts'
import type { SourceFile } from '#app/files/sourceFile.ts'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { cliWords } from '#words/cli.ts'
import { formatOf } from '#words/format.ts'
import { UsageError } from './options.ts'
import { significant, textTable } from './textTable.ts'
import {
  calibrationSettings,
  isSameFile,
  onFiles,
  readCommand,
  required,
  sayNotes,
  sayUnmet,
  type ToolboxCommand,
} from './toolboxCommand.ts'
import { writeWhole } from './writeWhole.ts'

const spec = {
  weights: 'string',
  margins: 'string',
  method: 'string',
  bounds: 'string',
  'max-iterations': 'string',
  out: 'string',
  json: 'boolean',
} as const

function summary({ document }: WeighOutcome, { language }: ToolboxCommand): string {
  const words = cliWords(language).toolbox
  const { columns } = words
  const number = significant(language)
  const { integer } = formatOf(language)
  const head = [columns.variable, columns.category, columns.target, columns.before, columns.after, columns.relativeError]
  const rows = document.margins.map(({ variable, category, target, before, after, relativeError }) => [
    variable,
    category,
    ...[target, before, after, relativeError].map(number),
  ])
  const { converged, iterations, maxRelativeError, n, effectiveN, deff, gMin, gMax, gQuantiles } = document
  return [
    converged ? words.weighed.converged(integer(iterations), number(maxRelativeError)) : words.notConverged,
    words.weighed.figures(integer(n), number(effectiveN), number(deff)),
    words.weighed.factors(number(gMin), number(gQuantiles?.['0.5'] ?? null), number(gMax)),
    '',
    textTable(head, rows, 2),
    '',
  ].join('\n')
}

async function writeOut(command: ToolboxCommand, out: string, records: SourceFile, outcome: WeighOutcome): Promise<void> {
  const words = cliWords(command.language)
  try {
    const { column, lines } = await weightedRecords(records, outcome.weights)
    await writeWhole(out, lines)
    if (column !== 'weight') sayNotes(command, [{ file: out, code: 'column.renamed', values: [column] }])
    command.terminal.say(words.toolbox.written(out, formatOf(command.language).integer(outcome.weights.length)))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new EnvironmentError(words.fileUnwritable(out, String(error.code)), { cause: error })
  }
}

/** `passerelle weigh`: calibrates the weights of a file. Gives the exit code: 3 when the margins are not met, and then no file is written. */
export async function weighCommand(command: ToolboxCommand): Promise<0 | 3> {
  const { language, terminal } = command
  const words = cliWords(language).toolbox
  const { options, file } = readCommand('weigh', command, spec)
  const weights = required('weigh', 'weights', options.weights, words)
  const margins = required('weigh', 'margins', options.margins, words)
  const settings = calibrationSettings(options, words)
  const { out } = options
  if (out !== undefined && [file, margins].some((read) => isSameFile(out, read))) throw new UsageError(words.usage.sameOut(out))
  return onFiles(command, [file, margins], async ([records, targets]) => {
    if (!records || !targets) throw new Error('Two files were named, fewer were opened')
    const outcome = await weighFile({ records, margins: targets, weights, ...settings })
    const { converged, infeasible, negativeWeights } = outcome.document
    sayNotes(command, outcome.notes)
    if (negativeWeights > 0)
      terminal.say(words.negativeWeights(formatOf(language).integer(negativeWeights), negativeWeights === 1))
    if (!converged) sayUnmet(command, { infeasible, totalsDiffer: outcome.totalsDiffer })
    if (out !== undefined && converged) await writeOut(command, out, records, outcome)
    else if (out !== undefined) terminal.say(words.notWritten(out))
    terminal.out(options.json ? `${JSON.stringify(outcome.document)}\n` : summary(outcome, command))
    return converged ? 0 : 3
  })
}
