import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addSegmentsRoutes(_routing: Routing): void {}
