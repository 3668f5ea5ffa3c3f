import type { factsheets as fr } from '../fr/factsheets.ts'

/** Factsheets of sub-criteria, with the words of users and of analysts. */
export const factsheets: typeof fr = {
  pages: {},
  codes: {},
}
