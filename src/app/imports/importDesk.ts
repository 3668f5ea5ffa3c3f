import type { DeskTools } from '../deskTools.ts'

/** Use cases of this area, called by its routes. */
export interface ImportDesk {}

export function createImportDesk(_tools: DeskTools): ImportDesk {
  return {}
}
