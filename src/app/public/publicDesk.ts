import type { DeskTools } from '../deskTools.ts'

/** Use cases of this area, called by its routes. */
export interface PublicDesk {}

export function createPublicDesk(_tools: DeskTools): PublicDesk {
  return {}
}
