import type { FC } from 'hono/jsx'
import type { GroupsView } from '#app/segments/segmentViews.ts'
import { Histogram } from '../charts/histogram.tsx'
import type { Visit } from '../page.ts'
import { GroupMark } from '../regrouping/groupMark.tsx'

interface Props {
  readonly visit: Visit
  readonly view: GroupsView
}

const BinTable: FC<Props> = ({ visit, view }) => {
  const { words, format } = visit
  const { groups: text } = words.segments
  return (
    <details class="cuts">
      <summary>{text.bins}</summary>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{text.separation}</th>
            <th scope="col">{text.areas}</th>
          </tr>
        </thead>
        <tbody>
          {view.separation.map(({ from, to, count }) => (
            <tr>
              <th scope="row">{`${format.fine(from)}–${format.fine(to)}`}</th>
              <td>{format.integer(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const Unclear: FC<Props> = ({ visit, view }) => {
  const { words, format, language } = visit
  const { groups: text } = words.segments
  return (
    <table class="figures mixed">
      <thead>
        <tr>
          <th scope="col">{text.area}</th>
          <th scope="col">{text.own}</th>
          <th scope="col">{text.second}</th>
          <th scope="col" class="number">
            {text.separation}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.unclear.map(({ zone, code, group, second, separation }) => (
          <tr>
            <th scope="row">{zone?.name[language] ?? code}</th>
            <td>
              <GroupMark visit={visit} group={group} />
            </td>
            <td>
              <GroupMark visit={visit} group={second} />
            </td>
            <td class="number">{format.fine(separation)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How clearly areas belong to their groups at the finest level: a histogram, and the areas on the line between two. */
export const Clarity: FC<Props> = ({ visit, view }) => {
  const { words, format } = visit
  const { groups: text } = words.segments
  const median = view.medianSeparation
  if (median === null) return <p class="muted">{text.noSeparation}</p>
  return (
    <>
      <p>
        {text.clearLead} {text.median(format.fine(median))}
      </p>
      <div class="beside">
        <figure>
          <figcaption>{text.histogram}</figcaption>
          <Histogram
            title={text.histogram}
            bins={view.separation}
            marks={[{ at: median, label: format.fine(median), strong: true }]}
            axisLabel={text.separation}
            countLabel={text.areas}
            valueText={format.fine}
            countText={format.integer}
          />
          <BinTable visit={visit} view={view} />
        </figure>
        <div>
          <h3>{text.unclear}</h3>
          <div class="scroll" role="region" tabindex={0} aria-label={text.unclear}>
            <Unclear visit={visit} view={view} />
          </div>
        </div>
      </div>
    </>
  )
}
