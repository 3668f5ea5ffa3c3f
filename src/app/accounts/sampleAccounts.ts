import { hashPassword } from 'better-auth/crypto'
import { roleCodes, type Role } from '#domain/accounts'
import {
  ensureObservatoryOrganisation,
  hasPeople,
  holdsSample,
  insertMembership,
  insertPerson,
  selectOrganisationNames,
} from '#store/accounts.ts'
import { recordAudit } from '#store/audit.ts'
import { read, readOnce, write, type Writer } from '#store/open.ts'
import { selectSetting, settingOr } from '#store/settings.ts'
import type { Observatory } from '../observatory.ts'
import { newPassword } from './newPassword.ts'

export interface SampleAccount {
  readonly role: Role
  readonly email: string
  readonly password: string
}

interface Person {
  readonly name: string
  readonly email: string
  /** An organisation of the sample; `null` for the observatory itself. */
  readonly organisation: string | null
}

// Invented names; the addresses end in a name that no machine may have (RFC 2606).
const persons: Readonly<Record<Role, Person>> = {
  analyst: { name: 'Alix Vasseur', email: 'analyst@passerelle.example', organisation: null },
  partnerManager: { name: 'Dominique Leroy', email: 'partner-manager@passerelle.example', organisation: 'caf-62' },
  officer: { name: 'Sacha Delattre', email: 'officer@passerelle.example', organisation: 'caf-62' },
  referent: { name: 'Claude Bernard', email: 'referent@passerelle.example', organisation: 'cpam-cote-opale' },
  coordinator: { name: 'Morgan Ellis', email: 'coordinator@passerelle.example', organisation: 'department-62' },
  moderator: { name: 'Robin Hughes', email: 'moderator@passerelle.example', organisation: null },
  administrator: { name: 'Camille Fournier', email: 'administrator@passerelle.example', organisation: null },
}

const settingName = 'sampleAccounts'

async function insertAccounts(obs: Observatory, writer: Writer, hashes: Readonly<Record<Role, string>>): Promise<void> {
  const own = await ensureObservatoryOrganisation(writer)
  const known = new Set((await selectOrganisationNames(writer)).map(({ code }) => code))
  for (const role of roleCodes) {
    const { name, email, organisation } = persons[role]
    const id = obs.newId()
    await insertPerson(writer, { id, name, email, passwordHash: hashes[role] }, obs.now())
    const code = organisation !== null && known.has(organisation) ? organisation : own
    await insertMembership(writer, id, { organisation: code, role }, obs.now())
  }
  const actor = { userId: null, name: 'passerelle start' }
  await recordAudit(writer, {
    actor,
    action: 'sampleAccounts.created',
    subject: 'sample',
    details: { accounts: roleCodes.length },
  })
}

/**
 * Makes one account for each role with a random password, once in the life of an observatory that holds the sample and nobody else. Gives them with
 * their passwords, which are kept nowhere; `null` when they were made before or do not belong here.
 */
export async function makeSampleAccounts(obs: Observatory): Promise<readonly SampleAccount[] | null> {
  const due = await read(obs.db, async (reader) => {
    const before = await selectSetting(reader, settingName)
    return before === null && (await holdsSample(reader)) && !(await hasPeople(reader))
  })
  if (!due) return null
  const accounts = roleCodes.map((role) => ({ role, email: persons[role].email, password: newPassword() }))
  const hashed: [Role, string][] = []
  for (const { role, password } of accounts) hashed.push([role, await hashPassword(password)])
  const hashes = Object.fromEntries(hashed) as Record<Role, string>
  const mine = obs.newId()
  const made = await write(obs.db, async (writer) => {
    // The setting decides which of two processes makes them.
    if ((await settingOr(writer, settingName, mine)) !== mine) return false
    await insertAccounts(obs, writer, hashes)
    return true
  })
  return made ? accounts : null
}

/** Whether the observatory has its sample accounts, whose passwords were shown before. */
export async function hasSampleAccounts(obs: Observatory): Promise<boolean> {
  return (await readOnce(obs.db, (reader) => selectSetting(reader, settingName))) !== null
}
