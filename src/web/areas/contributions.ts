import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addContributionRoutes(_routing: Routing): void {}
