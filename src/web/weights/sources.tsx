import type { FC } from 'hono/jsx'
import type { MarginsOf, MarginVariable, WeighedSurvey } from '#app/weights/weightViews.ts'
import type { Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { variableName } from './names.ts'

/** What the imported population covers, or that there is none. */
const Coverage: FC<{ visit: Visit; survey: WeighedSurvey; margins: MarginsOf }> = ({ visit, survey, margins }) => {
  const { words, format } = visit
  const { weights } = words
  const place = inWords(visit, survey.root).the
  const { population } = margins
  if (!population) return <p>{weights.coverageNone(place)}</p>
  const { whole, zones, ofZones, source } = population
  if (whole) return <p>{weights.coverageWhole(place, source)}</p>
  return (
    <p>
      {weights.coverageParts(format.integer(zones), format.integer(ofZones), place, source)}{' '}
      {zones < ofZones && weights.coverageFew}
    </p>
  )
}

const SourceCell: FC<{ visit: Visit; margin: MarginVariable }> = ({ visit, margin }) => {
  const { words, format } = visit
  const { weights } = words
  const { source, brought, scaledFrom, total } = margin
  return (
    <>
      {source}
      {brought && <span class="muted"> {weights.broughtBy(brought.by, format.instant(brought.at))}</span>}
      {scaledFrom !== null && <span class="muted"> {weights.scaledFrom(format.integer(scaledFrom), format.integer(total))}</span>}
    </>
  )
}

/** Where each margin comes from, of whom and of when; what to beware of. */
export const MarginSources: FC<{ visit: Visit; survey: WeighedSurvey; margins: MarginsOf }> = ({ visit, survey, margins }) => {
  const { words, format } = visit
  const { weights } = words
  const { variables } = margins
  if (variables.length === 0) return <p>{weights.noMargins}</p>
  const allAges = variables.filter(({ origin }) => origin === 'populationAllAges')
  return (
    <>
      <table class="admin-table">
        <thead>
          <tr>
            <th scope="col">{weights.variable}</th>
            <th scope="col" class="number">
              {weights.totalOf}
            </th>
            <th scope="col">{weights.ofWhom}</th>
            <th scope="col">{weights.source}</th>
            <th scope="col">{weights.ofWhen}</th>
          </tr>
        </thead>
        <tbody>
          {variables.map((margin) => (
            <tr>
              <th scope="row">{variableName(visit, margin.variable)}</th>
              <td data-label={weights.totalOf} class="number">
                {format.integer(margin.total)}
              </td>
              <td data-label={weights.ofWhom}>{weights.origins[margin.origin]}</td>
              <td data-label={weights.source}>
                <SourceCell visit={visit} margin={margin} />
              </td>
              <td data-label={weights.ofWhen}>{margin.referenceDate ?? weights.notDated}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {allAges.map(({ variable }) => (
        <p class="notice warning">{weights.allAgesWarning(variableName(visit, variable))}</p>
      ))}
      <Coverage visit={visit} survey={survey} margins={margins} />
    </>
  )
}
