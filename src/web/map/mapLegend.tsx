import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { MapView, ShownMap } from '#app/maps/mapPage.ts'
import { levels, type Level, type Sureness } from '#domain/matrix'
import { capital } from '#words/zones.ts'
import type { Visit } from '../page.ts'
import { levelSymbol } from '../parts/symbols.ts'
import { figureText, unitOf } from './mapFigures.ts'
import { classPaint, verdictPaint } from './paint.ts'
import { isHatched } from './patterns.ts'

export interface LegendEntry {
  readonly paint: string
  readonly text: string
  readonly count: number
  readonly level: Level | null
}

function verdictEntries({ words }: Visit, { values }: ShownMap): LegendEntry[] {
  const counted = (level: Level | null, sureness: Sureness): number =>
    values.figures.filter((each) => each.value !== null && each.sureness === sureness && (level === null || each.level === level))
      .length
  const kinds = (['established', 'likely'] as const).flatMap((sureness) => levels.map((level) => ({ level, sureness })))
  return [
    ...kinds.map(({ level, sureness }) => ({
      paint: verdictPaint(level, sureness),
      text: `${capital(words.levels[level])}, ${words.sureness[sureness]}`,
      count: counted(level, sureness),
      level,
    })),
    { paint: 'verdict-uncertain', text: capital(words.sureness.uncertain), count: counted(null, 'uncertain'), level: null },
  ].filter((entry) => entry.count > 0)
}

function classEntries(visit: Visit, { values, classified }: ShownMap): LegendEntry[] {
  const { maps } = visit.words
  const { unit } = values.indicator
  return classified.classes.map(({ least, greatest, count }, i) => {
    const [low, high] = [least, greatest].map((value) => (value === null ? null : figureText(visit, unit, value)))
    const text =
      low === null || high === null || low === undefined || high === undefined
        ? maps.emptyClass
        : low === high
          ? low
          : maps.between(low, high)
    return { paint: classPaint(classified, i), text, count, level: null }
  })
}

/** What each colour of a map means and how many zones have it, those without a figure last, by reason. */
export function legendEntries(visit: Visit, map: ShownMap): readonly LegendEntry[] {
  const { maps } = visit.words
  const reasons = Map.groupBy(
    map.values.figures.filter((figure) => figure.value === null),
    (figure) => (figure.status === 'ok' ? 'missing' : figure.status),
  )
  return [
    ...(map.values.indicator.unit === 'level' ? verdictEntries(visit, map) : classEntries(visit, map)),
    ...[...reasons].map(([status, zones]) => ({
      paint: 'no-figure',
      text: capital(maps.statuses[status]),
      count: zones.length,
      level: null,
    })),
  ]
}

const Swatch: FC<{ paint: string; id: string }> = ({ paint, id }) => (
  <svg class="swatch-map" width="28" height="18" aria-hidden="true">
    {isHatched(paint) ? (
      <rect class="zone" fill={`url(#${id}-${paint})`} width="28" height="18" />
    ) : (
      <rect class={`zone ${paint}`} width="28" height="18" data-paint={paint} />
    )}
  </svg>
)

/** The legend with its counts; the script of the map reads the colours from its swatches, so that both are the same in either theme. */
export const MapLegend: FC<{ visit: Visit; view: MapView; map: ShownMap; id: string }> = ({ visit, view, map, id }) => {
  const { words, format } = visit
  const { maps } = words
  const { values, classified } = map
  const undrawn = values.figures.length - view.outlines.length
  const count = (n: number): string => `${format.integer(n)} ${unitOf(visit, values.level, values.territory.country, n)}`
  const { centre } = values.indicator
  return (
    <div class="map-key">
      <ul aria-label={maps.legend}>
        {legendEntries(visit, map).map((entry) => (
          <li>
            <Swatch paint={entry.paint} id={id} /> {entry.level && raw(levelSymbol(entry.level))} {entry.text}{' '}
            <span class="muted">({count(entry.count)})</span>
          </li>
        ))}
        {view.places && (
          <li>
            <svg class="swatch-map" width="28" height="18" aria-hidden="true">
              <circle class="place-dot" cx="14" cy="9" r="5" />
            </svg>{' '}
            {maps.placeDots(format.integer(view.places.length))}
          </li>
        )}
        {view.places && (
          <li class="cluster-key">
            <svg class="swatch-map" width="28" height="18" aria-hidden="true">
              <circle class="place-dot" cx="14" cy="9" r="8" />
            </svg>{' '}
            {maps.clusters}
          </li>
        )}
      </ul>
      {centre !== null && classified.classes.length > 0 && <p class="muted">{maps.centre(format.integer(centre))}</p>}
      {undrawn > 0 && <p class="muted">{maps.noOutline(count(undrawn))}</p>}
      {view.outlines.some((outline) => outline.schematic) && <p class="muted">{maps.schematic}</p>}
    </div>
  )
}
