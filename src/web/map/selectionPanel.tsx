import type { FC } from 'hono/jsx'
import type { AreaFigure } from '#app/maps/mapContract.ts'
import type { MapView, ShownMap } from '#app/maps/mapPage.ts'
import { mapPaths } from '../addresses/maps.ts'
import type { Visit } from '../page.ts'
import { hiddenState, mapLink, readArea } from './mapAddress.ts'
import { figureOrReason, figureText, shownName, unitOf } from './mapFigures.ts'

/** More selected zones than this are counted, not listed: the table lists them. */
const listed = 8

const OfSelection: FC<{ visit: Visit; map: ShownMap; selected: readonly string[] }> = ({ visit, map, selected }) => {
  const { maps } = visit.words
  const { values, ofSelection } = map
  const chosen = values.figures.filter((figure) => selected.includes(figure.zone.code))
  return (
    <dl class="chosen-figures">
      <dt>{shownName(visit, values)}</dt>
      {chosen.slice(0, listed).map((figure) => (
        <dd>
          <span>{figure.zone.name[visit.language]}</span> <b>{figureOrReason(visit, values, figure)}</b>
        </dd>
      ))}
      {chosen.length > 1 && values.indicator.family !== 'survey' && (
        <dd class="together">
          <span>{values.indicator.additive ? maps.selectionSum : maps.selectionMean}</span>{' '}
          <b>{ofSelection === null ? maps.selectionUnknown : figureText(visit, values.indicator.unit, ofSelection)}</b>
        </dd>
      )}
    </dl>
  )
}

const Selected: FC<{ visit: Visit; view: MapView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { maps } = words
  const first = view.maps[0]
  if (!first || view.selected.length === 0) return <p class="muted">{maps.selectionNone}</p>
  const n = view.selected.length
  const { level, territory } = first.values
  return (
    <>
      <p>
        {maps.selectionCount(n, format.integer(n), unitOf(visit, level, territory.country, n))}{' '}
        <a href={mapLink(visit, { zone: null })} id="clear-selection">
          {maps.clearSelection}
        </a>
      </p>
      {view.maps.map((map) => (
        <OfSelection visit={visit} map={map} selected={view.selected} />
      ))}
    </>
  )
}

const AreaResult: FC<{ visit: Visit; figure: AreaFigure; name: string; country: 'FR' | 'GB' }> = ({
  visit,
  figure,
  name,
  country,
}) => {
  const { words, format } = visit
  const { maps } = words
  const text = (value: number): string => figureText(visit, figure.indicator.unit, value)
  const zones = unitOf(visit, figure.level, country, figure.zones)
  return (
    <div class="area-result">
      <p>
        {name} <b>{maps.areaFigure(text(figure.value), text(figure.lower), text(figure.upper))}</b>
      </p>
      <p class="muted">
        {maps.areaParts(format.integer(figure.zones), zones, format.integer(figure.whole))}{' '}
        {figure.unknown > 0 && maps.areaUnknown(format.integer(figure.unknown))} {maps.areaSize(format.decimal(figure.squareKm))}.{' '}
        {figure.covered < 0.995 && maps.areaCovered(format.percent(figure.covered))} {figure.schematic && maps.areaSchematic}
      </p>
      <details>
        <summary>{maps.areaMethod}</summary>
        <p>{figure.method === 'sum' ? maps.areaSum : maps.areaMean}</p>
      </details>
    </div>
  )
}

/** What is wrong with the drawing, as a code of the words; `null` when nothing is. */
export function areaFault(visit: Visit, view: MapView): string | null {
  if (readArea(visit.query.get('area')?.trim() || null)?.unreadable) return 'area.unreadable'
  return view.area?.refused ?? null
}

function cornersText(visit: Visit): string {
  const typed = visit.query.get('area')?.trim() ?? ''
  const area = readArea(typed || null)
  return !area || area.unreadable ? typed : area.corners.map((corner) => corner.join(' ')).join('\n')
}

const AreaForm: FC<{ visit: Visit; fault: string | null }> = ({ visit, fault }) => {
  const { words, language } = visit
  const { maps } = words
  return (
    <details class="area-form" open={fault !== null}>
      <summary>{maps.areaType}</summary>
      <form method="get" action={`${mapPaths.map[language]}#area-title`} id="area-form">
        {hiddenState(visit, ['area']).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="field">
          <label for="area">{maps.areaField}</label>
          <span class="hint" id="area-hint">
            {maps.areaHint}
          </span>
          {fault && (
            <strong class="fault" id="area-fault">
              {maps.areaFaults[fault] ?? fault}
            </strong>
          )}
          <textarea
            id="area"
            name="area"
            rows={4}
            placeholder={maps.areaExample}
            aria-describedby={fault ? 'area-fault area-hint' : 'area-hint'}
            aria-invalid={fault ? 'true' : undefined}
          >
            {cornersText(visit)}
          </textarea>
        </p>
        <button type="submit" class="quiet">
          {maps.areaSubmit}
        </button>
      </form>
    </details>
  )
}

/** What the selected zones and the drawn area come to; the script of the map fetches it anew when either changes. */
export const SelectionPanel: FC<{ visit: Visit; view: MapView }> = ({ visit, view }) => {
  const { maps } = visit.words
  const fault = areaFault(visit, view)
  const country = view.maps[0]?.values.territory.country ?? 'FR'
  return (
    <div id="map-selection" class="map-selection">
      <section aria-labelledby="selection-title">
        <h2 id="selection-title">{maps.selectionTitle}</h2>
        <div aria-live="polite">
          <Selected visit={visit} view={view} />
        </div>
      </section>
      <section aria-labelledby="area-title">
        <h2 id="area-title">{maps.areaTitle}</h2>
        {view.area?.figures.map((figure, i) => (
          <AreaResult
            visit={visit}
            figure={figure}
            country={country}
            name={view.maps[i] ? shownName(visit, view.maps[i].values) : ''}
          />
        ))}
        {visit.query.get('area') && (
          <p>
            <a href={mapLink(visit, { area: null })}>{maps.areaClear}</a>
          </p>
        )}
        <AreaForm visit={visit} fault={fault} />
      </section>
    </div>
  )
}
