import { changePage } from '../pages/change.tsx'
import { importancePage } from '../pages/importance.tsx'
import { prioritiesPage } from '../pages/priorities.tsx'
import { sideBySidePage } from '../pages/sideBySide.tsx'
import type { Routing } from '../routing.ts'

/** Pages of this area. */
export function addFindingsRoutes(routing: Routing): void {
  routing.page(prioritiesPage)
  routing.page(importancePage)
  routing.page(changePage)
  routing.page(sideBySidePage)
}
