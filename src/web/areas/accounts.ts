import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addAccountRoutes(_routing: Routing): void {}
