import type { importing as fr } from './importing.fr.ts'

/** What `passerelle import` says. */
export const importing: typeof fr = {
  summary: 'Takes files in: all of them, or none if one is at fault. Importing again changes nothing.',
  options: {
    'FILE…': 'CSV, GeoJSON, TopoJSON, plain, .gz or .zip; - for standard input',
    '--kind KIND':
      'zones, boundaries, population, census, filosofi, postcodes, places, franceServices, libraries, facilities or answers; recognised by content otherwise',
    '--dry-run': 'reads and checks everything, changes nothing',
    '--map FIELD=COLUMN,…': 'how to understand the columns of a file of your own; remembered for the next time',
    '--crs EPSG:N': 'coordinate system of outlines that do not say theirs (EPSG:2154, EPSG:27700)',
    '--json': 'one JSON document on standard output',
  },
  missingFile: 'Name at least one file: passerelle import communes.geojson',
  badKind: (kind, known) => `Unknown kind: ${kind}. Kinds: ${known}.`,
  badMapping: (part) => `"${part}" cannot be read: write --map field=column, for example --map code=INSEE,name=Name.`,
  unknownKind: 'kind not recognised',
  file: (file, kind) => `${file}: ${kind}`,
  counts: ([rows, added, changed, unchanged, rejected, missing]) =>
    `  ${rows} rows read: ${added} added, ${changed} changed, ${unchanged} unchanged, ${rejected} rejected; ${missing} missing values`,
  unmatchedHead: (n, one) => `  ${n} ${one ? 'code' : 'codes'} without a zone of today:`,
  unmatched: (code, resolvedTo) => `    ${code}${resolvedTo ? ` → ${resolvedTo}` : ''}`,
  warning: 'warning',
  error: 'error',
  issue: (label, file, line, column, value, message) =>
    `  ${label}: ${file}${line ? `, line ${line}` : ''}${column ? `, column ${column}` : ''}${value ? `, "${value}"` : ''}: ${message}`,
  more: (label, n) => `  ${label}: … and ${n} more.`,
  mapRemedy: (fields, columns) =>
    `  Say which column gives ${fields.join(', ')}: --map ${fields.map((field) => `${field}=…`).join(',')} (columns: ${columns.join(', ')})`,
  refused: 'Nothing was saved: mend the errors and try again.',
  dryRun: 'Trial run: nothing was saved.',
  committed: 'Saved.',
  progress: (file, rows) => `${file}: ${rows} rows`,
}
