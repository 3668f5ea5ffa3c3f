import { resolve } from 'node:path'
import type { CalibrationSettings } from '#app/toolbox/weigh.ts'
import { type TableFault, type TableNote, TableRefused } from '#app/toolbox/tableFaults.ts'
import type { SourceFile } from '#app/files/sourceFile.ts'
import type { Language } from '#kernel/bilingual.ts'
import { cliWords, type CliWords } from '#words/cli.ts'
import { issueSentence } from '#words/fileIssues.ts'
import { formatOf } from '#words/format.ts'
import { printable } from './exit.ts'
import { inputFiles } from './inputFiles.ts'
import { readOptionsAndNames, UsageError } from './options.ts'
import type { Terminal } from './terminal.ts'

/** A command on plain files. */
export interface ToolboxCommand {
  readonly args: readonly string[]
  readonly language: Language
  readonly terminal: Terminal
}

type ToolboxWords = CliWords['toolbox']
type Spec = Readonly<Record<string, 'string' | 'boolean'>>

/** The options of a command and the one file it is about. An option given twice is refused: which one was meant nobody knows. */
export function readCommand<Given extends Spec>(
  name: string,
  { args, language }: ToolboxCommand,
  spec: Given,
): { options: ReturnType<typeof readOptionsAndNames<Given>>['options']; file: string } {
  const words = cliWords(language)
  const { options, names } = readOptionsAndNames(args, spec, (option) => words.unknownOption(option, name))
  for (const option of Object.keys(spec)) {
    const given = args.filter((arg) => arg === `--${option}` || arg.startsWith(`--${option}=`))
    if (given.length > 1) throw new UsageError(words.toolbox.usage.twice(`--${option}`))
  }
  const [file, ...more] = names
  if (file === undefined || file === '') throw new UsageError(words.toolbox.usage.missingFile(name))
  if (more.length > 0) throw new UsageError(words.toolbox.usage.oneFile(name, more.join(' ')))
  return { options, file }
}

/** The value of an option that a command cannot do without. */
export function required(command: string, option: string, value: string | undefined, words: ToolboxWords): string {
  if (value === undefined || value.trim() === '') throw new UsageError(words.usage.missingOption(command, `--${option}`))
  return value
}

/** One of a few values of an option. */
export function oneOf<Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly Choice[],
  otherwise: Choice,
  words: ToolboxWords,
): Choice {
  if (value === undefined) return otherwise
  const chosen = choices.find((choice) => choice === value)
  if (chosen === undefined) throw new UsageError(words.usage.choice(`--${option}`, value, choices.join(', ')))
  return chosen
}

interface CalibrationOptions {
  readonly method?: string
  readonly bounds?: string
  readonly 'max-iterations'?: string
}

function boundsOf(text: string, words: ToolboxWords): { lower: number; upper: number } {
  const parts = text.split(/[,;]/).map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [lower = Number.NaN, upper = Number.NaN, ...more] = parts
  if (more.length > 0 || !(lower < 1 && upper > 1 && lower > -Infinity && upper < Infinity))
    throw new UsageError(words.usage.bounds(text))
  return { lower, upper }
}

/** How weights are to be calibrated, from the options. */
export function calibrationSettings(options: CalibrationOptions, words: ToolboxWords): CalibrationSettings {
  const method = oneOf('method', options.method, ['raking', 'linear', 'logit'], 'raking', words)
  const bounds = options.bounds === undefined ? undefined : boundsOf(options.bounds, words)
  if (!bounds && method === 'logit') throw new UsageError(words.usage.boundsNeeded)
  const text = options['max-iterations']
  const maxIterations = text === undefined ? undefined : Number(text)
  if (text !== undefined && !(/^\d+$/.test(text.trim()) && Number(text) >= 1)) throw new UsageError(words.usage.iterations(text))
  return { method, bounds, maxIterations }
}

function sentenceOf(fault: TableFault, language: Language): string {
  const { issues } = cliWords(language).toolbox
  const own = Object.entries(issues).find(([code]) => code === fault.code)
  const safe = {
    ...fault,
    column: printable(fault.column),
    value: printable(fault.value),
    expected: printable(fault.expected, 400),
  }
  return own ? own[1](safe) : issueSentence(language, safe)
}

function refusal({ faults, count }: TableRefused, language: Language): UsageError {
  const words = cliWords(language).toolbox
  const { integer } = formatOf(language)
  const lines = faults.map((fault) =>
    words.fault(printable(fault.file), fault.line, printable(fault.column), printable(fault.value), sentenceOf(fault, language)),
  )
  const more = count > faults.length ? [words.more(integer(count - faults.length))] : []
  return new UsageError([...lines, ...more, words.faults(integer(count), count === 1)].join('\n'))
}

/** Files by the names given on the command line; `-` is standard input, for one of them. */
async function filesOf(names: readonly string[], words: CliWords): ReturnType<typeof inputFiles> {
  if (names.filter((name) => name === '-').length > 1) throw new UsageError(words.toolbox.usage.sameFile)
  const different = [...new Set(names)]
  const { files, done } = await inputFiles(different, words)
  return { files: names.map((name) => files[different.indexOf(name)]).filter((file) => file !== undefined), done }
}

/**
 * Runs a command on the files named: faults of the files become one message with all their lines, and what was put aside is removed.
 *
 * @param work gets the files in the order of their names, those given twice once more
 */
export async function onFiles<Result>(
  { language }: ToolboxCommand,
  names: readonly string[],
  work: (files: readonly SourceFile[]) => Promise<Result>,
): Promise<Result> {
  const { files, done } = await filesOf(names, cliWords(language))
  try {
    return await work(files)
  } catch (error) {
    throw error instanceof TableRefused ? refusal(error, language) : error
  } finally {
    done()
  }
}

/** Says the notes of a command. */
export function sayNotes({ language, terminal }: ToolboxCommand, notes: readonly TableNote[]): void {
  const words = cliWords(language).toolbox
  for (const { file, code, values } of notes) {
    const sentence = Object.entries(words.notes).find(([known]) => known === code)?.[1](
      values.map((value) => printable(value, 200)),
    )
    terminal.say(words.note(printable(file), sentence ?? code))
  }
}

/** Says why calibration met not all margins. */
export function sayUnmet(
  { language, terminal }: ToolboxCommand,
  { infeasible, totalsDiffer }: { infeasible: readonly { variable: string; category: string }[]; totalsDiffer: boolean },
): void {
  const words = cliWords(language).toolbox
  const names = infeasible.map(({ variable, category }) => (category === '' ? variable : `${variable} = ${category}`))
  if (totalsDiffer) terminal.say(words.totalsDiffer)
  else if (names.length > 0) terminal.say(words.infeasible(printable(names.join(', '), 400)))
  else terminal.say(words.notConverged)
}

/** Whether two names are one file. */
export function isSameFile(one: string, other: string): boolean {
  return one !== '-' && other !== '-' && resolve(one) === resolve(other)
}
