import type { entry as fr } from '../fr/entry.ts'

/** Answers that come on paper or in a file. */
export const entry: typeof fr = {
  pages: {},
  codes: {},
}
