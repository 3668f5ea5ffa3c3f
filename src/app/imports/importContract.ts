import { z } from 'zod'
import { importKindCodes } from '#domain/imports'

// The document of `passerelle import --json`, and of the portal's preview (docs: CLI contract). Changing its shape means a new version.

const issue = z.object({ line: z.number().int(), column: z.string(), value: z.string(), code: z.string(), message: z.string() })

/** Issues are listed up to this number; all are counted. */
export const listedIssues = 100

const importedFile = z.object({
  file: z.string(),
  kind: z.enum(importKindCodes).nullable(),
  /** Records read: features, or rows without the head. */
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  missingValues: z.number().int(),
  warningCount: z.number().int(),
  errorCount: z.number().int(),
  warnings: z.array(issue).max(listedIssues),
  errors: z.array(issue).max(listedIssues),
  unmatchedCount: z.number().int(),
  unmatched: z
    .array(z.object({ code: z.string(), name: z.string().nullable(), resolvedTo: z.string().nullable() }))
    .max(listedIssues),
  /** How columns were understood: field of the kind -> column of the file. */
  mapping: z.record(z.string(), z.string()),
  /** Fields that somebody must point to a column before the file can be read. */
  unmapped: z.array(z.string()),
  columns: z.array(z.string()),
  source: z.string().nullable(),
  licence: z.string().nullable(),
  referenceDate: z.string().nullable(),
  /** SHA-256 of the file's bytes, in hexadecimal. */
  checksum: z.string(),
})

export const importDocument = z.object({
  schema: z.literal('import/1'),
  files: z.array(importedFile),
  committed: z.boolean(),
})

export type ImportedFile = z.infer<typeof importedFile>
export type ImportDocument = z.infer<typeof importDocument>
