import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A fresh folder for data that are thrown away afterwards (tests, benchmarks). Open to the user that PostgreSQL runs as when we are root; the cluster in it stays closed. */
export function temporaryDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-data-'))
  chmodSync(folder, 0o711)
  return folder
}
