import { addFileRoutes } from '../entry/entryFileRoutes.ts'
import { addPaperRoutes } from '../entry/entryPaperRoutes.ts'
import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addEntryRoutes(routing: Routing): void {
  addPaperRoutes(routing)
  addFileRoutes(routing)
}
