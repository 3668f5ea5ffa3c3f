import type { FC } from 'hono/jsx'
import type { GridView } from '#app/administration/gridsDesk.ts'
import { administrationActions } from '../addresses/administration.ts'
import type { Page, Visit } from '../page.ts'
import { readForm } from '../parts/form.tsx'
import { filled, paths, pathTo, queryOf } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { FormHead, formWith, saved, takeForm, Version, versionIn, type FormPage, type FormState } from './form.tsx'
import { GridNames, gridItems, maskInput, MaskTable, nameInput } from './gridTables.tsx'

const List: FC<{ visit: Visit; grids: readonly GridView[] }> = ({ visit, grids }) => {
  const { words, language, asked, format } = visit
  const { grids: text, none } = words.administration
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{text.version}</th>
          <th scope="col">{text.state}</th>
          <th scope="col">{text.publishedAt}</th>
          <th scope="col">{text.surveys}</th>
        </tr>
      </thead>
      <tbody>
        {grids.map(({ code, state, publishedAt, surveys }) => (
          <tr>
            <th scope="row">
              <a href={pathTo(language, 'adminGrid', asked, { parts: { code } })}>{code}</a>
            </th>
            <td data-label={text.state}>{text.states[state]}</td>
            <td data-label={text.publishedAt}>{publishedAt ? format.date(publishedAt.toISOString()) : none}</td>
            <td data-label={text.surveys}>{surveys.length === 0 ? none : surveys.map((title) => title[language]).join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const listPage: Page<readonly GridView[]> = {
  key: 'adminGrids',
  needs: 'catalogue.manage',
  live: true,
  above: ['administration'],
  load: ({ desks, viewer }) => desks.administration.grids(viewer),
  title: (visit) => visit.words.administration.grids.title,
  synthetic: () => false,
  view: (visit, grids) => {
    const { grids: text } = visit.words.administration
    const last = grids.findLast(({ state }) => state === 'published')
    return (
      <>
        <h1>{text.title}</h1>
        <p class="context">{text.context}</p>
        <List visit={visit} grids={grids} />
        {last && (
          <form method="post" action={pathTo(visit.language, 'adminGrids', visit.asked)} class="actions">
            <input type="hidden" name="basedOn" value={last.code} />
            <button type="submit">{text.draftFrom(last.code)}</button>
          </form>
        )}
      </>
    )
  },
}

interface GridData {
  readonly grid: GridView
  readonly form: FormState
}

async function loadGrid({ desks, viewer, parts }: Visit): Promise<GridData> {
  const grid = await desks.administration.grid(viewer, parts['code'] ?? '')
  const { names, masked } = grid.content
  const inputs = gridItems.flatMap((item) => [
    [nameInput(item, 'fr'), names[item].fr] as const,
    [nameInput(item, 'en'), names[item].en] as const,
  ])
  const ticked = Object.entries(masked).flatMap(([service, items]) => (items ?? []).map((item) => `${service} ${item}`))
  return { grid, form: formWith({ ...Object.fromEntries(inputs), [maskInput]: ticked, version: String(grid.version) }) }
}

const Ending: FC<{ visit: Visit; data: GridData }> = ({ visit, data }) => {
  const { grids: text } = visit.words.administration
  const action = (name: 'publishGrid' | 'discardGrid'): string =>
    filled(administrationActions[name][visit.language], { code: data.grid.code }) + queryOf(visit.asked)
  return (
    <>
      <details class="admin-danger">
        <summary>{text.publish}</summary>
        <p>{text.publishNote}</p>
        <form method="post" action={action('publishGrid')}>
          <input type="hidden" name="version" value={String(data.grid.version)} />
          <button type="submit">{text.publish}</button>
        </form>
      </details>
      <details class="admin-danger">
        <summary>{text.discard}</summary>
        <p>{text.discardNote}</p>
        <form method="post" action={action('discardGrid')}>
          <button type="submit">{text.discard}</button>
        </form>
      </details>
    </>
  )
}

const gridPage: Page<GridData> = {
  key: 'adminGrid',
  needs: 'catalogue.manage',
  live: true,
  above: ['administration', 'adminGrids'],
  load: loadGrid,
  title: (visit, { grid }) => visit.words.administration.grids.gridTitle(grid.code),
  synthetic: () => false,
  view: (visit, data) => {
    const { grid, form } = data
    const { administration } = visit.words
    const { grids: text } = administration
    const isDraft = grid.state === 'draft'
    const here = pathTo(visit.language, 'adminGrid', visit.asked, { parts: { code: grid.code } })
    const tables = (
      <>
        <GridNames visit={visit} form={form} editable={isDraft} />
        <MaskTable visit={visit} form={form} editable={isDraft} />
      </>
    )
    return (
      <>
        <h1>{text.gridTitle(grid.code)}</h1>
        <p class="context">{isDraft ? text.drafted(grid.basedOn ?? '') : text.published}</p>
        <FormHead visit={visit} form={form} present={here} />
        {isDraft ? (
          <form method="post" action={here}>
            <Version form={form} />
            {tables}
            <p class="actions">
              <button type="submit">{administration.save}</button>
            </p>
          </form>
        ) : (
          tables
        )}
        {isDraft && <Ending visit={visit} data={data} />}
      </>
    )
  },
}

const form: FormPage<GridData> = {
  page: gridPage,
  load: loadGrid,
  save: (visit, typed) => {
    const text = (name: string): string => (typed.get(name) ?? '').trim()
    const names = gridItems.map((item) => [item, { fr: text(nameInput(item, 'fr')), en: text(nameInput(item, 'en')) }] as const)
    return visit.desks.administration.saveGrid(visit.viewer, visit.parts['code'] ?? '', {
      names: Object.fromEntries(names),
      masked: typed.getAll(maskInput),
      version: versionIn(typed) ?? 0,
    })
  },
  next: (visit) => saved(filled(paths.adminGrid[visit.language], { code: visit.parts['code'] ?? '' }) + queryOf(visit.asked)),
}

export function addGridRoutes(routing: Routing): void {
  routing.page(listPage)
  routing.page(gridPage)
  routing.on('POST', paths.adminGrids, 'catalogue.manage', async (c, visit) => {
    const basedOn = (await readForm(c)).get('basedOn') ?? ''
    const code = await visit.desks.administration.draftGrid(visit.viewer, basedOn)
    return c.redirect(pathTo(visit.language, 'adminGrid', visit.asked, { parts: { code } }), 303)
  })
  routing.on('POST', paths.adminGrid, 'catalogue.manage', (c, visit) => takeForm(routing, c, visit, form))
  routing.on('POST', administrationActions.publishGrid, 'catalogue.manage', async (c, visit) => {
    const code = visit.parts['code'] ?? ''
    await visit.desks.administration.publishGrid(visit.viewer, code, versionIn(await readForm(c)) ?? 0)
    return c.redirect(saved(pathTo(visit.language, 'adminGrid', visit.asked, { parts: { code } })), 303)
  })
  routing.on('POST', administrationActions.discardGrid, 'catalogue.manage', async (c, visit) => {
    await visit.desks.administration.discardGrid(visit.viewer, visit.parts['code'] ?? '')
    return c.redirect(pathTo(visit.language, 'adminGrids', visit.asked), 303)
  })
}
