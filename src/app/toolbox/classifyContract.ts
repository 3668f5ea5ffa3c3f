import { z } from 'zod'

/** The JSON document of `passerelle classify`, and its `report.json`, version 1. */
export const classifyDocument = z.object({
  schema: z.literal('classify/1'),
  /** Areas. */
  n: z.number().int(),
  k: z.number().int(),
  variables: z.array(z.string()),
  transform: z.enum(['asinh', 'none']),
  scale: z.enum(['range', 'z', 'none']),
  seed: z.number().int(),
  /** Total within-cluster sum of squares in the transformed space. */
  wss: z.number(),
  /** Areas of each cluster: descending, or in the order of the centroids given where these are fixed. */
  sizes: z.array(z.number().int()),
  /** Of the best restart; 0 where centroids are fixed. */
  iterations: z.number().int(),
  /** 0 where centroids are fixed. */
  restarts: z.number().int(),
  /** 1 for the first; null where centroids are fixed. */
  bestRestart: z.number().int().nullable(),
  converged: z.boolean(),
  /** Mean silhouette, of a seeded sample above 5,000 areas; null with one cluster that has areas. */
  silhouette: z.number().nullable(),
  /** Variables whose scale was found from the areas themselves (--adapt). */
  adapted: z.array(z.string()),
  /** Time taken, reading included: the one figure that differs between runs. */
  seconds: z.number(),
})

export type ClassifyDocument = z.infer<typeof classifyDocument>
