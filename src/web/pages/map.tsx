import type { FC } from 'hono/jsx'
import type { MapValues } from '#app/maps/mapContract.ts'
import type { MapView } from '#app/maps/mapPage.ts'
import { boundsOf } from '../map/bounds.ts'
import { Choices } from '../map/choices.tsx'
import { mapAsked, mapLink } from '../map/mapAddress.ts'
import { MapFigure } from '../map/mapFigure.tsx'
import { shownName, unitOf } from '../map/mapFigures.ts'
import { mapSource } from '../map/mapSource.ts'
import { mapTitle } from '../map/mapTitle.ts'
import { PlaceList } from '../map/placeList.tsx'
import { areaFault, SelectionPanel } from '../map/selectionPanel.tsx'
import { ZoneTable } from '../map/zoneTable.tsx'
import { mapPartPath } from '../addresses/maps.ts'
import type { Page, Visit } from '../page.ts'

function contextOf(visit: Visit, values: MapValues): string {
  const { words, format } = visit
  const { level, territory, known, figures } = values
  const missing = figures.length - known
  const units = unitOf(visit, level, territory.country, known)
  const said = words.maps.context(format.integer(known), units, missing, format.integer(missing))
  return values.summed ? `${said} ${words.maps.summed}` : said
}

/** What the map's script needs to know, as attributes: a policy without inline scripts leaves nothing else. */
function scriptData(visit: Visit, view: MapView): Readonly<Record<string, string>> {
  const values = view.maps[0]?.values
  if (!values) return {}
  const { territory, level } = values
  const tiles = (layer: string, version: string): string => `/tiles/${layer}/{z}/{x}/{y}?v=${version}`
  const base = visit.desks.maps.baseMapUrl
  return {
    'data-zones': tiles(`zones.${level}.${territory.code}`, view.version.zones),
    'data-places': view.places ? tiles(`places.${view.placesService ?? 'all'}.${territory.code}`, view.version.places) : '',
    'data-bounds': boundsOf(view.outlines).join(' '),
    'data-view': visit.query.get('view') ?? '',
    'data-part': mapLink(visit, {}, mapPartPath),
    'data-words': JSON.stringify(visit.words.maps.script),
    ...(base === null ? {} : { 'data-base': base }),
  }
}

const FaultSummary: FC<{ visit: Visit; view: MapView }> = ({ visit, view }) => {
  const fault = areaFault(visit, view)
  if (!fault) return <></>
  const { maps } = visit.words
  return (
    <div class="fault-summary" role="alert">
      <a href="#area">{maps.areaFaults[fault] ?? fault}</a>
    </div>
  )
}

export const mapPage: Page<MapView> = {
  key: 'map',
  needs: 'map.read',
  scripts: ['map'],
  load: (visit) => visit.desks.maps.page(visit.viewer, mapAsked(visit)),
  title: mapTitle,
  synthetic: () => false,
  view(visit, view) {
    return (
      <>
        <h1>{mapTitle(visit, view)}</h1>
        <p class="context">
          {view.maps.map(({ values }) => (
            <>
              {view.maps.length > 1 && `${shownName(visit, values)}. `}
              {contextOf(visit, values)}{' '}
            </>
          ))}
        </p>
        <FaultSummary visit={visit} view={view} />
        <Choices visit={visit} view={view} />
        <div id="map-work" class={`map-work${view.maps.length > 1 ? ' two' : ''}`} {...scriptData(visit, view)}>
          <div class="map-figures">
            {view.maps.map((map, i) => (
              <MapFigure visit={visit} view={view} map={map} index={i} />
            ))}
          </div>
          <div class="map-side">
            <SelectionPanel visit={visit} view={view} />
            <ZoneTable visit={visit} view={view} />
          </div>
        </div>
        {view.maps.map(({ values }) => (
          <p class="source">{mapSource(visit, values)}</p>
        ))}
        {view.across.length > 0 && (
          <p class="source">
            {visit.words.maps.across(new Intl.ListFormat(visit.language).format(view.across.map((name) => name[visit.language])))}
          </p>
        )}
        <PlaceList visit={visit} view={view} />
      </>
    )
  },
}
