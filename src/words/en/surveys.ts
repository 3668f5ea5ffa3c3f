import type { surveys as fr } from '../fr/surveys.ts'

/** Surveys from their plan to their publication. */
export const surveys: typeof fr = {
  pages: {},
  codes: {},
}
