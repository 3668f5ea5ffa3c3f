import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addWeightsRoutes(_routing: Routing): void {}
