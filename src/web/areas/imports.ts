import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addImportRoutes(_routing: Routing): void {}
