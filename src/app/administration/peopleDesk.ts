import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { countHolders, selectPerson, selectSignInWays, type Person } from '#store/accounts.ts'
import { recordAudit } from '#store/audit.ts'
import { closeAccount } from '#store/closeAccount.ts'
import { read, write } from '#store/open.ts'
import { selectOrganisationRecords, type OrganisationRecord } from '#store/organisations.ts'
import { selectSessions, type OpenSession } from '#store/sessions.ts'
import type { DeskTools } from '../deskTools.ts'
import type { Observatory } from '../observatory.ts'
import { authorise } from '../rights.ts'

export interface PersonView {
  readonly person: Person
  readonly sessions: readonly OpenSession[]
  readonly ways: { readonly password: boolean; readonly providers: readonly string[] }
  /** Those that a role can be given for. */
  readonly organisations: readonly OrganisationRecord[]
}

/** What an administrator does with accounts beside giving roles, which is in the desk of accounts. */
export interface PeopleAdministration {
  /** Refuses with `person.unknown`. */
  person(viewer: Viewer, id: string): Promise<PersonView>
  /** Takes away all roles, sessions and ways to sign in; what the person did keeps their name. Refuses oneself and the last administrator. */
  closeAccount(viewer: Viewer, id: string): Promise<void>
}

async function close(obs: Observatory, viewer: Viewer, id: string): Promise<void> {
  authorise(viewer, 'people.manage')
  if (viewer.userId === id) throw new DomainError('person.self')
  await write(obs.db, async (writer) => {
    const person = await selectPerson(writer, id)
    if (!person) throw new DomainError('person.unknown', { code: id })
    const removed = await closeAccount(writer, id)
    if ((await countHolders(writer, 'administrator')) === 0) throw new DomainError('administrator.last')
    await recordAudit(writer, {
      actor: viewer,
      action: 'account.closed',
      subject: id,
      details: { name: person.name, ...removed },
    })
  })
}

export function peopleAdministration({ observatory: obs }: DeskTools): PeopleAdministration {
  return {
    person(viewer, id) {
      authorise(viewer, 'people.manage')
      return read(obs.db, async (reader) => {
        const person = await selectPerson(reader, id)
        if (!person) throw new DomainError('person.unknown', { code: id })
        const organisations = (await selectOrganisationRecords(reader)).filter(({ active }) => active)
        return {
          person,
          sessions: await selectSessions(reader, id, obs.now()),
          ways: await selectSignInWays(reader, id),
          organisations,
        }
      })
    },
    closeAccount: (viewer, id) => close(obs, viewer, id),
  }
}
