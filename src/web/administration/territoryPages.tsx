import type { FC } from 'hono/jsx'
import type { TerritoriesDesk, TerritoriesView, TerritoryEditView } from '#app/administration/territoriesDesk.ts'
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
import { Editions } from './zoneEditions.tsx'

const Own: FC<{ visit: Visit; view: TerritoriesView }> = ({ visit, view }) => {
  const { words, language, asked, format } = visit
  const { territories } = words.administration
  if (view.territories.length === 0) return <p>{territories.empty}</p>
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{words.pageNames.territory}</th>
          <th scope="col">{territories.members}</th>
        </tr>
      </thead>
      <tbody>
        {view.territories.map(({ code, name, members }) => (
          <tr>
            <th scope="row">
              <a href={pathTo(language, 'adminTerritory', asked, { parts: { code } })}>{name[language]}</a>
              <code>{code}</code>
            </th>
            <td data-label={territories.members}>{format.list(members.map((member) => member.name[language]))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const listPage: Page<TerritoriesView> = {
  key: 'adminTerritories',
  needs: 'catalogue.manage',
  live: true,
  above: ['administration'],
  load: ({ desks, viewer }) => desks.administration.territories(viewer),
  title: (visit) => visit.words.administration.territories.title,
  synthetic: () => false,
  view: (visit, view) => {
    const { words, language, asked } = visit
    const { territories } = words.administration
    return (
      <>
        <h1>{territories.title}</h1>
        <p class="context">{territories.context}</p>
        <p class="actions">
          <a class="button" href={pathTo(language, 'adminTerritoryNew', asked)}>
            {territories.add}
          </a>
        </p>
        <section aria-labelledby="own">
          <h2 id="own">{territories.own}</h2>
          <Own visit={visit} view={view} />
        </section>
        <Editions visit={visit} view={view} />
      </>
    )
  },
}

interface EditData extends TerritoryEditView {
  readonly form: FormState
}

const Fields: FC<{ visit: Visit; data: EditData }> = ({ visit, data }) => {
  const { words, language } = visit
  const { administration } = words
  const { form, roots, territory } = data
  return (
    <>
      {territory === null && <Text form={form} name="code" label={administration.code} hint={administration.codeHint} />}
      <Text form={form} name="nameFr" label={administration.nameFr} lang="fr" />
      <Text form={form} name="nameEn" label={administration.nameEn} lang="en" />
      {territory === null && (
        <Pick
          form={form}
          name="root"
          label={administration.territories.root}
          options={roots.map(({ root }) => [root.code, root.name[language]] as const)}
        />
      )}
      {roots.map(({ root, bodies }, i) => (
        <Ticks
          form={i === 0 ? form : { ...form, faults: {} }}
          name="members"
          id={i === 0 ? 'members' : `members-${root.code}`}
          legend={administration.territories.membersLegend(root.name[language])}
          options={bodies.map(({ code, name }) => [code, name[language]] as const)}
        />
      ))}
    </>
  )
}

async function loadEdit({ desks, viewer, parts }: Visit): Promise<EditData> {
  const view = await desks.administration.territoryToEdit(viewer, parts['code'] ?? '')
  const { territory } = view
  const values = { nameFr: territory?.name.fr ?? '', nameEn: territory?.name.en ?? '', version: String(territory?.version ?? 0) }
  return { ...view, form: formWith({ ...values, members: view.chosen }) }
}

async function loadNew({ desks, viewer }: Visit): Promise<EditData> {
  return { ...(await desks.administration.territoryToEdit(viewer, null)), form: formWith({}) }
}

type Typed = Parameters<TerritoriesDesk['saveTerritory']>[1]

function typedOf(typed: URLSearchParams, code: string | null): Typed {
  const text = (name: string): string => typed.get(name) ?? ''
  return {
    code: code ?? text('code').trim(),
    nameFr: text('nameFr'),
    nameEn: text('nameEn'),
    root: text('root'),
    members: typed.getAll('members'),
    version: code === null ? null : (versionIn(typed) ?? 0),
  }
}

function territoryPage(isNew: boolean): Page<EditData> {
  const key = isNew ? 'adminTerritoryNew' : 'adminTerritory'
  const title = (visit: Visit, { territory }: EditData): string =>
    territory?.name[visit.language] ?? visit.words.administration.territories.newTitle
  return {
    key,
    needs: 'catalogue.manage',
    live: true,
    above: ['administration', 'adminTerritories'],
    load: isNew ? loadNew : loadEdit,
    title,
    synthetic: () => false,
    view: (visit, data) => {
      const { administration } = visit.words
      const parts = { code: data.territory?.code ?? '' }
      const here = pathTo(visit.language, key, visit.asked, { parts })
      return (
        <>
          <h1>{title(visit, data)}</h1>
          <p class="context">{isNew ? administration.territories.newContext : administration.territories.editContext}</p>
          <FormHead visit={visit} form={data.form} present={here} />
          <form method="post" action={here}>
            <Version form={data.form} />
            <Fields visit={visit} data={data} />
            <button type="submit">{isNew ? administration.create : administration.save}</button>
          </form>
        </>
      )
    },
  }
}

function formPage(page: Page<EditData>, isNew: boolean): FormPage<EditData> {
  const codeOf = ({ parts }: Visit): string | null => (isNew ? null : (parts['code'] ?? ''))
  return {
    page,
    load: page.load,
    save: (visit, typed) => visit.desks.administration.saveTerritory(visit.viewer, typedOf(typed, codeOf(visit))),
    next: (visit, typed) => {
      const { code } = typedOf(typed, codeOf(visit))
      return saved(filled(paths.adminTerritory[visit.language], { code }) + queryOf(visit.asked))
    },
  }
}

export function addTerritoryRoutes(routing: Routing): void {
  const [newPage, editPage] = [territoryPage(true), territoryPage(false)]
  const [newForm, editForm] = [formPage(newPage, true), formPage(editPage, false)]
  routing.page(listPage)
  routing.page(newPage)
  routing.page(editPage)
  routing.on('POST', paths.adminTerritoryNew, 'catalogue.manage', (c, visit) => takeForm(routing, c, visit, newForm))
  routing.on('POST', paths.adminTerritory, 'catalogue.manage', (c, visit) => takeForm(routing, c, visit, editForm))
}
