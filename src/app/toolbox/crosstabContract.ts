import { z } from 'zod'

const figure = z.number().nullable()

const cell = z.object({
  row: z.string(),
  column: z.string(),
  /** Records. */
  n: z.number().int(),
  weighted: z.number(),
  /** Of the table's weight. */
  share: figure,
  /** Of the row's weight. */
  rowShare: figure,
  /** Of the column's weight. */
  columnShare: figure,
  /** Standard error of `share`. */
  se: figure,
})

/** The JSON document of `passerelle crosstab`, version 1. */
export const crosstabDocument = z.object({
  schema: z.literal('crosstab/1'),
  /** All combinations of the rows and columns met, row by row. */
  cells: z.array(cell),
  F: figure,
  ndf: figure,
  ddf: figure,
  p: figure,
  /** Pearson's X² of the weighted shares, scaled to n. */
  chi2: figure,
  /** Records with both values known. */
  n: z.number().int(),
  /** Why there is no test: `notApplicable` (fewer than two rows or columns, or too many empty cells), `oneUnit`, `noData`. */
  status: z.enum(['ok', 'notApplicable', 'oneUnit', 'noData']),
})

export type CrosstabDocument = z.infer<typeof crosstabDocument>
