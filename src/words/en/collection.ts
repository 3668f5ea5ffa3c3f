import type { collection as fr } from '../fr/collection.ts'

/** Answering a survey, by link or by code. */
export const collection: typeof fr = {
  pages: {},
  codes: {},
}
