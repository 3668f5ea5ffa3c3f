import { smallAreasPage } from '../pages/smallAreas.tsx'
import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addSmallAreasRoutes(routing: Routing): void {
  routing.page(smallAreasPage)
}
