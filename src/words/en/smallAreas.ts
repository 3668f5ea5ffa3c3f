import type { smallAreas as fr } from '../fr/smallAreas.ts'

/** Modelled figures where the survey has too few answers. */
export const smallAreas: typeof fr = {
  pages: {},
  codes: {},
}
