import type { FC } from 'hono/jsx'
import { may } from '#app/rights.ts'
import type { ClassificationName, RegroupingList } from '#app/regrouping/regroupingViews.ts'
import { capital } from '#words/zones.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'

const Row: FC<{ visit: Visit; of: ClassificationName; alone: boolean }> = ({ visit, of, alone }) => {
  const { words, format, language, asked } = visit
  const { list, origins, states, version } = words.regrouping
  const parts = { root: of.root.code, number: String(of.number) }
  const manages = may(visit.viewer, 'segments.manage')
  return (
    <tr>
      <th scope="row">
        {of.name[language]}
        <br />
        <span class="muted">
          {capital(inWords(visit, of.zone).the)}, {version(format.integer(of.number))}, {format.date(of.madeAt)}
        </span>
      </th>
      <td data-label={list.origin}>{origins[of.origin]}</td>
      <td data-label={list.state}>{states[of.state]}</td>
      <td data-label={list.groups} class="number">
        {of.groups.map((count) => format.integer(count)).join(' / ')}
      </td>
      <td data-label={list.areas} class="number">
        {format.integer(of.areas)}
      </td>
      <td data-label={list.actions}>
        <span class="row-actions">
          {manages && <a href={pathTo(language, 'groupMerge', asked, { parts })}>{list.merge}</a>}
          {manages && <a href={pathTo(language, 'groupRefresh', asked, { parts })}>{list.refresh}</a>}
          {!alone && <a href={pathTo(language, 'groupCrosswalk', asked, { parts })}>{list.crosswalk}</a>}
        </span>
      </td>
    </tr>
  )
}

/** Every version of every classification, with what can be made of it. */
export const regroupingsPage: Page<RegroupingList> = {
  key: 'regroupings',
  needs: 'segments.read',
  live: true,
  load: ({ desks, viewer }) => desks.regrouping.list(viewer),
  title: ({ words }) => words.regrouping.list.title,
  synthetic: ({ classifications }) => classifications.some(({ synthetic }) => synthetic),
  view: (visit, { classifications }) => {
    const { words, language, asked, query } = visit
    const { list, merge, refresh } = words.regrouping
    const done = { merged: merge.saved, refreshed: refresh.saved }[query.get('done') ?? '']
    const versions = Map.groupBy(classifications, ({ root }) => root.code)
    return (
      <>
        <h1>{list.title}</h1>
        <p class="context">{list.lead}</p>
        {done && (
          <p class="notice" role="status">
            {done}
          </p>
        )}
        {classifications.length === 0 && <p>{list.none}</p>}
        {classifications.length > 0 && (
          <table class="admin-table">
            <thead>
              <tr>
                <th scope="col">{list.name}</th>
                <th scope="col">{list.origin}</th>
                <th scope="col">{list.state}</th>
                <th scope="col" class="number">
                  {list.groups}
                </th>
                <th scope="col" class="number">
                  {list.areas}
                </th>
                <th scope="col">{list.actions}</th>
              </tr>
            </thead>
            <tbody>
              {classifications.map((of) => (
                <Row visit={visit} of={of} alone={(versions.get(of.root.code)?.length ?? 0) < 2} />
              ))}
            </tbody>
          </table>
        )}
        <p class="actions">
          <a class="button quiet" href={pathTo(language, 'commonGroups', asked)}>
            {list.seeCommon}
          </a>
          {may(visit.viewer, 'segments.manage') && (
            <a class="button quiet" href={pathTo(language, 'commonGroupsMake', asked)}>
              {list.common}
            </a>
          )}
        </p>
      </>
    )
  },
}
