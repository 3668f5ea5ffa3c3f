import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { backupBytes, noteBackup, type BackupReport } from '#app/administration/backup.ts'
import type { Observatory } from '#app/observatory.ts'
import type { Language } from '#kernel/bilingual.ts'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { cliWords } from '#words/cli.ts'
import { formatOf } from '#words/format.ts'
import { fileOptions, reasonOf } from './backupFile.ts'
import { UsageError } from './options.ts'
import type { Terminal } from './terminal.ts'

export interface BackupCommand {
  readonly args: readonly string[]
  readonly language: Language
  readonly terminal: Terminal
  /** The program's version, which the file names. */
  readonly version: string
  /** Opens the observatory; the command closes it. */
  readonly open: () => Promise<{ readonly observatory: Observatory; readonly close: () => Promise<void> }>
}

/**
 * Writes beside the file and gives it its name at the end, when all is on the disk: a backup that was broken off is never taken for one. Only the
 * user who runs the command may read it.
 */
async function writeWhole(file: string, making: AsyncGenerator<Uint8Array, BackupReport>): Promise<BackupReport> {
  const part = `${file}.part`
  const handle = await open(part, 'w', 0o600)
  try {
    await handle.chmod(0o600)
    let step = await making.next()
    for (; !step.done; step = await making.next()) await handle.writeFile(step.value)
    await handle.sync()
    await handle.close()
    await rename(part, file)
    return step.value
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(part, { force: true })
    throw error
  }
}

/** `passerelle backup FILE`: writes the whole observatory to a file. */
export async function backupCommand({ args, language, terminal, version, open: openObservatory }: BackupCommand): Promise<void> {
  const words = cliWords(language)
  const { file, passphrase, json } = fileOptions(args, 'backup', words)
  if (existsSync(file)) throw new UsageError(words.backups.fileExists(file))
  const { observatory: obs, close } = await openObservatory()
  try {
    const onTable = (table: string, share: number): void => terminal.progress(words.backups.writing(table), share)
    const making = backupBytes(obs, { program: version, passphrase, onTable })
    const report = await writeWhole(file, making).catch((error: unknown) => {
      const isFileFault = error instanceof Error && 'syscall' in error
      throw isFileFault ? new EnvironmentError(words.fileUnwritable(file, reasonOf(error)), { cause: error }) : error
    })
    await noteBackup(obs, report, { userId: null, name: 'passerelle backup' })
    if (json) return terminal.out(`${JSON.stringify(report)}\n`)
    const { integer } = formatOf(language)
    terminal.say(words.backups.written(file, integer(report.rows), report.tables.length, integer(report.bytes)))
    if (!report.encrypted) terminal.say(words.backups.clear)
  } finally {
    await close()
  }
}
