import type { DeskTools } from '../deskTools.ts'

/** Customers of partners by group, and maps of the groups. */
export interface ProfileDesk {
  readonly tools: DeskTools
}

export function createProfileDesk(tools: DeskTools): ProfileDesk {
  return { tools }
}
