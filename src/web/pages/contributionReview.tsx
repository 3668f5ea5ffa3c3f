import type { FC } from 'hono/jsx'
import type { ReviewView } from '#app/contributions/reviewContribution.ts'
import { contributionActions, photoPath } from '../addresses/contributions.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, type Faults } from '../parts/form.tsx'
import { filled, pathTo } from '../paths.ts'
import { FieldValue } from '../places/values.tsx'

export interface ReviewData {
  readonly view: ReviewView
  readonly faults: Faults
  /** The reason as it was typed. */
  readonly reason: string
  /** The place changed while the reviewer was reading. */
  readonly changed: boolean
}

type ReviewProps = { visit: Visit; view: ReviewView }

function nameOf({ visit, view }: ReviewProps): string {
  return view.contribution.placeName?.[visit.language] ?? visit.words.contributions.review.unknownPlace
}

const Differences: FC<ReviewProps> = ({ visit, view }) => {
  const { places, contributions } = visit.words
  const { review } = contributions
  return (
    <table class="changes">
      <thead>
        <tr>
          <th scope="col">{review.field}</th>
          <th scope="col">{review.now}</th>
          <th scope="col">{review.proposed}</th>
        </tr>
      </thead>
      <tbody>
        {view.differing.map((field) => (
          <tr>
            <th scope="row">
              <label class="choice">
                <input type="checkbox" name="field" value={field} checked aria-label={review.take(places.fields[field])} />{' '}
                <span>{places.fields[field]}</span>
              </label>
            </th>
            <td data-label={review.now}>
              {view.place && <FieldValue visit={visit} field={field} values={view.place.values} names={view.names} />}
            </td>
            <td data-label={review.proposed}>
              <FieldValue visit={visit} field={field} values={view.contribution.content} names={view.names} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Proposal: FC<ReviewProps> = ({ visit, view }) => {
  const { words, format, language } = visit
  const { review } = words.contributions
  const { contribution, photo } = view
  const { closedOn } = contribution.content
  return (
    <>
      {contribution.text && (
        <>
          <h2>{review.words}</h2>
          <blockquote>{contribution.text}</blockquote>
        </>
      )}
      {closedOn && <p>{review.closing(format.date(closedOn))}</p>}
      {contribution.kind === 'note' && <p class="muted">{review.note}</p>}
      {photo && (
        <figure class="photo">
          <img src={filled(photoPath, { id: photo.id })} alt={photo.alt[language]} width={photo.width} height={photo.height} />
          <figcaption>
            {photo.alt.fr}
            {photo.alt.en !== photo.alt.fr && ` / ${photo.alt.en}`}
          </figcaption>
        </figure>
      )}
      {view.already.length > 0 && <p>{review.already(format.list(view.already.map((field) => words.places.fields[field])))}</p>}
    </>
  )
}

const Decision: FC<ReviewProps & { data: ReviewData }> = ({ visit, view, data }) => {
  const { words, language } = visit
  const { review } = words.contributions
  const { id } = view.contribution
  const fault = data.faults['reason']
  return (
    <>
      <form method="post" action={filled(contributionActions.accept[language], { id })} class="place-form">
        <input type="hidden" name="version" value={String(view.place?.version ?? '')} />
        {view.differing.length > 0 && <Differences visit={visit} view={view} />}
        <p class="actions">
          <button type="submit" class="big">
            {view.differing.length > 1 ? review.acceptChosen : review.accept}
          </button>
        </p>
      </form>
      <h2>{review.refuseTitle}</h2>
      <form method="post" action={filled(contributionActions.refuse[language], { id })} class="place-form" novalidate>
        <p class={fault ? 'form-field faulty' : 'form-field'}>
          <label for="reason">{review.reason}</label>
          <span class="hint" id="reason-hint">
            {review.reasonHint}
          </span>
          {fault && (
            <span class="fault" id="reason-fault">
              {fault}
            </span>
          )}
          <textarea id="reason" name="reason" rows={3} maxlength={2000} required aria-describedby="reason-hint">
            {data.reason}
          </textarea>
        </p>
        <button type="submit" class="quiet big">
          {review.refuse}
        </button>
      </form>
    </>
  )
}

export const contributionReviewPage: Page<ReviewData> = {
  key: 'contributionReview',
  needs: 'contributions.review',
  above: ['contributions', 'contributionQueue'],
  load: async ({ desks, viewer, parts }) => ({
    view: await desks.contributions.review(viewer, parts['id'] ?? ''),
    faults: {},
    reason: '',
    changed: false,
  }),
  title: (visit, { view }) => {
    const { review, kinds } = visit.words.contributions
    return review.title(kinds[view.contribution.kind], nameOf({ visit, view }))
  },
  synthetic: () => false,
  view: (visit, data) => {
    const { words, language, asked, format } = visit
    const { view } = data
    const { review, kinds, queue, states } = words.contributions
    const { contribution, names } = view
    const organisation = names[contribution.organisation]?.[language] ?? contribution.organisation
    return (
      <>
        <h1>{review.title(kinds[contribution.kind], nameOf({ visit, view }))}</h1>
        <p class="context">
          {queue.from(contribution.authorName, organisation)} · {format.instant(contribution.sentAt)}
        </p>
        {data.changed && (
          <p class="notice warning" role="alert">
            {review.changed}
          </p>
        )}
        <FaultSummary title={words.contributions.form.faultsTitle} faults={data.faults} />
        <Proposal visit={visit} view={view} />
        {contribution.state === 'waiting' ? (
          <Decision visit={visit} view={view} data={data} />
        ) : (
          <p class="notice">
            {review.settled(states[contribution.state], contribution.reviewedByName ?? '')} {contribution.reason}
          </p>
        )}
        <p>
          <a href={pathTo(language, 'contributionQueue', asked)}>{review.back}</a>
        </p>
      </>
    )
  },
}
