import type { DeskTools } from '../deskTools.ts'

/** Customer groups: classifications built, merged, refreshed, and set beside those across the border. */
export interface SegmentDesk {
  readonly tools: DeskTools
}

export function createSegmentDesk(tools: DeskTools): SegmentDesk {
  return { tools }
}
