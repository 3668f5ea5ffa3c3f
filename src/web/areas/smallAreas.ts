import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addSmallAreasRoutes(_routing: Routing): void {}
