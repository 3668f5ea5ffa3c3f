import type { DeskTools } from '../deskTools.ts'

/** Use cases of this area, called by its routes. */
export interface MapDesk {}

export function createMapDesk(_tools: DeskTools): MapDesk {
  return {}
}
