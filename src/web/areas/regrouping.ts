import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addRegroupingRoutes(_routing: Routing): void {}
