import type { DeskTools } from '../deskTools.ts'

/** Factsheets of sub-criteria, with the words of users and of analysts. */
export interface FactsheetDesk {
  readonly tools: DeskTools
}

export function createFactsheetDesk(tools: DeskTools): FactsheetDesk {
  return { tools }
}
