import { addInvitationRoutes } from '../accounts/invitationRoutes.ts'
import { addOwnRoutes } from '../accounts/ownRoutes.ts'
import { addPasskeyRoutes } from '../accounts/passkeyRoutes.ts'
import { addResetRoutes } from '../accounts/resetRoutes.ts'
import { addSignInRoutes } from '../accounts/signInRoutes.ts'
import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addAccountRoutes(routing: Routing): void {
  addSignInRoutes(routing)
  addResetRoutes(routing)
  addInvitationRoutes(routing)
  addOwnRoutes(routing)
  addPasskeyRoutes(routing)
}
