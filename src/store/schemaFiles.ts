import { join } from 'node:path'
import { Client } from 'pg'
import { type Catalogue, readCatalogue } from './catalogue.ts'
import { schemaText } from './schemaDump.ts'
import { tableTypesText } from './tableTypes.ts'

/** The files that npm run schema writes, with what a migrated database says they should hold. */
export async function schemaFiles(url: string): Promise<{ readonly file: string; readonly text: string }[]> {
  const catalogue = await catalogueAt(url)
  return [
    { file: join(import.meta.dirname, 'schema.sql'), text: schemaText(catalogue) },
    { file: join(import.meta.dirname, 'database.ts'), text: tableTypesText(catalogue) },
  ]
}

export async function catalogueAt(url: string): Promise<Catalogue> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await readCatalogue(client)
  } finally {
    await client.end()
  }
}
