import type { weights as fr } from '../fr/weights.ts'

/** Weights of a survey: how they are made, what they are worth, which version is in force. */
export const weights: typeof fr = {
  pages: {},
  codes: {},
}
