import type { findings as fr } from '../fr/findings.ts'

/** What follows from the matrix: priorities, importance, change, two territories side by side. */
export const findings: typeof fr = {
  pages: {},
  codes: {},
}
