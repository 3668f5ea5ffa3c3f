import type { Guard } from './guards.ts'

/** Whom a matrix is about: a flag per respondent for the territory and for the zone it is compared with. */
export interface Comparison {
  readonly territory: Uint8Array
  readonly against: Uint8Array
  /** Cells of fewer answers than this are suppressed, here or in the zone compared with; 0 when the viewer holds the records. */
  readonly disclosureThreshold: number
  /** A rate of giving up of fewer people than this, but for none, is not told: within a user group; 0 for everybody. */
  readonly fewestReasons: number
  /** Wholes from which a cell of either could be subtracted out. */
  readonly guards: { readonly territory: readonly Guard[]; readonly against: readonly Guard[] }
  readonly minimumEffectiveN: number
}

/** A variance of rounding alone, as of a domain equal to the whole, is no variance: 1e-12 of a point. */
export function standardError(variance: number): number | null {
  return variance > 1e-24 ? Math.sqrt(variance) : null
}
