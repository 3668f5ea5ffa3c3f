import type { profiles as fr } from '../fr/profiles.ts'

/** Customers of partners by group, and maps of the groups. */
export const profiles: typeof fr = {
  pages: {},
  codes: {},
}
