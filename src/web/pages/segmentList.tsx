import type { FC } from 'hono/jsx'
import { may } from '#app/rights.ts'
import type { ClassificationLine, ClassificationList, OpenBuild } from '#app/segments/segmentViews.ts'
import { capital } from '#words/zones.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'

const Row: FC<{ visit: Visit; of: ClassificationLine }> = ({ visit, of }) => {
  const { words, format, language, asked } = visit
  const { list, origins, states } = words.segments
  const parts = { root: of.root.code, number: String(of.number) }
  return (
    <tr>
      <th scope="row">
        <a href={pathTo(language, 'classification', asked, { parts })}>{of.name[language]}</a>
        <br />
        <span class="muted">
          {capital(inWords(visit, of.zone).the)}, {list.version(format.integer(of.number))}
        </span>
      </th>
      <td data-label={list.state}>
        {of.state === 'published' ? <b class="weight-mark">{states.published}</b> : states[of.state]}
      </td>
      <td data-label={list.origin}>{origins[of.origin]}</td>
      <td data-label={list.groups} class="number">
        {of.groups.map((count) => format.integer(count)).join(' / ')}
      </td>
      <td data-label={list.areas} class="number">
        {format.integer(of.areas)}
      </td>
      <td data-label={list.made}>
        {list.madeOn(format.date(of.madeAt))} <span class="muted">{of.madeBy ? list.madeBy(of.madeBy) : list.byProgram}</span>
      </td>
      {may(visit.viewer, 'segments.manage') && (
        <td data-label={list.actions}>
          <span class="row-actions">
            <a href={pathTo(language, 'groupMerge', asked, { parts })}>{list.merge}</a>
            <a href={pathTo(language, 'groupRefresh', asked, { parts })}>{list.refresh}</a>
          </span>
        </td>
      )}
    </tr>
  )
}

const Open: FC<{ visit: Visit; builds: readonly OpenBuild[] }> = ({ visit, builds }) => {
  const { words, format, language, asked } = visit
  const { list } = words.segments
  const standing = ({ work, failed }: OpenBuild): string => (work === null ? (failed ? list.failed : list.waiting) : list[work])
  return (
    <section>
      <h2>{list.open}</h2>
      <ul class="open-builds">
        {builds.map((build) => (
          <li>
            <a href={pathTo(language, 'classificationBuild', asked, { parts: { id: build.id } })}>
              {list.openBuild(format.integer(build.variables), build.dataset[language])}
            </a>
            {', '}
            {standing(build)}{' '}
            <span class="muted">
              {list.madeOn(format.date(build.madeAt))} {list.madeBy(build.madeBy)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Table: FC<{ visit: Visit; classifications: readonly ClassificationLine[] }> = ({ visit, classifications }) => {
  const { list } = visit.words.segments
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{list.name}</th>
          <th scope="col">{list.state}</th>
          <th scope="col">{list.origin}</th>
          <th scope="col" class="number">
            {list.groups}
          </th>
          <th scope="col" class="number">
            {list.areas}
          </th>
          <th scope="col">{list.made}</th>
          {may(visit.viewer, 'segments.manage') && <th scope="col">{list.actions}</th>}
        </tr>
      </thead>
      <tbody>
        {classifications.map((of) => (
          <Row visit={visit} of={of} />
        ))}
      </tbody>
    </table>
  )
}

/** Every classification of every territory, with the builds on their way. */
export const classificationsPage: Page<ClassificationList> = {
  key: 'classifications',
  needs: 'segments.read',
  live: true,
  load: ({ desks, viewer }) => desks.segments.list(viewer),
  title: ({ words }) => words.segments.list.title,
  synthetic: ({ classifications }) => classifications.some(({ synthetic }) => synthetic),
  view: (visit, { classifications, builds }) => {
    const { words, language, asked, viewer } = visit
    const { list } = words.segments
    const manages = may(viewer, 'segments.manage')
    return (
      <>
        <h1>{list.title}</h1>
        <p class="context">{list.lead}</p>
        <p class="actions">
          {manages && (
            <a class="button" href={pathTo(language, 'classificationNew', asked)}>
              {list.build}
            </a>
          )}
          <a class="button quiet" href={pathTo(language, 'regroupings', asked)}>
            {list.versions}
          </a>
        </p>
        {manages && builds.length > 0 && <Open visit={visit} builds={builds} />}
        {classifications.length > 0 ? (
          <Table visit={visit} classifications={classifications} />
        ) : (
          <p>
            {list.none} {manages && list.teach}
          </p>
        )}
      </>
    )
  },
}
