import type { DeskTools } from '../deskTools.ts'

/** Use cases of this area, called by its routes. */
export interface ContributionDesk {}

export function createContributionDesk(_tools: DeskTools): ContributionDesk {
  return {}
}
