import type { FC } from 'hono/jsx'
import type { RefreshView } from '#app/regrouping/regroupingViews.ts'
import type { Segment } from '#domain/segments'
import type { Visit } from '../page.ts'
import { GroupMark } from './groupMark.tsx'

/** More lines than this nobody reads: the rest is counted. */
const shown = 40

interface Props {
  readonly visit: Visit
  readonly groups: readonly Segment[]
  readonly changes: NonNullable<RefreshView['result']>['changes']
}

/** Figures that left their interval, by group: whose portraits must be read again. */
export const RefreshChanges: FC<Props> = ({ visit, groups, changes }) => {
  const { words, format, language } = visit
  const { refresh } = words.regrouping
  const named = new Map(groups.map((group) => [group.number, group]))
  const touched = new Set(changes.map(({ group }) => group)).size
  return (
    <section>
      <h2>{refresh.changes}</h2>
      {changes.length === 0 ? (
        <p>{refresh.changesNone}</p>
      ) : (
        <>
          <p>
            {refresh.changesCount(format.integer(changes.length), format.integer(touched))} {refresh.changesLead}
          </p>
          <div class="scroll" role="region" tabindex={0} aria-label={refresh.changes}>
            <table class="figures mixed">
              <caption class="vh">{refresh.changes}</caption>
              <thead>
                <tr>
                  <th scope="col">{refresh.group}</th>
                  <th scope="col">{refresh.figure}</th>
                  {[refresh.before, refresh.interval, refresh.after].map((head) => (
                    <th scope="col" class="number">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {changes.slice(0, shown).map(({ group, label, before, lower, upper, after }) => {
                  const of = named.get(group)
                  return (
                    <tr>
                      <th scope="row">{of && <GroupMark visit={visit} group={of} />}</th>
                      <td>{label[language]}</td>
                      <td class="number">{format.decimal(before)}</td>
                      <td class="number">
                        {format.decimal(lower)} – {format.decimal(upper)}
                      </td>
                      <td class="number">
                        <b>{format.decimal(after)}</b>
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
          {changes.length > shown && <p class="muted">{refresh.changesRest(format.integer(changes.length - shown))}</p>}
        </>
      )}
    </section>
  )
}
