import type { FC } from 'hono/jsx'
import type { OrganisationsDesk, OrganisationView } from '#app/administration/organisationsDesk.ts'
import { organisationKindCodes } from '#domain/territory'
import type { Page, Visit } from '../page.ts'
import { filled, paths, pathTo, queryOf } from '../paths.ts'
import type { Routing } from '../routing.ts'
import {
  FormHead,
  formWith,
  Pick,
  saved,
  takeForm,
  Text,
  Ticks,
  Version,
  versionIn,
  type FormPage,
  type FormState,
} from './form.tsx'
import { organisationListPage } from './organisationList.tsx'

const Fields: FC<{ visit: Visit; form: FormState; isNew: boolean }> = ({ visit, form, isNew }) => {
  const { administration: words } = visit.words
  const { organisations } = words
  return (
    <>
      {isNew && <Text form={form} name="code" label={words.code} hint={words.codeHint} />}
      <Text form={form} name="nameFr" label={words.nameFr} lang="fr" />
      <Text form={form} name="nameEn" label={words.nameEn} lang="en" />
      <Pick
        form={form}
        name="kind"
        label={organisations.kind}
        options={organisationKindCodes.map((kind) => [kind, organisations.kinds[kind]] as const)}
      />
      <Pick form={form} name="country" label={words.country} options={Object.entries(words.countries)} />
      <Text form={form} name="zone" label={organisations.zone} hint={organisations.zoneHint} />
      <Text form={form} name="url" label={organisations.url} hint={organisations.urlHint} inputmode="url" />
      {!isNew && <Ticks form={form} name="active" legend={organisations.activeHint} options={[['yes', organisations.active]]} />}
    </>
  )
}

function typedOf(typed: URLSearchParams, code: string | null): TypedFields {
  const text = (name: string): string => typed.get(name) ?? ''
  return {
    code: code ?? text('code').trim(),
    nameFr: text('nameFr'),
    nameEn: text('nameEn'),
    kind: text('kind'),
    country: text('country'),
    zone: text('zone'),
    url: text('url'),
    active: code === null || typed.get('active') === 'yes',
    version: code === null ? null : (versionIn(typed) ?? 0),
  }
}
type TypedFields = Parameters<OrganisationsDesk['saveOrganisation']>[1]

interface NewData {
  readonly form: FormState
}

const newPage: Page<NewData> = {
  key: 'adminOrganisationNew',
  needs: 'organisations.manage',
  live: true,
  above: ['administration', 'adminOrganisations'],
  load: () => Promise.resolve({ form: formWith({ country: 'FR' }) }),
  title: (visit) => visit.words.administration.organisations.newTitle,
  synthetic: () => false,
  view: (visit, { form }) => {
    const { administration } = visit.words
    return (
      <>
        <h1>{administration.organisations.newTitle}</h1>
        <p class="context">{administration.organisations.newContext}</p>
        <FormHead visit={visit} form={form} />
        <form method="post" action={pathTo(visit.language, 'adminOrganisationNew', visit.asked)}>
          <Fields visit={visit} form={form} isNew />
          <button type="submit">{administration.create}</button>
        </form>
      </>
    )
  },
}

interface EditData extends OrganisationView {
  readonly form: FormState
}

const Members: FC<{ visit: Visit; data: EditData }> = ({ visit, data }) => {
  const { words, language, asked, format } = visit
  const { organisations } = words.administration
  const { organisation, people } = data
  return (
    <section aria-labelledby="people">
      <h2 id="people">{organisations.people}</h2>
      {people.length === 0 ? (
        <p>{organisations.noPeople}</p>
      ) : (
        <ul class="key-list">
          {people.map((person) => {
            const roles = person.memberships.filter((held) => held.organisation === organisation.code)
            return (
              <li>
                <a href={pathTo(language, 'adminPerson', asked, { parts: { id: person.id } })}>{person.name}</a>
                <span>{roles.map(({ role }) => words.accounts.roles[role]).join(', ')}</span>
              </li>
            )
          })}
        </ul>
      )}
      <h2>{organisations.places}</h2>
      <p>{organisations.placesCount(format.integer(organisation.places), organisation.places === 1)}</p>
    </section>
  )
}

async function loadEdit({ desks, viewer, parts }: Visit): Promise<EditData> {
  const view = await desks.administration.organisation(viewer, parts['code'] ?? '')
  const { name, kind, country, zone, url, active, version } = view.organisation
  const values = { nameFr: name.fr, nameEn: name.en, kind, country, zone, url: url ?? '', version: String(version) }
  return { ...view, form: formWith({ ...values, active: active ? ['yes'] : [] }) }
}

const editPage: Page<EditData> = {
  key: 'adminOrganisation',
  needs: 'organisations.manage',
  live: true,
  above: ['administration', 'adminOrganisations'],
  load: loadEdit,
  title: (visit, { organisation }) => organisation.name[visit.language],
  synthetic: () => false,
  view: (visit, data) => {
    const { language, asked, words } = visit
    const { organisation, form } = data
    const here = pathTo(language, 'adminOrganisation', asked, { parts: { code: organisation.code } })
    return (
      <>
        <h1>{organisation.name[language]}</h1>
        <p class="context">
          {words.administration.code} <code>{organisation.code}</code>
        </p>
        <FormHead visit={visit} form={form} present={here} />
        <form method="post" action={here}>
          <Version form={form} />
          <Fields visit={visit} form={form} isNew={false} />
          <button type="submit">{words.administration.save}</button>
        </form>
        <Members visit={visit} data={data} />
      </>
    )
  },
}

function editPath(visit: Visit, code: string): string {
  return saved(filled(paths.adminOrganisation[visit.language], { code }) + queryOf(visit.asked))
}

const newForm: FormPage<NewData> = {
  page: newPage,
  load: newPage.load,
  save: ({ desks, viewer }, typed) => desks.administration.saveOrganisation(viewer, typedOf(typed, null)),
  next: (visit, typed) => editPath(visit, typedOf(typed, null).code),
}

const editForm: FormPage<EditData> = {
  page: editPage,
  load: loadEdit,
  save: ({ desks, viewer, parts }, typed) => desks.administration.saveOrganisation(viewer, typedOf(typed, parts['code'] ?? '')),
  next: (visit) => editPath(visit, visit.parts['code'] ?? ''),
}

export function addOrganisationRoutes(routing: Routing): void {
  routing.page(organisationListPage)
  routing.page(newPage)
  routing.page(editPage)
  routing.on('POST', paths.adminOrganisationNew, 'organisations.manage', (c, visit) => takeForm(routing, c, visit, newForm))
  routing.on('POST', paths.adminOrganisation, 'organisations.manage', (c, visit) => takeForm(routing, c, visit, editForm))
}
