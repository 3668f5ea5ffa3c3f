import type { FC } from 'hono/jsx'
import type { GridComparison, GridView } from '#app/surveys/gridsDesk.ts'
import { surveyActions } from '../addresses/surveys.ts'
import { saved, versionIn } from '../administration/form.tsx'
import type { Page, Visit } from '../page.ts'
import { readForm } from '../parts/form.tsx'
import { filled, paths, pathTo, queryOf } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { addGridFormRoutes } from './gridForms.tsx'
import { Crosswalks, GridDifferences, GridTexts } from './gridParts.tsx'

const List: FC<{ visit: Visit; grids: readonly GridView[] }> = ({ visit, grids }) => {
  const { words, language, asked, format } = visit
  const text = words.surveys.grids
  return (
    <table class="admin-table">
      <thead>
        <tr>
          {[text.version, text.state, text.publishedAt, text.surveys].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grids.map(({ code, state, publishedAt, surveys }) => (
          <tr>
            <th scope="row">
              <a href={pathTo(language, 'grid', asked, { parts: { code } })}>{code}</a>
            </th>
            <td data-label={text.state}>{text.states[state]}</td>
            <td data-label={text.publishedAt}>{publishedAt ? format.date(publishedAt.toISOString()) : text.none}</td>
            <td data-label={text.surveys}>
              {surveys.length === 0 ? text.none : surveys.map((title) => title[language]).join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const listPage: Page<readonly GridView[]> = {
  key: 'grids',
  needs: 'grids.manage',
  live: true,
  load: ({ desks, viewer }) => desks.surveys.grids(viewer),
  title: (visit) => visit.words.surveys.grids.title,
  synthetic: () => false,
  view: (visit, grids) => {
    const text = visit.words.surveys.grids
    const last = grids.findLast(({ state }) => state === 'published')
    return (
      <>
        <h1>{text.title}</h1>
        <p class="context">{text.context}</p>
        <List visit={visit} grids={grids} />
        {last && (
          <form method="post" action={pathTo(visit.language, 'grids', visit.asked)} class="actions">
            <input type="hidden" name="basedOn" value={last.code} />
            <button type="submit">{text.draftFrom(last.code)}</button>
          </form>
        )}
      </>
    )
  },
}

const Ending: FC<{ visit: Visit; grid: GridView }> = ({ visit, grid }) => {
  const text = visit.words.surveys.grids
  const action = (name: 'publishGrid' | 'discardGrid'): string =>
    filled(surveyActions[name][visit.language], { code: grid.code }) + queryOf(visit.asked)
  return (
    <>
      <details class="admin-danger">
        <summary>{text.publish}</summary>
        <p>{text.publishNote}</p>
        <form method="post" action={action('publishGrid')}>
          <input type="hidden" name="version" value={String(grid.version)} />
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

const CompareWith: FC<{ visit: Visit; data: GridComparison }> = ({ visit, data }) => {
  const text = visit.words.surveys.grids
  const others = data.codes.filter((code) => code !== data.grid.code)
  if (others.length === 0) return <></>
  return (
    <form class="filters" method="get" action={pathTo(visit.language, 'grid', visit.asked, { parts: { code: data.grid.code } })}>
      <p class="field">
        <label for="with">{text.compareWith}</label>
        <select id="with" name="with">
          {others.map((code) => (
            <option value={code} selected={code === data.against}>
              {code}
            </option>
          ))}
        </select>
      </p>
      <button type="submit">{text.compare}</button>
    </form>
  )
}

const gridPage: Page<GridComparison> = {
  key: 'grid',
  needs: 'grids.manage',
  live: true,
  above: ['grids'],
  load: ({ desks, viewer, parts, query }) => desks.surveys.grid(viewer, parts['code'] ?? '', query.get('with') || null),
  title: (visit, { grid }) => visit.words.surveys.grids.gridTitle(grid.code),
  crumb: (_visit, { grid }) => grid.code,
  synthetic: () => false,
  view: (visit, data) => {
    const { grid, changes, against } = data
    const text = visit.words.surveys.grids
    const masked = Object.values(grid.content.masked).reduce((sum, items) => sum + (items?.length ?? 0), 0)
    return (
      <>
        <h1>{text.gridTitle(grid.code)}</h1>
        <p class="context">{grid.state === 'draft' ? text.drafted(grid.basedOn ?? '') : text.published}</p>
        <CompareWith visit={visit} data={data} />
        {changes && against && <GridDifferences visit={visit} data={data} changes={changes} against={against} />}
        <GridTexts visit={visit} data={data} />
        <section aria-labelledby="mask">
          <h2 id="mask">{text.mask}</h2>
          <p>
            {text.maskCount(visit.format.integer(masked))}{' '}
            <a href={pathTo(visit.language, 'gridMask', visit.asked, { parts: { code: grid.code } })}>{text.maskOpen}</a>
          </p>
        </section>
        <Crosswalks visit={visit} data={data} />
        {grid.state === 'draft' && <Ending visit={visit} grid={grid} />}
      </>
    )
  },
}

export function addGridRoutes(routing: Routing): void {
  routing.page(listPage)
  routing.page(gridPage)
  addGridFormRoutes(routing)
  routing.on('POST', paths.grids, 'grids.manage', async (c, visit) => {
    const basedOn = (await readForm(c)).get('basedOn') ?? ''
    const code = await visit.desks.surveys.draftGrid(visit.viewer, basedOn)
    return c.redirect(pathTo(visit.language, 'grid', visit.asked, { parts: { code } }), 303)
  })
  routing.on('POST', surveyActions.publishGrid, 'grids.manage', async (c, visit) => {
    const code = visit.parts['code'] ?? ''
    await visit.desks.surveys.publishGrid(visit.viewer, code, versionIn(await readForm(c)) ?? 0)
    return c.redirect(saved(pathTo(visit.language, 'grid', visit.asked, { parts: { code } })), 303)
  })
  routing.on('POST', surveyActions.discardGrid, 'grids.manage', async (c, visit) => {
    await visit.desks.surveys.discardGrid(visit.viewer, visit.parts['code'] ?? '')
    return c.redirect(pathTo(visit.language, 'grids', visit.asked), 303)
  })
}
