import type { FC } from 'hono/jsx'
import type { OrganisationsDesk } from '#app/administration/organisationsDesk.ts'
import { organisationKindCodes } from '#domain/territory'
import type { Page, Visit } from '../page.ts'
import { paths, pathTo } from '../paths.ts'

type Record = Awaited<ReturnType<OrganisationsDesk['organisations']>>[number]

/** More than this many lines help nobody: a search does. */
const shown = 100

interface ListData {
  readonly found: readonly Record[]
  readonly text: string
  readonly kind: string
}

/** Letters without accents and case, to find what was written otherwise. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function matches(record: Record, text: string, kind: string): boolean {
  const words = plain(text).split(/\s+/)
  const own = plain(`${record.name.fr} ${record.name.en} ${record.code}`)
  return (kind === '' || record.kind === kind) && words.every((word) => own.includes(word))
}

const Filter: FC<{ visit: Visit; data: ListData }> = ({ visit, data }) => {
  const { administration: words } = visit.words
  return (
    <form method="get" action={paths.adminOrganisations[visit.language]} class="filters">
      <p class="field">
        <label for="q">{words.organisations.searchLabel}</label>
        <input type="search" id="q" name="q" value={data.text} />
      </p>
      <p class="field">
        <label for="kind">{words.organisations.kind}</label>
        <select id="kind" name="kind">
          <option value="">{words.all.masculine}</option>
          {organisationKindCodes.map((kind) => (
            <option value={kind} selected={kind === data.kind}>
              {words.organisations.kinds[kind]}
            </option>
          ))}
        </select>
      </p>
      <button type="submit" class="quiet">
        {words.search}
      </button>
    </form>
  )
}

const Table: FC<{ visit: Visit; found: readonly Record[] }> = ({ visit, found }) => {
  const { words, language, asked, format } = visit
  const { organisations } = words.administration
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{words.pageNames.adminOrganisation}</th>
          <th scope="col">{organisations.kind}</th>
          <th scope="col" class="number">
            {organisations.people}
          </th>
          <th scope="col" class="number">
            {organisations.places}
          </th>
        </tr>
      </thead>
      <tbody>
        {found.map((each) => (
          <tr>
            <th scope="row">
              <a href={pathTo(language, 'adminOrganisation', asked, { parts: { code: each.code } })}>{each.name[language]}</a>
              {!each.active && <span class="tag">{organisations.ended}</span>}
              <code>{each.code}</code>
            </th>
            <td data-label={organisations.kind}>{organisations.kinds[each.kind]}</td>
            <td data-label={organisations.people} class="number">
              {format.integer(each.people)}
            </td>
            <td data-label={organisations.places} class="number">
              {format.integer(each.places)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export const organisationListPage: Page<ListData> = {
  key: 'adminOrganisations',
  needs: 'organisations.manage',
  live: true,
  above: ['administration'],
  async load({ desks, viewer, query, language }) {
    const [text, kind] = [query.get('q')?.trim() ?? '', query.get('kind') ?? '']
    const collator = new Intl.Collator(language)
    const all = await desks.administration.organisations(viewer)
    const found = all.filter((each) => matches(each, text, kind))
    return { found: found.toSorted((a, b) => collator.compare(a.name[language], b.name[language])), text, kind }
  },
  title: (visit) => visit.words.administration.organisations.title,
  synthetic: () => false,
  view: (visit, data) => {
    const { words, language, asked, format } = visit
    const { administration } = words
    const { found } = data
    return (
      <>
        <h1>{administration.organisations.title}</h1>
        <p class="context">{administration.organisations.context}</p>
        <p class="actions">
          <a class="button" href={pathTo(language, 'adminOrganisationNew', asked)}>
            {administration.organisations.add}
          </a>
        </p>
        <Filter visit={visit} data={data} />
        {found.length === 0 ? <p>{administration.organisations.empty}</p> : <Table visit={visit} found={found.slice(0, shown)} />}
        {found.length > 0 && (
          <p class="muted">
            {found.length > shown
              ? administration.shown(format.integer(shown), format.integer(found.length))
              : administration.counted(format.integer(found.length))}
          </p>
        )}
      </>
    )
  },
}
