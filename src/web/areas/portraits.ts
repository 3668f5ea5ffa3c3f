import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addPortraitsRoutes(_routing: Routing): void {}
