import type { FC } from 'hono/jsx'
import type { PortraitFact } from '#app/portraits/portraitViews.ts'
import type { Visit } from '../page.ts'
import { factLabel } from './sentences.ts'

const width = 560
const left = 76
const height = 34

/** Contacts by channel as one strip for the group and one for all groups together. */
export const ChannelStrip: FC<{ visit: Visit; channels: readonly PortraitFact[] }> = ({ visit, channels }) => {
  const { words, format } = visit
  const { portrait: text } = words.portraits
  const rows = [
    { name: text.own, of: (fact: PortraitFact) => fact.share },
    { name: text.all, of: (fact: PortraitFact) => fact.all },
  ]
  return (
    <>
      <svg class="chart channel-strip" viewBox={`0 0 ${width} ${2 * height + 8}`} role="img" aria-label={text.channelsText}>
        {rows.map(({ name, of }, row) => {
          const total = channels.reduce((sum, fact) => sum + of(fact), 0)
          let from = left
          return (
            <>
              <text class="label" x={0} y={row * (height + 4) + 21}>
                {name}
              </text>
              {channels.map((fact, i) => {
                const wide = total > 0 ? ((width - left) * of(fact)) / total : 0
                const x = from
                from += wide
                return (
                  <>
                    <rect
                      class={`strip-${i}`}
                      x={x.toFixed(1)}
                      y={row * (height + 4)}
                      width={Math.max(0, wide - 1).toFixed(1)}
                      height={height}
                    />
                    {wide > 40 && (
                      <text
                        class={`strip-text-${i}`}
                        x={(x + wide / 2).toFixed(1)}
                        y={row * (height + 4) + 22}
                        text-anchor="middle"
                      >
                        {format.percent(of(fact))}
                      </text>
                    )}
                  </>
                )
              })}
            </>
          )
        })}
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
