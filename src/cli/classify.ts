import { classifyFile, type ClassifyOutcome } from '#app/toolbox/classify.ts'
import { assignmentLines, centroidLines, scalingLines } from '#app/toolbox/classifyFiles.ts'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { cliWords } from '#words/cli.ts'
import { formatOf } from '#words/format.ts'
import { classifySettings, classifySpec } from './classifyOptions.ts'
import { significant, textTable } from './textTable.ts'
import { onFiles, readCommand, required, type ToolboxCommand } from './toolboxCommand.ts'
import { writeFolder, type FolderFiles } from './writeFolder.ts'

function summary({ document }: ClassifyOutcome, { language }: ToolboxCommand): string {
  const words = cliWords(language).toolbox.classes
  const number = significant(language)
  const { integer } = formatOf(language)
  const { n, k, sizes, wss, iterations, restarts, silhouette, variables } = document
  const rows = sizes.map((size, c) => [String(c + 1), integer(size), number((100 * size) / n)])
  return [
    words.classified.figures(integer(n), integer(variables.length), integer(k)),
    words.classified.wss(number(wss), number(silhouette)),
    ...(restarts > 0 ? [words.classified.runs(integer(restarts), integer(iterations))] : []),
    ...(document.adapted.length > 0 ? [words.classified.adapted(document.adapted.join(', '))] : []),
    '',
    textTable([words.columns.cluster, words.columns.size, words.columns.percent], rows, 1),
    '',
  ].join('\n')
}

async function* whole(text: string): AsyncGenerator<string> {
  yield text
}

/** Writes the files of a command into its folder, all or none. */
export async function writeResults({ language, terminal }: ToolboxCommand, out: string, files: FolderFiles): Promise<void> {
  const words = cliWords(language)
  try {
    await writeFolder(out, files)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new EnvironmentError(words.fileUnwritable(out, String(error.code)), { cause: error })
  }
  terminal.say(words.toolbox.classes.folderWritten(out, Object.keys(files).join(', ')))
}

/** A document as a file. */
export const documentLines = (document: object): AsyncIterable<string> => whole(`${JSON.stringify(document)}\n`)

/** `passerelle classify`: puts areas into clusters. Gives the exit code: 3 when no start came to rest; the files are written all the same, and say so. */
export async function classifyCommand(command: ToolboxCommand): Promise<0 | 3> {
  const { language, terminal } = command
  const words = cliWords(language).toolbox
  const { options, file } = readCommand('classify', command, classifySpec)
  const settings = classifySettings(options, words)
  const out = required('classify', 'out', options.out, words)
  const others = [options.centroids, options.scaling].filter((name) => name !== undefined)
  return onFiles(command, [file, ...others], async ([areas, ...more]) => {
    if (!areas || more.length < others.length) throw new Error(`${1 + others.length} files were named, fewer were opened`)
    const centroids = options.centroids === undefined ? null : (more[0] ?? null)
    const scaling = options.scaling === undefined ? null : (more.at(-1) ?? null)
    const watch = (share: number): void => terminal.progress(words.classes.working, share)
    const outcome = await classifyFile({ ...settings, areas, centroids, scaling, watch })
    const { document, files } = outcome
    await writeResults(command, out, {
      'assignments.csv': assignmentLines(files),
      'centroids.csv': centroidLines(files),
      'scaling.csv': scalingLines(files),
      'report.json': documentLines(document),
    })
    if (!document.converged) terminal.say(words.classes.notConverged(formatOf(language).integer(settings.maxIterations)))
    terminal.out(options.json ? `${JSON.stringify(document)}\n` : summary(outcome, command))
    return document.converged ? 0 : 3
  })
}
