import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addPlaceRoutes(_routing: Routing): void {}
