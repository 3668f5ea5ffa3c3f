import { hashPassword } from 'better-auth/crypto'
import { passwordFault, type Membership } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import {
  deleteMembership,
  ensureObservatoryOrganisation,
  insertMembership,
  insertPerson,
  plainEmail,
  savePassword,
  selectOrganisationNames,
  selectPeople,
  selectPersonByEmail,
  type Person,
} from '#store/accounts.ts'
import { recordAudit } from '#store/audit.ts'
import { readOnce, write, type Writer } from '#store/open.ts'
import { deleteSessions } from '#store/sessions.ts'
import { removeSecondFactor } from '#store/secondFactor.ts'
import { accountKeys, attemptSucceeded } from './lockout.ts'
import type { Observatory } from '../observatory.ts'
import { newPassword } from './newPassword.ts'
import { cleanName } from './personName.ts'

/** Who works at the machine itself; nobody is signed in there. */
const atTheMachine = { userId: null, name: 'passerelle admin' }

export interface NewAdministrator {
  readonly email: string
  readonly name: string
  /** Code of an organisation; the observatory's own where none is named. */
  readonly organisation: string | null
  /** `null` has one made, to be shown once. */
  readonly password: string | null
}

export interface MadeAdministrator {
  readonly email: string
  readonly name: string
  readonly organisation: string
  /** The password that was made, or `null` where one was given. */
  readonly password: string | null
}

async function organisationFor(writer: Writer, code: string | null): Promise<string> {
  if (code === null) return ensureObservatoryOrganisation(writer)
  const known = await selectOrganisationNames(writer)
  if (!known.some((each) => each.code === code)) throw new DomainError('organisation.unknown', { code })
  return code
}

function checkEmail(text: string): string {
  const email = plainEmail(text)
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) throw new DomainError('email.invalid', { email: text })
  return email
}

/** Makes an administrator. Refuses an address that has an account (`person.exists`), an unknown organisation, a weak password. */
export async function createAdministrator(obs: Observatory, given: NewAdministrator): Promise<MadeAdministrator> {
  const email = checkEmail(given.email)
  const name = cleanName(given.name)
  const fault = given.password === null ? null : passwordFault(given.password, [name, email])
  if (fault) throw new DomainError(fault)
  const made = given.password === null ? newPassword() : null
  const passwordHash = await hashPassword(given.password ?? made ?? '')
  const organisation = await write(obs.db, async (writer) => {
    if (await selectPersonByEmail(writer, email)) throw new DomainError('person.exists', { email })
    const code = await organisationFor(writer, given.organisation)
    const id = obs.newId()
    const membership: Membership = { organisation: code, role: 'administrator' }
    await insertPerson(writer, { id, name, email, passwordHash }, obs.now())
    await insertMembership(writer, id, membership, obs.now())
    const record = { actor: atTheMachine, action: 'administrator.created', subject: email, organisation: code }
    await recordAudit(writer, record)
    return code
  })
  return { email, name, organisation, password: made }
}

function isAdministrator({ memberships }: Person): boolean {
  return memberships.some(({ role }) => role === 'administrator')
}

export async function listAdministrators(obs: Observatory): Promise<readonly Person[]> {
  return (await readOnce(obs.db, (reader) => selectPeople(reader))).filter((person) => isAdministrator(person))
}

async function known(writer: Writer, email: string): Promise<Person> {
  const person = await selectPersonByEmail(writer, email)
  if (!person) throw new DomainError('person.unknown', { email })
  return person
}

/**
 * Gives anybody's account a new random password, ends its sessions and lifts its lock; with `withoutSecondStep` two-step verification goes too, for a
 * lost phone. Gives the password, to be shown once.
 */
export async function resetPasswordAtTheMachine(obs: Observatory, given: string, withoutSecondStep: boolean): Promise<string> {
  const email = plainEmail(given)
  const password = newPassword()
  const hash = await hashPassword(password)
  await write(obs.db, async (writer) => {
    const { id } = await known(writer, email)
    await savePassword(writer, id, hash, obs.now())
    await deleteSessions(writer, id, null)
    if (withoutSecondStep) await removeSecondFactor(writer, id)
    const details = { withoutSecondStep }
    await recordAudit(writer, { actor: atTheMachine, action: 'password.resetByMachine', subject: email, details })
  })
  await attemptSucceeded(obs, accountKeys(email))
  return password
}

/** Takes every administrator's role of a person away and ends their sessions. The account stays. */
export async function revokeAdministrator(obs: Observatory, given: string): Promise<void> {
  const email = plainEmail(given)
  await write(obs.db, async (writer) => {
    const { id, memberships } = await known(writer, email)
    const held = memberships.filter(({ role }) => role === 'administrator')
    if (held.length === 0) throw new DomainError('administrator.unknown', { email })
    for (const membership of held) await deleteMembership(writer, id, membership)
    await deleteSessions(writer, id, null)
    await recordAudit(writer, { actor: atTheMachine, action: 'administrator.revoked', subject: email })
  })
}
