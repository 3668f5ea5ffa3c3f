import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addPublicRoutes(_routing: Routing): void {}
