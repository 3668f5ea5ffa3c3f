import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addFindingsRoutes(_routing: Routing): void {}
