import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addProfilesRoutes(_routing: Routing): void {}
