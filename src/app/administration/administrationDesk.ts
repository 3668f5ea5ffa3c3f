import type { DeskTools } from '../deskTools.ts'

/** Use cases of this area, called by its routes. */
export interface AdministrationDesk {}

export function createAdministrationDesk(_tools: DeskTools): AdministrationDesk {
  return {}
}
