import type { DeskTools } from '../deskTools.ts'

/** Answering a survey, by link or by code. */
export interface CollectionDesk {
  readonly tools: DeskTools
}

export function createCollectionDesk(tools: DeskTools): CollectionDesk {
  return { tools }
}
