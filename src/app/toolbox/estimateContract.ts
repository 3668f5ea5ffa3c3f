import { z } from 'zod'

const figure = z.number().nullable()

/** What a status says: see docs/methods/toolbox.md. */
export const estimateStatuses = ['ok', 'notApplicable', 'oneUnit', 'noData'] as const

const estimateRow = z.object({
  /** Category of the domain; null for all records. */
  domain: z.string().nullable(),
  /** Records in the domain whose value is known. */
  n: z.number().int(),
  /** Kish's, within the domain. */
  effectiveN: figure,
  value: figure,
  se: figure,
  lower: figure,
  upper: figure,
  df: z.number().int().nullable(),
  deff: figure,
  status: z.enum(estimateStatuses),
})

/** The JSON document of `passerelle estimate`, version 1. */
export const estimateDocument = z.object({ schema: z.literal('estimate/1'), rows: z.array(estimateRow) })

export type EstimateRow = z.infer<typeof estimateRow>
export type EstimateDocument = z.infer<typeof estimateDocument>
