import type { portraits as fr } from '../fr/portraits.ts'

/** Pen portraits of customer groups. */
export const portraits: typeof fr = {
  pages: {},
  codes: {},
}
