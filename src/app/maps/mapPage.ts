import type { Geography, ServiceCode, ZoneLevel } from '#domain/territory'
import type { Position } from '#geo/rings.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { apportionArea, closedArea } from './area.ts'
import { chooseClasses, classify } from './classify.ts'
import { loadOutlines } from './levels.ts'
import type {
  AreaFigure,
  Classified,
  Indicator,
  LevelChoice,
  MapQuery,
  MapValues,
  PlacePoint,
  ZoneOutline,
} from './mapContract.ts'
import { layerVersion } from './mapTiles.ts'
import { chooseService, loadPlaces, pointsIn } from './points.ts'
import { readValues, type Asking } from './values.ts'

/** What the map's address says. */
export interface MapAsked extends MapQuery {
  /** What figures are about; the first figure of it where the indicator asked for is of another. */
  readonly subject: string | null
  readonly method: string | null
  readonly classes: string | null
  /** Code of the indicator of a second map beside the first. */
  readonly compare: string | null
  /** A service whose places are shown, `all`, or none. */
  readonly places: string | null
  /** Codes of selected zones; unknown ones are dropped. */
  readonly selected: readonly string[]
  /** Corners of a drawn area in degrees. */
  readonly area: readonly Position[] | null
}

export interface ShownMap {
  readonly values: MapValues
  readonly classified: Classified
  /** What the selected zones come to: the sum of counts, the weighted mean of rates; `null` where nothing is known or it makes no sense. */
  readonly ofSelection: number | null
}

export interface MapView {
  readonly maps: readonly ShownMap[]
  readonly levels: readonly LevelChoice[]
  readonly indicators: readonly Indicator[]
  readonly outlines: readonly ZoneOutline[]
  readonly service: ServiceCode | null
  readonly classes: ReturnType<typeof chooseClasses>
  readonly selected: readonly string[]
  readonly places: readonly PlacePoint[] | null
  readonly placesService: ServiceCode | null
  /** One figure per map, or why there is none. */
  readonly area: { readonly figures: readonly AreaFigure[]; readonly refused: string | null } | null
  /** Bodies that cross the territory's edge: their figures are not the territory's, so they are named and not drawn. */
  readonly across: readonly Bilingual[]
  readonly version: { readonly zones: string; readonly places: string }
}

function selectionFigure(values: MapValues, selected: readonly string[]): number | null {
  if (selected.length === 0 || values.indicator.family === 'survey') return null
  const chosen = values.figures.filter((figure) => selected.includes(figure.zone.code))
  const known = chosen.flatMap(({ value, weight }) => (value === null ? [] : [{ value, weight: weight ?? 0 }]))
  if (known.length < chosen.length) return null
  if (values.indicator.additive) return known.reduce((sum, { value }) => sum + value, 0)
  const total = known.reduce((sum, { weight }) => sum + weight, 0)
  return total > 0 ? known.reduce((sum, { value, weight }) => sum + value * weight, 0) / total : null
}

/** A refusal about the drawing is shown beside it: the rest of the page stands. */
async function areaFigures(asking: Asking, queries: readonly MapQuery[], area: readonly Position[]): Promise<MapView['area']> {
  try {
    closedArea(area)
    const figures = []
    for (const query of queries) figures.push(await apportionArea(asking, query, area))
    return { figures, refused: null }
  } catch (error) {
    if (!(error instanceof DomainError) || !error.code.startsWith('area.')) throw error
    return { figures: [], refused: error.code }
  }
}

async function shownPlaces(asking: Asking, asked: string | null): Promise<Pick<MapView, 'places' | 'placesService'>> {
  if (!asked) return { places: null, placesService: null }
  const service = chooseService(asked)
  const found = await loadPlaces(asking.reader, asking.roots, service)
  return { places: pointsIn(asking.ground.geography, asking.territory.code, found), placesService: service }
}

/** The figure asked for, or the first of a subject that was just chosen. */
function chooseIndicator({ catalogue }: Asking, { indicator, subject }: MapAsked): string | null {
  const codes = catalogue.filter((entry) => entry.indicator.subject === subject).map((entry) => entry.indicator.code)
  return indicator && (codes.length === 0 || codes.includes(indicator)) ? indicator : (codes[0] ?? indicator ?? null)
}

/** Both maps by the same zones: where one figure exists for fewer levels, the other follows. */
async function readPair(asking: Asking, asked: MapAsked): Promise<readonly [MapValues, MapValues | null]> {
  const first = await readValues(asking, asked)
  if (!asked.compare) return [first, null]
  const second = await readValues(asking, { ...asked, level: first.level, indicator: asked.compare })
  return [second.level === first.level ? first : await readValues(asking, { ...asked, level: second.level }), second]
}

function bodiesAcross(geography: Geography, territory: string, level: ZoneLevel): Bilingual[] {
  if (level !== 'epci') return []
  const inside = new Set(geography.within(territory, level))
  const found = geography.within(territory, 'commune').flatMap((commune) => geography.parentsOf(commune.code))
  return [...new Set(found)].filter((zone) => zone.level === level && !inside.has(zone)).map((zone) => zone.name)
}

/** Everything that the map's page shows. The second map has the zones of the first, so that both can be read together. */
export async function mapPage(asking: Asking, asked: MapAsked): Promise<MapView> {
  const { memory, reader, ground, territory, levels, catalogue } = asking
  const classes = chooseClasses(asked.method, asked.classes)
  const indicator = chooseIndicator(asking, asked)
  const [first, second] = await readPair(asking, { ...asked, indicator })
  const selected = [...new Set(asked.selected)].filter((code) => first.figures.some((figure) => figure.zone.code === code))
  const both = second ? [first, second] : [first]
  const queries = both.map(({ indicator }) => ({ ...asked, indicator: indicator.code }))
  return {
    maps: both.map((values) => ({
      values,
      classified: classify(values, classes),
      ofSelection: selectionFigure(values, selected),
    })),
    levels,
    indicators: catalogue.map(({ indicator }) => indicator),
    outlines: await loadOutlines(memory, reader, ground, territory.code, first.level),
    service: chooseService(asked.service),
    classes,
    selected,
    ...(await shownPlaces(asking, asked.places)),
    area: asked.area ? await areaFigures(asking, queries, asked.area) : null,
    across: bodiesAcross(ground.geography, territory.code, first.level),
    version: await layerVersion(reader),
  }
}
