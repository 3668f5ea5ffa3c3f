import type { DeskTools } from '../deskTools.ts'

/** The guide for front-line staff. */
export interface GuideDesk {
  readonly tools: DeskTools
}

export function createGuideDesk(tools: DeskTools): GuideDesk {
  return { tools }
}
