import { z } from 'zod'

const row = z.object({
  group: z.string(),
  /** Those of the file in the group. */
  f: z.number(),
  /** f / F, 0-1. */
  share: z.number().nullable(),
  /** Share of the group in the base, 0-1. */
  base: z.number(),
  /** 100 x share / base, with its 95 % interval. */
  index: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  /** f / c. */
  penetration: z.number().nullable(),
  /** Score test of the share against the base. */
  p: z.number().nullable(),
  /** Benjamini-Hochberg over the groups. */
  pAdjusted: z.number().nullable(),
  verdict: z.enum(['over', 'under', 'even']).nullable(),
  /** Why figures are null: `noData` without anybody in the file, `notApplicable` for a group that the base counts nobody in, or everybody. */
  status: z.enum(['ok', 'noData', 'notApplicable']),
})

/** The JSON document of `passerelle profile`, version 1. */
export const profileDocument = z.object({
  schema: z.literal('profile/1'),
  rows: z.array(row),
  /** Counts of the whole file and the whole base. */
  F: z.number(),
  C: z.number(),
  /** Gini of the gains curve; null where the file counts nobody. */
  gini: z.number().nullable(),
})

export type ProfileDocument = z.infer<typeof profileDocument>
