import type { FC } from 'hono/jsx'
import type { EvidenceView } from '#app/views.ts'
import { MeasuredTable } from '../findings/measuredTable.tsx'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'

/** What can be measured of the criterion, beside what people feel. */
export const Beside: FC<{ visit: Visit; view: EvidenceView }> = ({ visit, view }) => {
  const { measured } = visit.words.findings
  if (view.measured.here.length === 0) return <></>
  return (
    <section>
      <h2>{measured.title}</h2>
      <p>{measured.lead}</p>
      <MeasuredTable visit={visit} pair={view.measured} heads={[measured.here, measured.there]} />
    </section>
  )
}

/** The same cell in the survey before, with the interval of the change. */
export const Change: FC<{ visit: Visit; view: EvidenceView }> = ({ visit, view }) => {
  const { words, format, language, asked } = visit
  const { evidence } = words
  const { change } = view
  if (view.group) return <></>
  if (!change)
    return (
      <section>
        <h2>{evidence.change}</h2>
        <p>{evidence.firstSurvey}</p>
      </section>
    )
  const { difference, lower, upper, first, second } = change.difference
  return (
    <section>
      <h2>{evidence.change}</h2>
      <p>
        {difference === null || lower === null || upper === null
          ? evidence.noChange(change.since.title[language])
          : evidence.changed(
              change.since.title[language],
              format.decimal(second.score ?? 0),
              format.decimal(first.score ?? 0),
              format.signed(difference),
              words.shell.interval(format.signed(lower), format.signed(upper)),
            )}{' '}
        {lower !== null && upper !== null && (lower > 0 || upper < 0 ? evidence.changeSeen : evidence.changeUnsure)}
      </p>
      <p>
        <a href={pathTo(language, 'change', asked)}>{evidence.allChanges}</a>
      </p>
    </section>
  )
}
