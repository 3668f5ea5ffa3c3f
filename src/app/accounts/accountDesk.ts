import { visitor, type Viewer } from '#domain/accounts'
import type { DeskTools } from '../deskTools.ts'

/** Use cases of this area, called by its routes. */
export interface AccountDesk {
  /** Who sent these headers: the person of a valid session, or anybody. */
  viewerOf(headers: Headers): Promise<Viewer>
}

export function createAccountDesk(_tools: DeskTools): AccountDesk {
  return { viewerOf: () => Promise.resolve(visitor) }
}
