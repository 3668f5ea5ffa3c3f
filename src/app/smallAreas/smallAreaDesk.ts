import type { DeskTools } from '../deskTools.ts'

/** Modelled figures where the survey has too few answers. */
export interface SmallAreaDesk {
  readonly tools: DeskTools
}

export function createSmallAreaDesk(tools: DeskTools): SmallAreaDesk {
  return { tools }
}
