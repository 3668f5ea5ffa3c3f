import type { DeskTools } from '../deskTools.ts'

/** Answers that come on paper or in a file. */
export interface EntryDesk {
  readonly tools: DeskTools
}

export function createEntryDesk(tools: DeskTools): EntryDesk {
  return { tools }
}
