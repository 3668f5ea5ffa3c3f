import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addFactsheetsRoutes(_routing: Routing): void {}
