import type { FC } from 'hono/jsx'
import type { CommonGroupsView } from '#app/regrouping/matchGroups.ts'
import type { Segment } from '#domain/segments'
import type { Visit } from '../page.ts'
import { GroupMark } from './groupMark.tsx'

interface Props {
  readonly visit: Visit
  readonly view: CommonGroupsView
  /** The address of this page with two groups side by side. */
  readonly toPair: (left: number, right: number) => string
}

/** How a distance relative to a group's own areas is said. */
export function qualityOf({ words }: Visit, ratio: number): string {
  const { qualities } = words.regrouping.common
  if (ratio <= 0.5) return qualities.strong
  return ratio <= 0.8 ? qualities.fair : qualities.weak
}

/** Groups that answer each other, the closest first. */
export const Matches: FC<Props> = ({ visit, view, toPair }) => {
  const { words, format } = visit
  const { common: text } = words.regrouping
  const { left, right, common } = view
  if (common.matches.length === 0) return <p>{text.matchesNone}</p>
  return (
    <>
      <div class="scroll" role="region" tabindex={0} aria-label={text.matches}>
        <table class="figures mixed">
          <caption class="vh">{text.matches}</caption>
          <thead>
            <tr>
              <th scope="col">{left.of.zone.name[visit.language]}</th>
              <th scope="col">{right.of.zone.name[visit.language]}</th>
              <th scope="col">{text.quality}</th>
              <th scope="col" class="number">
                {text.ratio}
              </th>
              <th scope="col">
                <span class="vh">{text.pairChoice}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {common.matches.map(({ left: i, right: j, ratio }) => {
              const [one, other] = [left.groups[i], right.groups[j]]
              if (!one || !other) return <></>
              return (
                <tr>
                  <th scope="row">
                    <GroupMark visit={visit} group={one} country={left.of.root.country} />
                  </th>
                  <td>
                    <GroupMark visit={visit} group={other} country={right.of.root.country} />
                  </td>
                  <td>{qualityOf(visit, ratio)}</td>
                  <td class="number">{format.fine(ratio)}</td>
                  <td>
                    <a href={`${toPair(i, j)}#pair`}>{text.see(one.letter, other.letter)}</a>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p class="muted">{text.ratioHint}</p>
    </>
  )
}

const Alone: FC<Props & { side: 'left' | 'right' }> = ({ visit, view, toPair, side }) => {
  const { words, language } = visit
  const { common: text } = words.regrouping
  const { common } = view
  const [own, facing] = side === 'left' ? [view.left, view.right] : [view.right, view.left]
  const alone = side === 'left' ? common.leftAlone : common.rightAlone
  const nearest = (number: number): number => {
    const row = side === 'left' ? (common.distances[number] ?? []) : common.distances.map((each) => each[number] ?? 0)
    return row.reduce((best, distance, at) => (distance < (row[best] ?? 0) ? at : best), 0)
  }
  return (
    <div>
      <h3>{own.of.zone.name[language]}</h3>
      {alone.length === 0 && <p>{text.nationalNone}</p>}
      <ul class="plain">
        {alone.map((number) => {
          const [group, near]: (Segment | undefined)[] = [own.groups[number], facing.groups[nearest(number)]]
          if (!group || !near) return <></>
          const path = side === 'left' ? toPair(number, near.number) : toPair(near.number, number)
          return (
            <li>
              <GroupMark visit={visit} group={group} />
              <br />
              <a class="muted" href={`${path}#pair`}>
                {text.nearest}
                {language === 'fr' ? '\u202F: ' : ': '}
                {near.letter} · {near.name[language]}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Groups of each side without a counterpart, with the nearest one that is not near enough. */
export const NationalGroups: FC<Props> = (props) => (
  <section>
    <h2>{props.visit.words.regrouping.common.national}</h2>
    <div class="two-columns">
      <Alone {...props} side="left" />
      <Alone {...props} side="right" />
    </div>
  </section>
)

const cell = 34
const head = 46

/** Every group of one side against every group of the other: the darker, the nearer; a frame where they answer each other. */
export const DistanceMap: FC<Props> = ({ visit, view }) => {
  const { words, format } = visit
  const { common: text } = words.regrouping
  const { left, right, common } = view
  const matched = new Set(common.matches.map(({ left: i, right: j }) => `${i} ${j}`))
  const shade = (ratio: number | null): number =>
    ratio === null ? 1 : ratio <= 0.5 ? 5 : ratio <= 0.8 ? 4 : ratio <= 1 ? 3 : ratio <= 1.3 ? 2 : 1
  const [width, height] = [head + right.groups.length * cell, head + left.groups.length * cell]
  return (
    <figure>
      <figcaption>{text.overview}</figcaption>
      <svg class="chart distance-map" viewBox={`0 0 ${width} ${height}`} width={width} role="img" aria-label={text.overviewText}>
        <text class="tick" x={head} y={14}>
          {right.of.root.country} →
        </text>
        <text class="tick" x={0} y={head - 8}>
          {left.of.root.country} ↓
        </text>
        {right.groups.map(({ letter, number }) => (
          <text class="label strong" x={head + number * cell + cell / 2} y={head - 8} text-anchor="middle">
            {letter}
          </text>
        ))}
        {left.groups.map(({ letter, number: i }) => (
          <>
            <text class="label strong" x={head - 10} y={head + i * cell + cell / 2 + 5} text-anchor="end">
              {letter}
            </text>
            {right.groups.map(({ number: j }) => {
              const ratio = common.ratios[i]?.[j] ?? null
              const level = shade(ratio)
              const [x, y] = [head + j * cell, head + i * cell]
              return (
                <>
                  <rect
                    class={`near-${level}${matched.has(`${i} ${j}`) ? ' framed' : ''}`}
                    x={x + 2}
                    y={y + 2}
                    width={cell - 4}
                    height={cell - 4}
                  />
                  <text class={level >= 4 ? 'on-dark' : 'tick'} x={x + cell / 2} y={y + cell / 2 + 4} text-anchor="middle">
                    {ratio === null ? '–' : format.decimal(ratio)}
                  </text>
                </>
              )
            })}
          </>
        ))}
      </svg>
      <p class="muted">{text.overviewText}</p>
    </figure>
  )
}
