import type { FC } from 'hono/jsx'
import type { ContributionListView } from '#app/contributions/contributionDesk.ts'
import type { ContributionView } from '#app/contributions/reviewContribution.ts'
import { may } from '#app/rights.ts'
import { contributionActions } from '../addresses/contributions.ts'
import type { Page, Visit } from '../page.ts'
import { filled, pathTo } from '../paths.ts'

const Report: FC<{ visit: Visit; report: ContributionView }> = ({ visit, report }) => {
  const { words, language, asked, format } = visit
  const { contributions } = words
  const { mine, kinds, states, review } = contributions
  return (
    <li class={`report ${report.state}`}>
      <p class="entry-head">
        <b>{report.placeName?.[language] ?? review.unknownPlace}</b> <span class="state">{states[report.state]}</span>
      </p>
      <p>{kinds[report.kind]}</p>
      {report.text && <blockquote>{report.text}</blockquote>}
      {report.reason && (
        <p>
          <b>{mine.reason}</b> {report.reason}
        </p>
      )}
      <p class="muted">
        {mine.sent(format.instant(report.sentAt))}
        {report.reviewedAt !== null && report.state !== 'withdrawn' && (
          <>
            <br />
            {mine.settled(report.reviewedByName ?? '', format.instant(report.reviewedAt))}
          </>
        )}
      </p>
      <div class="actions">
        {report.place !== null && (
          <a href={pathTo(language, 'placeHistory', asked, { parts: { code: report.place } })}>{mine.seePlace}</a>
        )}
        {report.state === 'waiting' && (
          <form method="post" action={filled(contributionActions.withdraw[language], { id: report.id })}>
            <button type="submit" class="quiet" aria-label={mine.withdrawNamed(kinds[report.kind])}>
              {mine.withdraw}
            </button>
          </form>
        )}
      </div>
    </li>
  )
}

export const contributionsPage: Page<ContributionListView> = {
  key: 'contributions',
  needs: 'contributions.send',
  load: ({ desks, viewer }) => desks.contributions.mine(viewer),
  title: ({ words }) => words.contributions.mine.title,
  synthetic: () => false,
  view: (visit, view) => {
    const { words, language, asked, viewer, query } = visit
    const { mine } = words.contributions
    return (
      <>
        <h1>{mine.title}</h1>
        <p class="context">{mine.context}</p>
        {query.get('done') === 'sent' && (
          <p class="notice" role="status">
            {mine.done}
          </p>
        )}
        <p class="actions">
          {may(viewer, 'places.edit') && (
            <a class="button quiet" href={pathTo(language, 'placeList', asked)}>
              {mine.findPlace}
            </a>
          )}
          <a class="button quiet" href={pathTo(language, 'contributionNew', asked)}>
            {mine.missing}
          </a>
          {may(viewer, 'contributions.review') && (
            <a href={pathTo(language, 'contributionQueue', asked)}>{words.contributions.pages.contributionQueue}</a>
          )}
        </p>
        {view.contributions.length === 0 ? (
          <p>{mine.empty}</p>
        ) : (
          <ul class="reports">
            {view.contributions.map((report) => (
              <Report visit={visit} report={report} />
            ))}
          </ul>
        )}
      </>
    )
  },
}
