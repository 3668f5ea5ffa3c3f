import type { FC } from 'hono/jsx'
import type { FactsheetView, FirstSurveyView } from '#app/factsheets/factsheetViews.ts'
import { capital } from '#words/zones.ts'
import type { Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { SectionHeading, type Place } from './heading.tsx'

const TestTable: FC<{ visit: Visit; first: FirstSurveyView }> = ({ visit, first }) => {
  const { words, format } = visit
  const { sheet } = words.factsheets
  return (
    <table class="figures">
      <caption>{sheet.firstNotable}</caption>
      <thead>
        <tr>
          <th scope="col">{sheet.public}</th>
          <th scope="col">{sheet.asked}</th>
          <th scope="col">{sheet.inGroup}</th>
          <th scope="col">{sheet.citing}</th>
          <th scope="col">{sheet.both}</th>
          <th scope="col">{sheet.testValue}</th>
          <th scope="col">{sheet.pValue}</th>
          <th scope="col">{sheet.p}</th>
        </tr>
      </thead>
      <tbody>
        {first.notable.map((test) => (
          <tr>
            <th scope="row">{capital(words.publics[test.group])}</th>
            <td>{format.integer(test.n)}</td>
            <td>{format.integer(test.inGroup)}</td>
            <td>{format.integer(test.citing)}</td>
            <td>{format.integer(test.both)}</td>
            <td>{format.fine(test.value)}</td>
            <td>{format.probability(test.p)}</td>
            <td>{format.probability(test.pAdjusted)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What people said freely in the first survey, and which publics brought it up notably often. */
export const FirstSurvey: FC<{ visit: Visit; view: FactsheetView; place: Place }> = ({ visit, view, place }) => {
  const { first } = view
  if (!first) return <></>
  const { words, format } = visit
  const { sheet } = words.factsheets
  const root = inWords(visit, view.root).people
  const n = format.integer(first.n)
  const dates = [format.firstDate(first.fieldStart, first.fieldEnd), format.date(first.fieldEnd)] as const
  return (
    <section class="fiche-part">
      <SectionHeading place={place}>{sheet.firstTitle}</SectionHeading>
      <p>{first.citing === null ? sheet.firstFew(n, root) : sheet.first(format.integer(first.citing), n, root, ...dates)}</p>
      {first.notable.length === 0 ? (
        <p class="muted">{sheet.firstNone}</p>
      ) : (
        <>
          <div class="scroll" role="region" tabindex={0} aria-label={`${sheet.firstNotable}, ${place.prefix}`}>
            <TestTable visit={visit} first={first} />
          </div>
          <p class="hint">{sheet.firstCaution(format.integer(first.byChance), format.integer(first.family))}</p>
        </>
      )}
    </section>
  )
}
