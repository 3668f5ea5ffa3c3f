import type { DeskTools } from '../deskTools.ts'

/** Use cases of this area, called by its routes. */
export interface PlaceDesk {}

export function createPlaceDesk(_tools: DeskTools): PlaceDesk {
  return {}
}
