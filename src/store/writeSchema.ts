import { rmSync, writeFileSync } from 'node:fs'
import { startEmbedded, temporaryDataFolder } from './embedded.ts'
import { migrate } from './migrate.ts'
import { schemaFiles } from './schemaFiles.ts'

// npm run schema: migrates an empty database and writes schema.sql and database.ts from it.
const dataDir = temporaryDataFolder()
const embedded = await startEmbedded({ dataDir })
try {
  await migrate(embedded.ownerUrl)
  for (const { file, text } of await schemaFiles(embedded.ownerUrl)) {
    writeFileSync(file, text)
    process.stderr.write(`${file}\n`)
  }
} finally {
  await embedded.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
