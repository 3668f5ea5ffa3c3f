import type { ContributionListView } from '#app/contributions/contributionDesk.ts'
import type { Page } from '../page.ts'
import { pathTo } from '../paths.ts'

export const contributionQueuePage: Page<ContributionListView> = {
  key: 'contributionQueue',
  needs: 'contributions.review',
  above: ['contributions'],
  load: ({ desks, viewer }) => desks.contributions.queue(viewer),
  title: ({ words }) => words.contributions.queue.title,
  synthetic: () => false,
  view: ({ words, language, asked, format, query }, { contributions, names }) => {
    const { queue, kinds, review } = words.contributions
    const done = query.get('done')
    return (
      <>
        <h1>{queue.title}</h1>
        {(done === 'accepted' || done === 'refused') && (
          <p class="notice" role="status">
            {review[done]}
          </p>
        )}
        <p class="context">
          {contributions.length === 0
            ? queue.empty
            : queue.context(format.integer(contributions.length), contributions.length === 1)}
        </p>
        <ul class="reports">
          {contributions.map((report) => {
            const name = report.placeName?.[language] ?? review.unknownPlace
            return (
              <li class="report">
                <p class="entry-head">
                  <b>{name}</b>
                </p>
                <p>{kinds[report.kind]}</p>
                <p class="muted">
                  {queue.from(report.authorName, names[report.organisation]?.[language] ?? report.organisation)} ·{' '}
                  {format.instant(report.sentAt)}
                </p>
                <a
                  class="button quiet"
                  href={pathTo(language, 'contributionReview', asked, { parts: { id: report.id } })}
                  aria-label={queue.examineNamed(kinds[report.kind], name)}
                >
                  {queue.examine}
                </a>
              </li>
            )
          })}
        </ul>
      </>
    )
  },
}
