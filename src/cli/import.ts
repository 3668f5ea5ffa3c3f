import { importFiles } from '#app/imports/importFiles.ts'
import type { ImportDocument, ImportedFile } from '#app/imports/importContract.ts'
import type { Observatory } from '#app/observatory.ts'
import { importKindCodes, isImportKindCode } from '#domain/imports'
import type { Language } from '#kernel/bilingual.ts'
import { cliWords } from '#words/cli.ts'
import { issueSentence } from '#words/fileIssues.ts'
import { formatOf } from '#words/format.ts'
import { wordsOf } from '#words/words.ts'
import { inputFiles } from './inputFiles.ts'
import { readOptionsAndNames, UsageError } from './options.ts'
import type { Terminal } from './terminal.ts'

const spec = { kind: 'string', 'dry-run': 'boolean', crs: 'string', map: 'string', json: 'boolean' } as const

export interface ImportCommand {
  readonly args: readonly string[]
  readonly language: Language
  readonly terminal: Terminal
  /** Opens the observatory (and fills it on the first use); the command closes it. */
  readonly open: () => Promise<{ readonly observatory: Observatory; readonly close: () => Promise<void> }>
}

/** `field=column,field=column`: how columns of a file of one's own are to be understood. */
function mappingOf(text: string | undefined, refuse: (part: string) => string): Record<string, string> {
  if (!text) return {}
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [field, column, ...rest] = part.split('=')
      if (!field || !column || rest.length > 0) throw new UsageError(refuse(part))
      return [field.trim(), column.trim()]
    }),
  )
}

function fileLines(file: ImportedFile, language: Language): string[] {
  const words = cliWords(language).importing
  const { integer } = formatOf(language)
  const kind = file.kind === null ? words.unknownKind : wordsOf(language).imports.kinds[file.kind]
  const told = (issues: ImportedFile['errors'], total: number, label: string): string[] => [
    ...issues.map(({ line, column, value, message }) => words.issue(label, file.file, line, column, value, message)),
    ...(total > issues.length ? [words.more(label, integer(total - issues.length))] : []),
  ]
  const counts = [file.rows, file.added, file.changed, file.unchanged, file.rejected, file.missingValues].map(integer)
  const matched = file.unmatched.slice(0, 10).map(({ code, resolvedTo }) => words.unmatched(code, resolvedTo))
  return [
    words.file(file.file, kind),
    words.counts(counts),
    ...(file.unmatchedCount > 0
      ? [words.unmatchedHead(integer(file.unmatchedCount), file.unmatchedCount === 1), ...matched]
      : []),
    ...told(file.warnings, file.warningCount, words.warning),
    ...told(file.errors, file.errorCount, words.error),
    ...(file.unmapped.length > 0 ? [words.mapRemedy(file.unmapped, file.columns)] : []),
  ]
}

/** What was understood and done, as a terminal shows it. */
function summary(document: ImportDocument, dryRun: boolean, language: Language): string {
  const words = cliWords(language).importing
  const faulty = document.files.some((file) => file.errorCount > 0)
  const end = faulty ? words.refused : dryRun ? words.dryRun : words.committed
  return [...document.files.flatMap((file) => [...fileLines(file, language), '']), end].join('\n')
}

/** Tells how far a file is read, a few times a second at most. */
function progressOn(terminal: Terminal, language: Language): (file: string, rows: number) => void {
  const words = cliWords(language).importing
  const { integer } = formatOf(language)
  let told = 0
  return (file, rows) => {
    if (performance.now() - told < 250) return
    told = performance.now()
    terminal.progress(words.progress(file, integer(rows)), 0.5)
  }
}

/** `passerelle import`: takes files in, all or none. Gives the exit code: 2 when a file is at fault, and then nothing has changed. */
export async function importCommand(command: ImportCommand): Promise<0 | 2> {
  const { language, terminal } = command
  const words = cliWords(language)
  const { options, names } = readOptionsAndNames(command.args, spec, (name) => words.unknownOption(name, 'import'))
  if (names.length === 0) throw new UsageError(words.importing.missingFile)
  const { kind = null, crs } = options
  if (kind !== null && !isImportKindCode(kind)) throw new UsageError(words.importing.badKind(kind, importKindCodes.join(', ')))
  const mapping = mappingOf(options.map, words.importing.badMapping)
  const { files, done } = await inputFiles(names, words)
  try {
    const { observatory, close } = await command.open()
    try {
      const document = await importFiles(observatory, {
        files,
        kind,
        dryRun: options['dry-run'] ?? false,
        answers: { mapping, ...(crs ? { crs } : {}) },
        by: null,
        words: (issue) => issueSentence(language, issue),
        onProgress: progressOn(terminal, language),
      })
      terminal.out(`${options.json ? JSON.stringify(document) : summary(document, options['dry-run'] ?? false, language)}\n`)
      return document.files.some((file) => file.errorCount > 0) ? 2 : 0
    } finally {
      await close()
    }
  } finally {
    done()
  }
}
