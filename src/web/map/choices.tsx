import type { Child, FC } from 'hono/jsx'
import { classMethodCodes, type Indicator } from '#app/maps/mapContract.ts'
import type { MapView } from '#app/maps/mapPage.ts'
import { criterionCodes } from '#domain/survey'
import { serviceCodes, type ServiceCode } from '#domain/territory'
import { capital } from '#words/zones.ts'
import { mapFilePaths, mapPaths } from '../addresses/maps.ts'
import type { Visit } from '../page.ts'
import { hiddenState, mapFileLink, type MapPart } from './mapAddress.ts'
import { indicatorName, subjectName, unitOf } from './mapFigures.ts'

const asked: readonly MapPart[] = [
  'subject',
  'indicator',
  'service',
  'criterion',
  'level',
  'method',
  'classes',
  'compare',
  'places',
  'rows',
]

interface Option {
  readonly value: string
  readonly name: string
}

const Choice: FC<{ name: string; label: string; options: readonly Option[]; chosen: string; children?: Child }> = (props) => (
  <p class="field">
    <label for={`map-${props.name}`}>{props.label}</label>
    <select id={`map-${props.name}`} name={props.name}>
      {props.children}
      {props.options.map(({ value, name }) => (
        <option value={value} selected={value === props.chosen}>
          {name}
        </option>
      ))}
    </select>
  </p>
)

const named = (visit: Visit, indicators: readonly Indicator[]): Option[] =>
  indicators.map((indicator) => ({ value: indicator.code, name: indicatorName(visit, indicator) }))

const serviceOptions = ({ words }: Visit): Option[] =>
  serviceCodes.map((code) => ({ value: code, name: words.services[code].name }))

/** What one figure can be compared with: the observatory's own and those of the same subject; any other stays once it was chosen. */
function comparable(view: MapView, shown: Indicator): readonly Indicator[] {
  const second = view.maps[1]?.values.indicator.code
  const ownSubjects = new Set(['population', 'places', 'survey'])
  return view.indicators.filter(
    ({ code, subject }) => (ownSubjects.has(subject) || subject === shown.subject || code === second) && code !== shown.code,
  )
}

const Subject: FC<{ visit: Visit; view: MapView; shown: Indicator }> = ({ visit, view, shown }) => {
  const { maps } = visit.words
  const subjects = new Map(view.indicators.map((each) => [each.subject, subjectName(visit, each)]))
  const figures = view.indicators.filter((each) => each.subject === shown.subject)
  return (
    <>
      <Choice
        name="subject"
        label={maps.subject}
        chosen={shown.subject}
        options={[...subjects].map(([value, name]) => ({ value, name }))}
      />
      <Choice name="indicator" label={maps.figure} chosen={shown.code} options={named(visit, figures)} />
    </>
  )
}

/** A service and a criterion are asked for where one of the maps needs them. */
const Details: FC<{ visit: Visit; view: MapView }> = ({ visit, view }) => {
  const { words } = visit
  const needs = new Set(view.maps.flatMap(({ values }) => values.indicator.needs))
  const survey = view.maps.find(({ values }) => values.indicator.family === 'survey')?.values
  const service: ServiceCode | 'all' = survey?.service ?? view.service ?? 'all'
  return (
    <>
      {needs.has('service') && (
        <Choice name="service" label={words.maps.service} chosen={service} options={serviceOptions(visit)}>
          {!needs.has('criterion') && <option value="all">{words.maps.allServices}</option>}
        </Choice>
      )}
      {needs.has('criterion') && (
        <Choice
          name="criterion"
          label={words.maps.criterion}
          chosen={survey?.criterion ?? ''}
          options={criterionCodes.map((code) => ({ value: code, name: words.criteria[code].name }))}
        />
      )}
    </>
  )
}

const Classes: FC<{ visit: Visit; view: MapView }> = ({ visit, view }) => {
  const { maps } = visit.words
  return (
    <>
      <Choice
        name="method"
        label={maps.method}
        chosen={view.classes.method}
        options={classMethodCodes.map((code) => ({ value: code, name: maps.methods[code] }))}
      />
      <Choice
        name="classes"
        label={maps.classes}
        chosen={String(view.classes.classes)}
        options={['3', '4', '5', '6', '7'].map((value) => ({ value, name: value }))}
      />
    </>
  )
}

const Exports: FC<{ visit: Visit }> = ({ visit }) => {
  const { maps } = visit.words
  return (
    <p class="exports" id="map-exports">
      <span id="map-export-label">{maps.exportAs}</span>
      {(Object.keys(mapFilePaths) as (keyof typeof mapFilePaths)[]).map((format) => (
        <a href={mapFileLink(visit, format)} id={`map-as-${format}`} aria-describedby="map-export-label">
          {maps[format]}
        </a>
      ))}
    </p>
  )
}

/** What the map shows: a plain form whose state is the address. */
export const Choices: FC<{ visit: Visit; view: MapView }> = ({ visit, view }) => {
  const { words, language, format } = visit
  const { maps } = words
  const shown = view.maps[0]
  if (!shown) return <></>
  const { indicator, level, territory } = shown.values
  const second = view.maps[1]?.values.indicator.code ?? ''
  return (
    <form class="filters map-choices" method="get" action={mapPaths.map[language]} aria-label={maps.choices}>
      {hiddenState(visit, asked).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Subject visit={visit} view={view} shown={indicator} />
      <Details visit={visit} view={view} />
      <Choice
        name="level"
        label={maps.level}
        chosen={level}
        options={view.levels.map((each) => ({
          value: each.level,
          name: maps.levelOption(capital(unitOf(visit, each.level, territory.country, 2)), format.integer(each.zones)),
        }))}
      />
      <Classes visit={visit} view={view} />
      <Choice name="compare" label={maps.compare} chosen={second} options={named(visit, comparable(view, indicator))}>
        <option value="">{maps.nothing}</option>
      </Choice>
      <Choice
        name="places"
        label={maps.placesShown}
        chosen={view.places ? (view.placesService ?? 'all') : ''}
        options={serviceOptions(visit)}
      >
        <option value="">{maps.nothing}</option>
        <option value="all" selected={view.places !== null && view.placesService === null}>
          {maps.allServices}
        </option>
      </Choice>
      <button type="submit">{maps.show}</button>
      <Exports visit={visit} />
    </form>
  )
}
