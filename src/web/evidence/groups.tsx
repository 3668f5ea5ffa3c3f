import type { FC } from 'hono/jsx'
import type { EvidenceView } from '#app/views.ts'
import type { Contrast } from '#domain/matrix'
import { capital } from '#words/zones.ts'
import { symmetricRange } from '../charts/axis.ts'
import { IntervalChart } from '../charts/intervalChart.tsx'
import type { Visit } from '../page.ts'

/** Differences that hold up when all groups are compared. */
const significant = 0.1

const GroupTable: FC<{ visit: Visit; groups: readonly Contrast[] }> = ({ visit, groups }) => {
  const { words, format } = visit
  const { evidence, shell } = words
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{evidence.publicHead}</th>
          <th scope="col">{evidence.n}</th>
          <th scope="col">{evidence.score}</th>
          <th scope="col">{evidence.deviation}</th>
          <th scope="col">{evidence.interval}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr>
            <th scope="row">
              {capital(words.publics[group.group])}
              {group.pAdjusted <= significant && <b class="differs"> {evidence.differs}</b>}
            </th>
            <td>{format.integer(group.n)}</td>
            <td>{format.decimal(group.score)}</td>
            <td>{format.signed(group.difference)}</td>
            <td>{shell.interval(format.signed(group.lower), format.signed(group.upper))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The user groups, those that differ first; all of them in the table. */
export const Groups: FC<{ visit: Visit; view: EvidenceView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { evidence } = words
  const { contrasts } = view.evidence
  const clear = contrasts.filter((each) => each.pAdjusted <= significant)
  const shown = [...clear, ...contrasts.filter((each) => each.pAdjusted > significant)].slice(0, Math.max(8, clear.length))
  const range = symmetricRange(shown.flatMap((each) => [each.lower, each.upper]))
  return (
    <section>
      <h2>{evidence.groupsTitle}</h2>
      {contrasts.length === 0 ? (
        <p class="muted">{evidence.groupsNone}</p>
      ) : (
        <>
          <p>
            {evidence.groupsIntro} {clear.length > 0 && evidence.groupsSignificant}
          </p>
          <IntervalChart
            title={evidence.groupsIntro}
            from={-range}
            to={range}
            ticks={[-range, 0, range]}
            tickText={(value) => format.signed(value)}
            valueText={(value) => format.signed(value)}
            rule={{ at: 0, label: evidence.equal }}
            marks={shown.map((each) => {
              const strong = each.pAdjusted <= significant
              const tone = strong ? (each.difference < 0 ? 'rethink' : 'maintain') : ''
              const { difference: value, lower, upper } = each
              return { label: capital(words.publics[each.group]), value, lower, upper, tone, strong }
            })}
          />
          <details>
            <summary>{words.shell.seeTable}</summary>
            <div class="scroll" role="region" tabindex={0} aria-label={evidence.groupsTitle}>
              <GroupTable visit={visit} groups={contrasts} />
            </div>
          </details>
        </>
      )}
    </section>
  )
}
