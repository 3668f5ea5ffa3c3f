import type { FC } from 'hono/jsx'
import type { FactsheetView } from '#app/factsheets/factsheetViews.ts'
import type { GroupContrast } from '#domain/matrix'
import { capital } from '#words/zones.ts'
import { symmetricRange } from '../charts/axis.ts'
import { IntervalChart } from '../charts/intervalChart.tsx'
import type { Visit } from '../page.ts'
import { SectionHeading, type Place } from './heading.tsx'

/** Differences that hold when all publics and sub-criteria are compared. */
const notable = 0.1
/** Publics drawn at least, where so many may be told. */
const drawn = 6

export function isNotable({ pAdjusted }: GroupContrast): boolean {
  return pAdjusted < notable
}

const ContrastTable: FC<{ visit: Visit; contrasts: readonly GroupContrast[] }> = ({ visit, contrasts }) => {
  const { words, format } = visit
  const { sheet } = words.factsheets
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{sheet.public}</th>
          <th scope="col">{sheet.n}</th>
          <th scope="col">{sheet.others}</th>
          <th scope="col">{sheet.score}</th>
          <th scope="col">{sheet.difference}</th>
          <th scope="col">{sheet.interval}</th>
          <th scope="col">{sheet.p}</th>
        </tr>
      </thead>
      <tbody>
        {contrasts.map((each) => (
          <tr>
            <th scope="row">
              {isNotable(each) ? <b>{capital(words.publics[each.group])}</b> : capital(words.publics[each.group])}
            </th>
            <td>{format.integer(each.n)}</td>
            <td>{format.integer(each.others)}</td>
            <td>{format.decimal(each.score)}</td>
            <td>{format.signed(each.difference)}</td>
            <td>{words.shell.interval(format.signed(each.lower), format.signed(each.upper))}</td>
            <td>{format.probability(each.pAdjusted)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The notable ones, and the widest of the rest where those are few; in the order of their differences. */
function drawnOf(contrasts: readonly GroupContrast[]): GroupContrast[] {
  const clear = contrasts.filter(isNotable)
  const rest = contrasts.filter((each) => !isNotable(each)).toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
  return [...clear, ...rest.slice(0, Math.max(0, drawn - clear.length))].toSorted((a, b) => a.difference - b.difference)
}

/** For whom a sub-criterion is harder or easier than for the others: drawn, and listed with the numbers of answers. */
export const Publics: FC<{ visit: Visit; view: FactsheetView; place: Place }> = ({ visit, view, place }) => {
  const { words, format } = visit
  const { sheet } = words.factsheets
  const shown = drawnOf(view.contrasts)
  const range = symmetricRange(shown.flatMap(({ lower, upper }) => [lower, upper]))
  if (view.contrasts.length === 0)
    return (
      <section class="fiche-part">
        <SectionHeading place={place}>{sheet.publicsTitle}</SectionHeading>
        <p class="muted">{sheet.noContrast}</p>
      </section>
    )
  return (
    <section class="fiche-part">
      <SectionHeading place={place}>{sheet.publicsTitle}</SectionHeading>
      <p>{sheet.publicsText}</p>
      <div class="fiche-pair">
        <IntervalChart
          title={sheet.publicsChart}
          from={-range}
          to={range}
          ticks={[-range, 0, range]}
          tickText={(value) => format.signed(value)}
          valueText={(value) => format.signed(value)}
          rule={{ at: 0, label: sheet.equal }}
          marks={shown.map((each) => {
            const { difference: value, lower, upper } = each
            const tone = isNotable(each) ? (value < 0 ? 'rethink' : 'maintain') : ''
            return { label: capital(words.publics[each.group]), value, lower, upper, tone, strong: isNotable(each) }
          })}
        />
        <div class="scroll" role="region" tabindex={0} aria-label={`${sheet.publicsTitle}, ${place.prefix}`}>
          <ContrastTable visit={visit} contrasts={shown} />
        </div>
      </div>
      {view.contrasts.length > shown.length && (
        <details class="screen-only">
          <summary>{sheet.publicsAll}</summary>
          <div class="scroll" role="region" tabindex={0} aria-label={`${sheet.publicsAll}, ${place.prefix}`}>
            <ContrastTable visit={visit} contrasts={view.contrasts} />
          </div>
        </details>
      )}
    </section>
  )
}
