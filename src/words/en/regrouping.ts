import type { segments as fr } from '../fr/segments.ts'

/** Customer groups: classifications built, merged, refreshed, and set beside those across the border. */
export const regrouping: typeof fr = {
  pages: {},
  codes: {},
}
