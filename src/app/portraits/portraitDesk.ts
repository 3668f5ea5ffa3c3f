import type { DeskTools } from '../deskTools.ts'

/** Pen portraits of customer groups. */
export interface PortraitDesk {
  readonly tools: DeskTools
}

export function createPortraitDesk(tools: DeskTools): PortraitDesk {
  return { tools }
}
