import { readFileSync, writeFileSync } from 'node:fs'
import { fileMatrixDocument, storedMatrixDocument } from '#app/computeMatrix.ts'
import { matrixCsv, matrixXlsx } from '#app/exportMatrix.ts'
import { ensureResults } from '#app/ensureResults.ts'
import type { MatrixDocument } from '#app/matrixContract.ts'
import { withAtlas, type Observatory } from '#app/observatory.ts'
import { EnvironmentError } from '#kernel/environmentError.ts'
import type { Language } from '#kernel/bilingual.ts'
import { cliWords, type CliWords } from '#words/cli.ts'
import { labelsOf } from '#words/labels.ts'
import { matrixHeadline, matrixTable } from './matrixTable.ts'
import { readOptions, UsageError } from './options.ts'
import type { Terminal } from './terminal.ts'

const spec = {
  territory: 'string',
  against: 'string',
  rule: 'string',
  group: 'string',
  responses: 'string',
  detail: 'boolean',
  json: 'boolean',
  csv: 'string',
  xlsx: 'string',
} as const

export interface MatrixCommand {
  readonly args: readonly string[]
  readonly language: Language
  readonly terminal: Terminal
  /** Opens the observatory (and fills it on the first use); the command closes it. */
  readonly open: () => Promise<{ readonly observatory: Observatory; readonly close: () => Promise<void> }>
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

function readInput(name: string, words: CliWords): { name: string; bytes: Uint8Array } {
  try {
    return name === '-' ? { name: 'stdin', bytes: readFileSync(0) } : { name, bytes: readFileSync(name) }
  } catch (error) {
    throw new UsageError(words.fileUnreadable(name, reasonOf(error)))
  }
}

function writeOutput(name: string, content: string | Uint8Array, words: CliWords): void {
  try {
    writeFileSync(name, content)
  } catch (error) {
    throw new EnvironmentError(words.fileUnwritable(name, reasonOf(error)), { cause: error })
  }
}

type Options = ReturnType<typeof readOptions<typeof spec>>

async function makeDocument(
  obs: Observatory,
  options: Options & { territory: string },
  command: MatrixCommand,
): Promise<MatrixDocument> {
  const { territory, against = null, rule = null, group = null, detail = false, responses } = options
  const query = { territory, against, rule, group, detail, language: command.language }
  const words = cliWords(command.language)
  if (responses !== undefined) {
    const document = await fileMatrixDocument(obs, query, readInput(responses, words))
    const [source] = document.sources
    if (source?.respondentsInTerritory === 0) command.terminal.say(words.nobodyHere(source.title, territory))
    return document
  }
  await ensureResults(obs, territory, (step) => command.terminal.say(words.computing(territory, words.job[step])))
  return storedMatrixDocument(obs, query)
}

async function show(obs: Observatory, document: MatrixDocument, options: Options, command: MatrixCommand): Promise<void> {
  const { language, terminal } = command
  const words = cliWords(language)
  if (options.csv !== undefined) writeOutput(options.csv, matrixCsv(document), words)
  if (options.xlsx !== undefined) writeOutput(options.xlsx, await matrixXlsx(document, labelsOf(language)), words)
  if (options.json) return terminal.out(`${JSON.stringify(document)}\n`)
  if (options.csv !== undefined || options.xlsx !== undefined) return
  const style = { language, colour: terminal.colour }
  const zones = await withAtlas(obs, async (_reader, { geography }) => ({
    territory: geography.get(document.territory),
    against: geography.get(document.against),
  }))
  const head = matrixHeadline(document, zones, style)
  terminal.out(`${head}\n\n${matrixTable(document, style)}\n\n${words.headline.legend}\n`)
}

/** `passerelle matrix`: computes or reads a matrix and prints or writes it. */
export async function matrixCommand(command: MatrixCommand): Promise<void> {
  const words = cliWords(command.language)
  const options = readOptions(command.args, spec, (name) => words.unknownOption(name, 'matrix'))
  const { territory } = options
  if (!territory) throw new UsageError(words.missingTerritory)
  // Before anything starts: a file that cannot be read is told at once.
  if (options.responses !== undefined && options.responses !== '-') readInput(options.responses, words)
  const { observatory, close } = await command.open()
  try {
    const document = await makeDocument(observatory, { ...options, territory }, command)
    await show(observatory, document, options, command)
  } finally {
    await close()
  }
}
