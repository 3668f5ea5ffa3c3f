import type { FC } from 'hono/jsx'
import type { PersonView } from '#app/administration/peopleDesk.ts'
import { roleCodes } from '#domain/accounts'
import type { Page, Visit } from '../page.ts'
import { paths, pathTo } from '../paths.ts'

type Person = PersonView['person']

interface PeopleData {
  readonly found: readonly Person[]
  /** Names of organisations by code. */
  readonly organisations: ReadonlyMap<string, string>
  readonly text: string
  readonly role: string
}

/** A person's roles in words, each with its organisation. */
export function rolesInWords({ words }: Visit, person: Person, organisations: ReadonlyMap<string, string>): readonly string[] {
  return person.memberships.map(({ role, organisation }) =>
    words.accounts.roleOf(words.accounts.roles[role], organisations.get(organisation) ?? organisation),
  )
}

function matches(person: Person, text: string, role: string): boolean {
  const own = `${person.name} ${person.email}`.toLowerCase()
  const words = text.toLowerCase().split(/\s+/)
  return words.every((word) => own.includes(word)) && (role === '' || person.memberships.some((held) => held.role === role))
}

const Filter: FC<{ visit: Visit; data: PeopleData }> = ({ visit, data }) => {
  const { administration, accounts } = visit.words
  return (
    <form method="get" action={paths.adminPeople[visit.language]} class="filters">
      <p class="field">
        <label for="q">{administration.people.searchLabel}</label>
        <input type="search" id="q" name="q" value={data.text} />
      </p>
      <p class="field">
        <label for="role">{administration.people.role}</label>
        <select id="role" name="role">
          <option value="">{administration.all.masculine}</option>
          {roleCodes.map((role) => (
            <option value={role} selected={role === data.role}>
              {accounts.roles[role]}
            </option>
          ))}
        </select>
      </p>
      <button type="submit" class="quiet">
        {administration.search}
      </button>
    </form>
  )
}

const Table: FC<{ visit: Visit; data: PeopleData }> = ({ visit, data }) => {
  const { words, language, asked } = visit
  const { people } = words.administration
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{people.name}</th>
          <th scope="col">{people.email}</th>
          <th scope="col">{people.roles}</th>
          <th scope="col">{people.secondStep}</th>
        </tr>
      </thead>
      <tbody>
        {data.found.map((person) => (
          <tr>
            <th scope="row">
              <a href={pathTo(language, 'adminPerson', asked, { parts: { id: person.id } })}>{person.name}</a>
            </th>
            <td data-label={people.email}>{person.email}</td>
            <td data-label={people.roles}>
              {rolesInWords(visit, person, data.organisations).join(', ') || words.administration.none}
            </td>
            <td data-label={people.secondStep}>{person.twoFactor ? words.shell.yes : words.shell.no}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export const peoplePage: Page<PeopleData> = {
  key: 'adminPeople',
  needs: 'people.manage',
  live: true,
  above: ['administration'],
  async load({ desks, viewer, query, language }) {
    const [text, role] = [query.get('q')?.trim() ?? '', query.get('role') ?? '']
    const [people, organisations] = await Promise.all([desks.accounts.people(viewer), desks.administration.organisations(viewer)])
    return {
      found: people.filter((person) => matches(person, text, role)),
      organisations: new Map(organisations.map(({ code, name }) => [code, name[language]])),
      text,
      role,
    }
  },
  title: (visit) => visit.words.administration.people.title,
  synthetic: () => false,
  view: (visit, data) => {
    const { words, language, asked, format } = visit
    const { people, counted } = words.administration
    return (
      <>
        <h1>{people.title}</h1>
        <p class="context">{people.context}</p>
        <p class="actions">
          <a class="button" href={pathTo(language, 'invitations', asked)}>
            {people.invite}
          </a>
        </p>
        <Filter visit={visit} data={data} />
        {data.found.length === 0 ? (
          <p>{people.empty}</p>
        ) : (
          <>
            <Table visit={visit} data={data} />
            <p class="muted">{counted(format.integer(data.found.length))}</p>
          </>
        )}
      </>
    )
  },
}
