import type { FC } from 'hono/jsx'
import type { PortraitFact } from '#app/portraits/portraitViews.ts'
import { axis } from '../charts/axis.ts'
import { fitted } from '../charts/fitted.ts'
import type { Visit } from '../page.ts'
import { themeName } from '../segments/typedForms.ts'
import { factLabel } from './sentences.ts'

const width = 400
const left = 190
const rowHeight = 22

/** One theme: a bar for the group, an upright line for all groups together. */
const ThemeBars: FC<{ visit: Visit; theme: string; facts: readonly PortraitFact[] }> = ({ visit, theme, facts }) => {
  const { words, format } = visit
  const most = Math.max(0.1, ...facts.flatMap(({ share, all }) => [share, all]))
  const x = axis(0, most, left, width - 44)
  const name = themeName(visit, theme)
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <svg
        class="chart theme-bars"
        viewBox={`0 0 ${width} ${facts.length * rowHeight + 4}`}
        role="img"
        aria-label={words.portraits.portrait.themeText(name)}
      >
        {facts.map((fact, i) => {
          const y = 2 + i * rowHeight
          return (
            <g>
              <text class="label" x={0} y={y + 15}>
                {fitted(factLabel(visit, fact), 30)}
              </text>
              <rect class="share" x={left} y={y + 4} width={(x.at(fact.share) - left).toFixed(1)} height={rowHeight - 8} />
              <path class="overall" d={`M${x.at(fact.all)} ${y + 1}V${y + rowHeight - 1}`} />
              <text class="value" x={width} y={y + 15} text-anchor="end">
                {format.percent(fact.share)}
              </text>
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

/** Small multiples of all themes that describe residents. */
export const ResidentBars: FC<{ visit: Visit; facts: readonly PortraitFact[] }> = ({ visit, facts }) => (
  <div class="theme-grid">
    {[...Map.groupBy(facts, ({ theme }) => theme)].map(([theme, own]) => (
      <ThemeBars visit={visit} theme={theme} facts={own} />
    ))}
  </div>
)
