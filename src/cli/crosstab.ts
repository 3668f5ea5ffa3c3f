import { crosstabFile } from '#app/toolbox/crosstab.ts'
import type { CrosstabDocument } from '#app/toolbox/crosstabContract.ts'
import { cliWords } from '#words/cli.ts'
import { UsageError } from './options.ts'
import { significant, textTable } from './textTable.ts'
import { onFiles, readCommand, required, sayNotes, type ToolboxCommand } from './toolboxCommand.ts'

const spec = {
  rows: 'string',
  columns: 'string',
  weights: 'string',
  strata: 'string',
  cluster: 'string',
  fpc: 'string',
  json: 'boolean',
} as const

function summary(document: CrosstabDocument, names: readonly [string, string], { language }: ToolboxCommand): string {
  const words = cliWords(language).toolbox
  const number = significant(language)
  const { columns } = words
  const head = [...names, columns.n, columns.weighted, columns.share, columns.rowShare, columns.columnShare, columns.se]
  const lines = document.cells.map(({ row, column, n, weighted, share, rowShare, columnShare, se }) => [
    row,
    column,
    ...[n, weighted, share, rowShare, columnShare, se].map(number),
  ])
  const { F, ndf, ddf, p, status } = document
  const test = status === 'ok' ? words.test(number(F), number(ndf), number(ddf), number(p)) : words.noTest(words.statuses[status])
  return `${textTable(head, lines, 2)}\n\n${test}\n`
}

/** `passerelle crosstab`: the table of two columns of a file, with its test. */
export async function crosstabCommand(command: ToolboxCommand): Promise<number> {
  const words = cliWords(command.language).toolbox
  const { options, file } = readCommand('crosstab', command, spec)
  const rows = required('crosstab', 'rows', options.rows, words)
  const columns = required('crosstab', 'columns', options.columns, words)
  const { weights, strata, cluster, fpc } = options
  for (const [name, column] of Object.entries({ weights, strata, cluster, fpc })) {
    if (column?.trim() === '') throw new UsageError(words.usage.missingOption('crosstab', `--${name}`))
  }
  return onFiles(command, [file], async ([records]) => {
    if (!records) throw new Error('A file was named, none was opened')
    const { document, notes } = await crosstabFile({ records, rows, columns, weights, strata, cluster, fpc })
    sayNotes(command, notes)
    command.terminal.out(options.json ? `${JSON.stringify(document)}\n` : summary(document, [rows, columns], command))
    return 0
  })
}
