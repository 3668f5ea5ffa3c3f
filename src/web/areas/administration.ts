import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addAdministrationRoutes(_routing: Routing): void {}
