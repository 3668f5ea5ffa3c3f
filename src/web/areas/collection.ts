import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addCollectionRoutes(_routing: Routing): void {}
