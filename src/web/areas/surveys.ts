import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addSurveysRoutes(_routing: Routing): void {}
