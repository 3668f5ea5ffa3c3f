import type { FC } from 'hono/jsx'
import type { CrosswalkView } from '#app/regrouping/regroupingViews.ts'
import type { Visit } from '../page.ts'
import { FlowChart } from './flowChart.tsx'
import { GroupMark } from './groupMark.tsx'

interface Props {
  readonly visit: Visit
  readonly view: Pick<CrosswalkView, 'groupsBefore' | 'groupsAfter' | 'crosswalk'>
}

/** How much of all people moved, how far the two partitions agree, how many areas they share. */
export const TransitionFigures: FC<Props & { more?: readonly (readonly [string, string])[] }> = ({ visit, view, more }) => {
  const { words, format } = visit
  const { refresh } = words.regrouping
  const { moved, adjustedRand, areas, matrix, people } = view.crosswalk
  const together = matrix.reduce((sum, row) => sum + Math.max(...row), 0) / (people || 1)
  const figures: readonly (readonly [string, string])[] = [
    // Groups that were merged or split cannot all be matched: what counts is how much of each stays together.
    areMatched(view) ? [refresh.moved, format.percent(moved)] : [refresh.together, format.percent(together)],
    [refresh.ari, format.fine(adjustedRand)],
    [refresh.areas, format.integer(areas)],
    ...(more ?? []),
  ]
  return (
    <dl class="weight-figures">
      {figures.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Whether there are as many groups after as before, so that each can take the place of one. */
function areMatched({ groupsBefore, groupsAfter }: Props['view']): boolean {
  return groupsBefore.length === groupsAfter.length
}

/** The share of a group's people that stays in its match or, where groups cannot all be matched, that goes on together. */
function stayingShare(view: Props['view'], group: number): number | null {
  if (areMatched(view)) return view.crosswalk.stability[group] ?? null
  const row = view.crosswalk.matrix[group] ?? []
  const people = row.reduce((sum, each) => sum + each, 0)
  return people > 0 ? Math.max(...row) / people : null
}

/** The flows of people as a plot, then as a table with the stability of each group. */
export const Transition: FC<Props> = ({ visit, view }) => {
  const { words, format } = visit
  const { crosswalk: text } = words.regrouping
  const { groupsBefore, groupsAfter, crosswalk } = view
  return (
    <section>
      <h2>{text.flow}</h2>
      <figure>
        <figcaption class="two-ends">
          <span>{text.before}</span> <span>{text.after}</span>
        </figcaption>
        <FlowChart visit={visit} view={view} />
      </figure>
      <div class="scroll" role="region" tabindex={0} aria-label={text.matrix}>
        <table class="figures transition">
          <caption>{text.matrix}</caption>
          <thead>
            <tr>
              <th scope="col">{text.before}</th>
              <th scope="col" class="number">
                {areMatched(view) ? <abbr title={text.stabilityHint}>{text.stability}</abbr> : text.together}
              </th>
              {groupsAfter.map(({ letter, name }) => (
                <th scope="col" class="number">
                  <abbr title={name[visit.language]}>{letter}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groupsBefore.map((group) => {
              const stability = stayingShare(view, group.number)
              return (
                <tr>
                  <th scope="row">
                    <GroupMark visit={visit} group={group} />
                  </th>
                  <td class="number">{stability === null ? '–' : format.percent(stability)}</td>
                  {groupsAfter.map(({ number }) => {
                    const people = crosswalk.matrix[group.number]?.[number] ?? 0
                    const row = crosswalk.matrix[group.number] ?? []
                    const matched = areMatched(view)
                      ? crosswalk.matched[group.number] === number
                      : people > 0 && people === Math.max(...row)
                    return (
                      <td class={matched ? 'number matched' : 'number'}>
                        {people === 0 ? <span class="muted">·</span> : format.integer(people)}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
