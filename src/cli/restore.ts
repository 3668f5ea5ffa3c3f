import { restoreBackup } from '#app/administration/restore.ts'
import type { Language } from '#kernel/bilingual.ts'
import { cliWords } from '#words/cli.ts'
import { formatOf } from '#words/format.ts'
import { about, fileOptions, readable } from './backupFile.ts'
import type { Terminal } from './terminal.ts'

export interface RestoreCommand {
  readonly args: readonly string[]
  readonly language: Language
  readonly terminal: Terminal
  /** Gives the database as the owner of its schema, as it stands: neither migrated nor filled. The command closes it. */
  readonly open: () => Promise<{ readonly ownerUrl: string; readonly close: () => Promise<void> }>
}

/** `passerelle restore FILE`: puts a backup into an empty observatory, whole or not at all. */
export async function restoreCommand({ args, language, terminal, open }: RestoreCommand): Promise<void> {
  const words = cliWords(language)
  const { file, passphrase, json } = fileOptions(args, 'restore', words)
  const source = readable(file, words)
  const { ownerUrl, close } = await open()
  try {
    const onTable = (table: string, share: number): void => terminal.progress(words.backups.reading(table), share)
    const report = await restoreBackup(source, { ownerUrl, passphrase, onTable }).catch((error: unknown) => {
      throw about(file, error)
    })
    if (json) return terminal.out(`${JSON.stringify(report)}\n`)
    const { integer, instant } = formatOf(language)
    terminal.say(words.backups.restored(integer(report.rows), report.tables.length, instant(report.madeAt)))
  } finally {
    await close()
  }
}
