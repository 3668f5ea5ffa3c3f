import type { FC } from 'hono/jsx'
import type { PortraitFact } from '#app/portraits/portraitViews.ts'
import type { Visit } from '../page.ts'
import { factLabel } from './sentences.ts'

const width = 560
const left = 76
const height = 34

interface StripProps {
  readonly visit: Visit
  readonly channels: readonly PortraitFact[]
  readonly name: string
  readonly row: number
  readonly of: (fact: PortraitFact) => number
}

/** One strip: shares side by side, written where there is room. */
const Strip: FC<StripProps> = ({ visit, channels, name, row, of }) => {
  const total = channels.reduce((sum, fact) => sum + of(fact), 0)
  const y = row * (height + 4)
  const parts = channels.map((fact, i) => {
    const before = channels.slice(0, i).reduce((sum, each) => sum + of(each), 0)
    const unit = total > 0 ? (width - left) / total : 0
    return { i, share: of(fact), x: left + unit * before, wide: unit * of(fact) }
  })
  return (
    <>
      <text class="label" x={0} y={y + 21}>
        {name}
      </text>
      {parts.map(({ i, share, x, wide }) => (
        <>
          <rect class={`strip-${i}`} x={x.toFixed(1)} y={y} width={Math.max(0, wide - 1).toFixed(1)} height={height} />
          {wide > 40 && (
            <text class={`strip-text-${i}`} x={(x + wide / 2).toFixed(1)} y={y + 22} text-anchor="middle">
              {visit.format.percent(share)}
            </text>
          )}
        </>
      ))}
    </>
  )
}

/** Contacts by channel as one strip for the group and one for all groups together. */
export const ChannelStrip: FC<{ visit: Visit; channels: readonly PortraitFact[] }> = ({ visit, channels }) => {
  const { portrait: text } = visit.words.portraits
  return (
    <>
      <svg class="chart channel-strip" viewBox={`0 0 ${width} ${2 * height + 8}`} role="img" aria-label={text.channelsText}>
        <Strip visit={visit} channels={channels} name={text.own} row={0} of={({ share }) => share} />
        <Strip visit={visit} channels={channels} name={text.all} row={1} of={({ all }) => all} />
      </svg>
      <p class="strip-legend">
        {channels.map((fact, i) => (
          <span>
            <svg class="group-dot" viewBox="0 0 10 10" aria-hidden="true">
              <rect class={`strip-${i}`} width={10} height={10} />
            </svg>
            {factLabel(visit, fact)}
          </span>
        ))}
      </p>
    </>
  )
}
