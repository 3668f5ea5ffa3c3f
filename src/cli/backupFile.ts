import { createReadStream, readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { DomainError } from '#kernel/result.ts'
import type { CliWords } from '#words/cli.ts'
import { UsageError } from './options.ts'

/** What `backup` and `restore` are called with. */
export interface FileOptions {
  readonly file: string
  readonly passphrase: string | null
  readonly json: boolean
}

const shortest = 12

/** The first line of standard input. */
function passphraseFrom(words: CliWords): string {
  const passphrase = readFileSync(0, 'utf8').split(/\r?\n/)[0] ?? ''
  if (passphrase.length < shortest) throw new UsageError(words.backups.shortPassphrase(passphrase.length))
  return passphrase
}

/** Reads `FILE [--passphrase-stdin] [--json]`. */
export function fileOptions(args: readonly string[], command: 'backup' | 'restore', words: CliWords): FileOptions {
  const options = { json: { type: 'boolean' }, 'passphrase-stdin': { type: 'boolean' }, lang: { type: 'string' } } as const
  const read = () => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    } catch (error) {
      const [, quoted] = /'([^']+)'/.exec(error instanceof Error ? error.message : '') ?? []
      throw new UsageError(words.unknownOption(quoted ?? args.join(' '), command))
    }
  }
  const { values, positionals } = read()
  const [file, ...extra] = positionals
  if (!file) throw new UsageError(words.backups.missingFile(command))
  if (extra.length > 0) throw new UsageError(words.backups.oneFile(command, extra.join(', ')))
  return { file, json: values.json ?? false, passphrase: values['passphrase-stdin'] ? passphraseFrom(words) : null }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/** Opens a file anew each time it is asked; refuses at once one that is no readable file. */
export function readable(file: string, words: CliWords): () => AsyncIterable<Uint8Array> {
  try {
    if (!statSync(file).isFile()) throw new UsageError(words.fileUnreadable(file, 'EISDIR'))
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(words.fileUnreadable(file, reasonOf(error)))
  }
  return () => createReadStream(file)
}

/** The same refusal with the name of the file that it is about. */
export function about(file: string, error: unknown): unknown {
  if (!(error instanceof DomainError)) return error
  return new DomainError(error.code, { ...error.params, file }, { cause: error })
}
