import { estimateFile, type EstimateRequest, type Question } from '#app/toolbox/estimate.ts'
import type { EstimateDocument } from '#app/toolbox/estimateContract.ts'
import { cliWords, type CliWords } from '#words/cli.ts'
import { formatOf } from '#words/format.ts'
import { UsageError } from './options.ts'
import { significant, textTable } from './textTable.ts'
import { calibrationSettings, oneOf, onFiles, readCommand, sayNotes, sayUnmet, type ToolboxCommand } from './toolboxCommand.ts'

const spec = {
  mean: 'string',
  total: 'string',
  proportion: 'string',
  by: 'string',
  weights: 'string',
  strata: 'string',
  cluster: 'string',
  fpc: 'string',
  margins: 'string',
  method: 'string',
  bounds: 'string',
  'max-iterations': 'string',
  interval: 'string',
  deviation: 'string',
  against: 'string',
  level: 'string',
  json: 'boolean',
} as const

type Options = ReturnType<typeof readCommand<typeof spec>>['options']
type Words = CliWords['toolbox']

/** `COLUMN=VALUE`; the value may hold further equal signs. */
function pairOf(option: string, text: string, words: Words): { column: string; value: string } {
  const at = text.indexOf('=')
  const [column, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  if (at < 0 || column === '' || value === '') throw new UsageError(words.usage.pair(option, text))
  return { column, value }
}

function questionOf(options: Options, words: Words): Question {
  const { mean, total, proportion } = options
  const asked = [mean, total, proportion].filter((value) => value !== undefined)
  if (asked.length !== 1 || asked[0]?.trim() === '') throw new UsageError(words.usage.oneQuestion)
  if (mean !== undefined) return { figure: 'mean', column: mean }
  if (total !== undefined) return { figure: 'total', column: total }
  return { figure: 'proportion', ...pairOf('--proportion', proportion ?? '', words) }
}

function deviationOf(options: Options, words: Words): EstimateRequest['deviation'] {
  if (options.deviation === undefined) {
    if (options.against !== undefined) throw new UsageError(words.usage.againstAlone)
    return undefined
  }
  if (options.by !== undefined) throw new UsageError(words.usage.byOrDeviation)
  const against = oneOf('against', options.against, ['whole', 'rest'], 'whole', words)
  return { ...pairOf('--deviation', options.deviation, words), against }
}

function intervalOf(options: Options, question: Question, words: Words): EstimateRequest['interval'] {
  const ofShare = question.figure === 'proportion' && options.deviation === undefined
  const interval = oneOf('interval', options.interval, ['t', 'logit', 'beta'], ofShare ? 'logit' : 't', words)
  if (interval !== 't' && !ofShare) throw new UsageError(words.usage.intervalOfProportion(interval))
  return interval
}

function levelOf(text: string | undefined, words: Words): number {
  if (text === undefined) return 0.95
  const level = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'))
  if (!(level > 0 && level < 1)) throw new UsageError(words.usage.level(text))
  return level
}

/** What calibration needs, where there are margins; its options mean nothing without. */
function calibrationOf(options: Options, words: Words): EstimateRequest['calibration'] {
  const alone = (['method', 'bounds', 'max-iterations'] as const).find((name) => options[name] !== undefined)
  if (options.margins === undefined && alone) throw new UsageError(words.usage.marginsNeeded(`--${alone}`))
  return calibrationSettings(options, words)
}

/** Names of columns must say something. */
function columnsOf(options: Options, words: Words): Pick<EstimateRequest, 'by' | 'weights' | 'strata' | 'cluster' | 'fpc'> {
  const { by, weights, strata, cluster, fpc } = options
  const columns = { by, weights, strata, cluster, fpc }
  for (const [name, column] of Object.entries(columns)) {
    if (column?.trim() === '') throw new UsageError(words.usage.missingOption('estimate', `--${name}`))
  }
  return columns
}

function requestOf(options: Options, words: Words): Omit<EstimateRequest, 'records' | 'margins'> {
  const question = questionOf(options, words)
  return {
    question,
    ...columnsOf(options, words),
    deviation: deviationOf(options, words),
    calibration: calibrationOf(options, words),
    interval: intervalOf(options, question, words),
    level: levelOf(options.level, words),
  }
}

function tableText({ rows }: EstimateDocument, { language }: ToolboxCommand): string {
  const { columns, statuses, all } = cliWords(language).toolbox
  const number = significant(language)
  const head = [columns.domain, columns.n, columns.effectiveN, columns.value, columns.se, columns.lower, columns.upper]
  const lines = rows.map(({ domain, n, effectiveN, value, se, lower, upper, df, deff, status }) => [
    domain ?? all,
    ...[n, effectiveN, value, se, lower, upper, df, deff].map(number),
    statuses[status],
  ])
  return `${textTable([...head, columns.df, columns.deff, columns.status], lines, 1)}\n`
}

/** `passerelle estimate`: a mean, a total or a proportion of a file. Gives the exit code: 3 when margins are not met. */
export async function estimateCommand(command: ToolboxCommand): Promise<0 | 3> {
  const { language, terminal } = command
  const words = cliWords(language).toolbox
  const { options, file } = readCommand('estimate', command, spec)
  const request = requestOf(options, words)
  const names = options.margins === undefined ? [file] : [file, options.margins]
  return onFiles(command, names, async ([records, margins]) => {
    if (!records) throw new Error('A file was named, none was opened')
    const { document, unmet, negativeWeights, notes } = await estimateFile({ records, ...(margins && { margins }), ...request })
    sayNotes(command, notes)
    if (negativeWeights > 0)
      terminal.say(words.negativeWeights(formatOf(language).integer(negativeWeights), negativeWeights === 1))
    if (unmet) sayUnmet(command, unmet)
    terminal.out(options.json ? `${JSON.stringify(document)}\n` : tableText(document, command))
    return unmet ? 3 : 0
  })
}
