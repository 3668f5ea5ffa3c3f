import type { FC } from 'hono/jsx'
import type { PersonView } from '#app/administration/peopleDesk.ts'
import { isRoleCode, roleCodes } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { administrationActions } from '../addresses/administration.ts'
import type { Page, Visit } from '../page.ts'
import { readForm } from '../parts/form.tsx'
import { filled, paths, queryOf } from '../paths.ts'
import type { Routing, WebContext } from '../routing.ts'
import { faultsOf, FormHead, formWith, Pick, saved, type FormState } from './form.tsx'
import { peoplePage } from './peoplePage.tsx'

interface PersonData extends PersonView {
  readonly form: FormState
}

async function loadPerson({ desks, viewer, parts }: Visit): Promise<PersonData> {
  return { ...(await desks.administration.person(viewer, parts['id'] ?? '')), form: formWith({}) }
}

function action(visit: Visit, name: 'giveRole' | 'takeRole' | 'endSessions' | 'closeAccount'): string {
  return filled(administrationActions[name][visit.language], { id: visit.parts['id'] ?? '' }) + queryOf(visit.asked)
}

const Roles: FC<{ visit: Visit; data: PersonData }> = ({ visit, data }) => {
  const { accounts, administration } = visit.words
  const { people } = administration
  const { memberships } = data.person
  const nameOf = (code: string): string => data.organisations.find((each) => each.code === code)?.name[visit.language] ?? code
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">{people.roles}</h2>
      {memberships.length === 0 ? (
        <p>{people.noRole}</p>
      ) : (
        <ul class="key-list">
          {memberships.map(({ role, organisation }) => (
            <li>
              <span>{accounts.roleOf(accounts.roles[role], nameOf(organisation))}</span>
              <form method="post" action={action(visit, 'takeRole')}>
                <input type="hidden" name="role" value={role} />
                <input type="hidden" name="organisation" value={organisation} />
                <button type="submit" class="quiet" aria-label={people.takeLabel(accounts.roles[role], nameOf(organisation))}>
                  {people.take}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <h3>{people.give}</h3>
      <form method="post" action={action(visit, 'giveRole')}>
        <Pick
          form={data.form}
          name="role"
          label={people.role}
          options={roleCodes.map((role) => [role, accounts.roles[role]] as const)}
        />
        <Pick
          form={data.form}
          name="organisation"
          label={people.organisation}
          options={data.organisations.map(({ code, name }) => [code, name[visit.language]] as const)}
        />
        <button type="submit">{people.giveButton}</button>
      </form>
    </section>
  )
}

const Sessions: FC<{ visit: Visit; data: PersonData }> = ({ visit, data }) => {
  const { words, format } = visit
  const { people } = words.administration
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{people.sessions}</h2>
      {data.sessions.length === 0 ? (
        <p>{people.noSessions}</p>
      ) : (
        <>
          <ul class="key-list">
            {data.sessions.map(({ usedAt, address }) => (
              <li>{people.session(format.instant(usedAt.toISOString()), address ?? words.shell.unknown)}</li>
            ))}
          </ul>
          <form method="post" action={action(visit, 'endSessions')} class="actions">
            <button type="submit" class="quiet">
              {people.endSessions}
            </button>
          </form>
        </>
      )}
      <h2>{people.ways}</h2>
      <p>{[...(data.ways.password ? [people.password] : []), ...data.ways.providers].join(', ') || people.noWay}</p>
    </section>
  )
}

const Close: FC<{ visit: Visit; data: PersonData }> = ({ visit, data }) => {
  const { people } = visit.words.administration
  if (data.person.id === visit.viewer.userId) return <p class="muted">{people.self}</p>
  return (
    <details class="admin-danger">
      <summary>{people.close}</summary>
      <p>{people.closeNote}</p>
      <form method="post" action={action(visit, 'closeAccount')}>
        <button type="submit">{people.close}</button>
      </form>
    </details>
  )
}

const personPage: Page<PersonData> = {
  key: 'adminPerson',
  needs: 'people.manage',
  live: true,
  above: ['administration', 'adminPeople'],
  load: loadPerson,
  title: (_visit, { person }) => person.name,
  synthetic: () => false,
  view: (visit, data) => {
    const { words, format } = visit
    const { person, form } = data
    return (
      <>
        <h1>{person.name}</h1>
        <p class="context">
          {person.email}. {words.administration.people.since(format.date(person.createdAt.toISOString()))}
        </p>
        <FormHead visit={visit} form={form} />
        <Roles visit={visit} data={data} />
        <Sessions visit={visit} data={data} />
        <Close visit={visit} data={data} />
      </>
    )
  },
}

function back(c: WebContext, visit: Visit): Response {
  return c.redirect(saved(filled(paths.adminPerson[visit.language], { id: visit.parts['id'] ?? '' }) + queryOf(visit.asked)), 303)
}

async function give(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const typed = await readForm(c)
  const [role, organisation] = [typed.get('role') ?? '', typed.get('organisation') ?? '']
  const again = async (field: string, code: string): Promise<Response> => {
    const form = { typed, faults: faultsOf(visit, { [field]: code }), conflict: false }
    return routing.show(c, visit, personPage, { ...(await loadPerson(visit)), form })
  }
  if (!isRoleCode(role)) return again('role', 'choice.missing')
  if (organisation === '') return again('organisation', 'choice.missing')
  try {
    await visit.desks.accounts.giveRole(visit.viewer, visit.parts['id'] ?? '', { role, organisation })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'membership.held') throw error
    return again('role', 'membership.held')
  }
  return back(c, visit)
}

async function take(c: WebContext, visit: Visit): Promise<Response> {
  const typed = await readForm(c)
  const [role, organisation] = [typed.get('role') ?? '', typed.get('organisation') ?? '']
  if (isRoleCode(role)) await visit.desks.accounts.takeRole(visit.viewer, visit.parts['id'] ?? '', { role, organisation })
  return back(c, visit)
}

export function addPeopleRoutes(routing: Routing): void {
  routing.page(peoplePage)
  routing.page(personPage)
  routing.on('POST', administrationActions.giveRole, 'people.manage', (c, visit) => give(routing, c, visit))
  routing.on('POST', administrationActions.takeRole, 'people.manage', take)
  routing.on('POST', administrationActions.endSessions, 'people.manage', async (c, visit) => {
    await visit.desks.accounts.endSessionsOf(visit.viewer, visit.parts['id'] ?? '')
    return back(c, visit)
  })
  routing.on('POST', administrationActions.closeAccount, 'people.manage', async (c, visit) => {
    await visit.desks.administration.closeAccount(visit.viewer, visit.parts['id'] ?? '')
    return back(c, visit)
  })
}
