import type { guide as fr } from '../fr/guide.ts'

/** The guide for front-line staff. */
export const guide: typeof fr = {
  pages: {},
  codes: {},
}
