import { z } from 'zod'

/** The quantiles of g that are told, as the keys of `gQuantiles`. */
export const gProbabilities = ['0.01', '0.05', '0.25', '0.5', '0.75', '0.95', '0.99'] as const

const margin = z.object({
  variable: z.string(),
  /** Empty for the total of a numeric variable. */
  category: z.string(),
  target: z.number(),
  before: z.number(),
  after: z.number(),
  /** |after - target| / max(|target|, 1) */
  relativeError: z.number(),
})

/** The JSON document of `passerelle weigh`, version 1. */
export const weighDocument = z.object({
  schema: z.literal('weigh/1'),
  converged: z.boolean(),
  iterations: z.number().int(),
  maxRelativeError: z.number(),
  /** Records. */
  n: z.number().int(),
  /** Kish's design effect of the weights, n Σw² / (Σw)²; null where they sum to 0. */
  deff: z.number().nullable(),
  effectiveN: z.number(),
  /** Of g = weight / design weight, over the records whose design weight is not 0. */
  gMin: z.number().nullable(),
  gMax: z.number().nullable(),
  gQuantiles: z.record(z.enum(gProbabilities), z.number()).nullable(),
  /** Weights below 0, which the linear method can give. */
  negativeWeights: z.number().int(),
  margins: z.array(margin),
  infeasible: z.array(z.object({ variable: z.string(), category: z.string() })),
})

export type WeighDocument = z.infer<typeof weighDocument>
