import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addEntryRoutes(_routing: Routing): void {}
