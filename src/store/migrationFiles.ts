import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** One numbered file of SQL. */
export type Migration = { readonly number: number; readonly name: string; readonly checksum: string; readonly sql: string }

const plainFolder = join(import.meta.dirname, 'migrations')
const citusFolder = join(import.meta.dirname, 'migrations-citus')
/** Citus's files are numbered apart from the plain ones, which may still grow. */
const citusOffset = 100_000

/** The migrations of migrations/NNNN_name.sql in order of number. Throws on a name of another form or a number used twice. */
export function plainMigrations(): Migration[] {
  return readFolder(plainFolder, 0)
}

/** The migrations of migrations-citus/, for a server with that extension; numbered from 100,001. */
export function citusMigrations(): Migration[] {
  return existsSync(citusFolder) ? readFolder(citusFolder, citusOffset) : []
}

function readFolder(folder: string, offset: number): Migration[] {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => readMigration(folder, file, offset))
  found.forEach((migration, index) => {
    if (migration.number === found[index - 1]?.number)
      throw new Error(`Two migrations have the number ${migration.number}: ${migration.name}`)
  })
  return found
}

function readMigration(folder: string, file: string, offset: number): Migration {
  const match = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file)
  if (!match?.[1] || !match[2])
    throw new Error(`${file} is no migration's name; write NNNN_name.sql, with small letters, digits and _`)
  const sql = readFileSync(join(folder, file), 'utf8')
  // A checkout with other line ends is the same migration.
  const checksum = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
  return { number: offset + Number(match[1]), name: match[2], checksum, sql }
}
