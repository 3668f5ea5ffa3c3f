import type { Membership, Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import {
  countHolders,
  deleteMembership,
  insertMembership,
  selectOrganisationNames,
  selectPeople,
  selectPerson,
  type Person,
} from '#store/accounts.ts'
import { recordAudit } from '#store/audit.ts'
import { read, readOnce, write } from '#store/open.ts'
import { deleteSessions } from '#store/sessions.ts'
import type { Observatory } from '../observatory.ts'
import { authorise } from '../rights.ts'

/** Everybody with an account, for the administrators. */
export function people(obs: Observatory, viewer: Viewer): Promise<readonly Person[]> {
  authorise(viewer, 'people.manage')
  return readOnce(obs.db, (reader) => selectPeople(reader))
}

/** Gives somebody a role for an organisation; refuses what is unknown (`person.unknown`, `organisation.unknown`) or held (`membership.held`). */
export async function giveRole(obs: Observatory, viewer: Viewer, userId: string, membership: Membership): Promise<void> {
  authorise(viewer, 'people.manage')
  const { organisation, role } = membership
  await write(obs.db, async (writer) => {
    if (!(await selectPerson(writer, userId))) throw new DomainError('person.unknown', { code: userId })
    const known = await selectOrganisationNames(writer)
    if (!known.some(({ code }) => code === organisation)) throw new DomainError('organisation.unknown', { code: organisation })
    if (!(await insertMembership(writer, userId, membership, obs.now()))) throw new DomainError('membership.held')
    await recordAudit(writer, { actor: viewer, action: 'role.given', subject: userId, organisation, details: { role } })
  })
}

/** Takes a role away, at once; `person.unknown` when it is not held, `administrator.last` for the last administrator's. */
export async function takeRole(obs: Observatory, viewer: Viewer, userId: string, membership: Membership): Promise<void> {
  authorise(viewer, 'people.manage')
  const { organisation, role } = membership
  await write(obs.db, async (writer) => {
    if (!(await deleteMembership(writer, userId, membership))) throw new DomainError('person.unknown', { code: userId })
    if (role === 'administrator' && (await countHolders(writer, role)) === 0) throw new DomainError('administrator.last')
    await recordAudit(writer, { actor: viewer, action: 'role.taken', subject: userId, organisation, details: { role } })
  })
}

/** Ends every session of somebody, at once, and gives how many. */
export async function endSessionsOf(obs: Observatory, viewer: Viewer, userId: string): Promise<number> {
  authorise(viewer, 'people.manage')
  const person = await read(obs.db, (reader) => selectPerson(reader, userId))
  if (!person) throw new DomainError('person.unknown', { code: userId })
  return write(obs.db, async (writer) => {
    const sessions = await deleteSessions(writer, userId, null)
    await recordAudit(writer, { actor: viewer, action: 'sessions.ended', subject: userId, details: { sessions } })
    return sessions
  })
}
