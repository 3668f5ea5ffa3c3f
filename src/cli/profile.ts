import { profileFile } from '#app/toolbox/profile.ts'
import type { ProfileDocument } from '#app/toolbox/profileContract.ts'
import { cliWords } from '#words/cli.ts'
import { significant, textTable } from './textTable.ts'
import { onFiles, readCommand, required, sayNotes, type ToolboxCommand } from './toolboxCommand.ts'

const spec = { group: 'string', count: 'string', base: 'string', json: 'boolean' } as const

function summary({ rows, F, C, gini }: ProfileDocument, { language }: ToolboxCommand): string {
  const { columns, profiled } = cliWords(language).toolbox.classes
  const number = significant(language)
  const percent = (share: number | null): string => number(share === null ? null : 100 * share)
  const head = [
    columns.group,
    columns.count,
    columns.percent,
    columns.basePercent,
    columns.index,
    columns.from,
    columns.to,
    columns.penetration,
    columns.pAdjusted,
    columns.verdict,
  ]
  const lines = rows.map(({ group, f, share, base, index, lower, upper, penetration, pAdjusted, verdict }) => [
    group,
    number(f),
    percent(share),
    percent(base),
    number(index),
    number(lower),
    number(upper),
    percent(penetration),
    number(pAdjusted),
    verdict === null ? '' : profiled.verdicts[verdict],
  ])
  return `${textTable(head, lines, 1)}\n\n${profiled.totals(number(F), number(C), number(gini))}\n`
}

/** `passerelle profile`: a file by group against a base. */
export async function profileCommand(command: ToolboxCommand): Promise<0> {
  const words = cliWords(command.language).toolbox
  const { options, file } = readCommand('profile', command, spec)
  const group = required('profile', 'group', options.group, words)
  const base = required('profile', 'base', options.base, words)
  return onFiles(command, [file, base], async ([records, against]) => {
    if (!records || !against) throw new Error('Two files were named, fewer were opened')
    const { document, notes } = await profileFile({ file: records, base: against, group, count: options.count ?? null })
    sayNotes(command, notes)
    command.terminal.out(options.json ? `${JSON.stringify(document)}\n` : summary(document, command))
    return 0 as const
  })
}
