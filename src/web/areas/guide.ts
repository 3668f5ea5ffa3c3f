import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addGuideRoutes(_routing: Routing): void {}
