import type { DeskTools } from '../deskTools.ts'

/** What follows from the matrix: priorities, importance, change, two territories side by side. */
export interface FindingDesk {
  readonly tools: DeskTools
}

export function createFindingDesk(tools: DeskTools): FindingDesk {
  return { tools }
}
