import type { DeskTools } from '../deskTools.ts'

/** Groups made of groups: merged, refreshed with new data, set beside those across the border. */
export interface RegroupingDesk {
  readonly tools: DeskTools
}

export function createRegroupingDesk(tools: DeskTools): RegroupingDesk {
  return { tools }
}
