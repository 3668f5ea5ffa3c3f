import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addMapRoutes(_routing: Routing): void {}
