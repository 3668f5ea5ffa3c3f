import { sql } from 'kysely'
import { importFiles, type ImportRequest } from '#app/imports/importFiles.ts'
import type { SourceFile } from '#app/files/sourceFile.ts'
import type { ImportDocument } from '#app/imports/importContract.ts'
import type { Observatory } from '#app/observatory.ts'
import { readOnce, type Database } from '#store/open.ts'
import { issueSentence } from '#words/fileIssues.ts'
import { testDatabase } from './database.ts'
import { testObservatory } from './sampleObservatory.ts'

/** Imports files as the command line does. */
export function bring(
  obs: Observatory,
  files: readonly SourceFile[],
  options: Partial<Pick<ImportRequest, 'kind' | 'dryRun' | 'answers' | 'by'>> = {},
): Promise<ImportDocument> {
  const words: ImportRequest['words'] = (issue) => issueSentence('en', issue)
  return importFiles(obs, { files, kind: null, dryRun: false, answers: {}, by: null, words, ...options })
}

/** A number that a query gives as `n`. */
export async function numberOf(db: Database, query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
  const { rows } = await readOnce(db, (reader) => query.execute(reader))
  return rows[0]?.n ?? -1
}

/** Every row of every table that imports can change, as one fingerprint. */
export async function fingerprint(db: Database): Promise<string> {
  const tables = [
    'zone',
    'zone_parent',
    'zone_shape',
    'zone_succession',
    'column_name',
    'dataset',
    'measure',
    'measure_value',
    'population_count',
    'facility_count',
    'postcode',
    'place',
    'place_service',
    'import',
    'survey',
    'rating',
  ]
  const parts = []
  for (const table of tables) {
    const { rows } = await readOnce(db, (reader) =>
      sql<{ sum: string }>`SELECT count(*) || ':' || COALESCE(sum(hashtextextended(t::text, 0)::numeric), 0)::text AS sum
        FROM ${sql.table(table)} AS t`.execute(reader),
    )
    parts.push(`${table} ${rows[0]?.sum}`)
  }
  return parts.join('\n')
}

/** Runs a test on a clone of the sample observatory of its own. */
export async function onSample(work: (obs: Observatory, db: Database) => Promise<void>): Promise<void> {
  const { db, drop } = await testDatabase({ from: 'sample' })
  try {
    await work(testObservatory(db), db)
  } finally {
    await drop()
  }
}
