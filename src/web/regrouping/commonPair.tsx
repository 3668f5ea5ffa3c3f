import type { FC } from 'hono/jsx'
import type { CommonGroupsView } from '#app/regrouping/matchGroups.ts'
import type { Segment } from '#domain/segments'
import type { Visit } from '../page.ts'
import { Dumbbells } from './dumbbells.tsx'
import { groupOption } from './groupMark.tsx'
import { qualityOf } from './commonView.tsx'

/** So many variables are drawn, those with the widest gaps. */
const drawn = 12

interface Props {
  readonly visit: Visit
  readonly view: CommonGroupsView
}

const GroupList: FC<{ visit: Visit; name: string; groups: readonly Segment[]; chosen: number; label: string }> = (props) => {
  const { visit, name, groups, chosen, label } = props
  return (
    <p class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {groups.map((group) => (
          <option value={String(group.number)} selected={group.number === chosen}>
            {groupOption(visit, group)}
          </option>
        ))}
      </select>
    </p>
  )
}

/** Two lists to choose two groups from; what else the address says is carried on. */
export const PairChoice: FC<Props & { action: string; carried: readonly (readonly [string, string])[] }> = (props) => {
  const { visit, view, action, carried } = props
  const { common: text, crosswalk } = visit.words.regrouping
  const { left, right, pair } = view
  return (
    <form class="filters" method="get" action={`${action}#pair`} aria-label={text.pairChoice}>
      {carried.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <GroupList visit={visit} name="one" groups={left.groups} chosen={pair.left} label={left.of.zone.name[visit.language]} />
      <GroupList
        visit={visit}
        name="other"
        groups={right.groups}
        chosen={pair.right}
        label={right.of.zone.name[visit.language]}
      />
      <button type="submit">{crosswalk.show}</button>
    </form>
  )
}

interface Gap {
  readonly label: string
  readonly first: number
  readonly second: number
}

function gapsOf({ language }: Visit, { common, pair }: CommonGroupsView): Gap[] {
  const [one, other] = [common.leftFigures[pair.left] ?? [], common.rightFigures[pair.right] ?? []]
  return common.variables
    .map(({ label }, j) => ({ label: label[language], first: one[j] ?? 0, second: other[j] ?? 0 }))
    .toSorted((a, b) => Math.abs(b.first - b.second) - Math.abs(a.first - a.second))
}

const GapTable: FC<{ visit: Visit; rows: readonly Gap[]; names: readonly [string, string] }> = ({ visit, rows, names }) => {
  const { words, format } = visit
  const { common: text } = words.regrouping
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={text.differ}>
      <table class="figures">
        <caption class="vh">{text.differ}</caption>
        <thead>
          <tr>
            <th scope="col">{text.variable}</th>
            <th scope="col" class="number">
              {names[0]}
            </th>
            <th scope="col" class="number">
              {names[1]}
            </th>
            <th scope="col" class="number">
              {text.gap}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, first, second }) => (
            <tr>
              <th scope="row">{label}</th>
              <td class="number">{format.decimal(first)}</td>
              <td class="number">{format.decimal(second)}</td>
              <td class="number">{format.signed(second - first)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Two groups in the variables where they differ most, as a drawing and a table. */
export const PairGaps: FC<Props> = ({ visit, view }) => {
  const { words, format, language } = visit
  const { common: text } = words.regrouping
  const [one, other] = [view.left.groups[view.pair.left], view.right.groups[view.pair.right]]
  if (!one || !other) return <></>
  const rows = gapsOf(visit, view).slice(0, drawn)
  const ratio = view.common.ratios[one.number]?.[other.number] ?? null
  const names = [`${view.left.of.root.country} ${one.letter}`, `${view.right.of.root.country} ${other.letter}`] as const
  return (
    <>
      <p>
        <b>{names[0]}</b> {one.name[language]} · <b>{names[1]}</b> {other.name[language]}
        {ratio !== null && (
          <>
            <br />
            <span class="muted">
              {text.ratio} {format.fine(ratio)}
              {ratio <= 1 && ` (${qualityOf(visit, ratio)})`}
            </span>
          </>
        )}
      </p>
      <h3>{text.differ}</h3>
      <div class="beside">
        <figure>
          <figcaption>
            ○ {names[0]} · ● {names[1]}
          </figcaption>
          <Dumbbells
            title={text.differText(names[0], names[1])}
            rows={rows}
            from={0}
            to={100}
            ticks={[0, 25, 50, 75, 100]}
            text={(value) => format.percent(value / 100)}
          />
        </figure>
        <GapTable visit={visit} rows={rows} names={names} />
      </div>
    </>
  )
}

/** How far two groups are apart in each theme whose shares make a whole. */
export const PairThemes: FC<Props> = ({ visit, view }) => {
  const { words, format } = visit
  const { common: text } = words.regrouping
  if (view.pair.themes.length === 0) return <></>
  return (
    <>
      <h3>{text.profiles}</h3>
      <p>{text.profilesLead}</p>
      <table class="figures themes">
        <caption class="vh">{text.profiles}</caption>
        <thead>
          <tr>
            <th scope="col">{text.theme}</th>
            <th scope="col" class="number">
              {text.hellinger}
            </th>
            <th scope="col" class="number">
              {text.jensenShannon}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.pair.themes.map(({ theme, hellinger, jensenShannon }) => (
            <tr>
              <th scope="row">{text.themes[theme] ?? theme}</th>
              <td class="number">{format.fine(hellinger)}</td>
              <td class="number">{format.fine(jensenShannon)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
