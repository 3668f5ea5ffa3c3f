import { zoneLevels, type Zone, type ZoneLevel } from '#domain/territory'
import { areaKm2 } from '#geo/areaKm2.ts'
import { insideShare } from '#geo/insideShare.ts'
import { boxesMeet, boxOfPolygons } from '#geo/polygonBox.ts'
import type { Position, Ring } from '#geo/rings.ts'
import { crossesItself } from '#geo/selfCrossing.ts'
import { DomainError } from '#kernel/result.ts'
import { apportionCount, apportionMean, type TouchedZone } from '#stats/apportion.ts'
import type { AreaFigure, MapQuery, MapValues, ZoneOutline } from './mapContract.ts'
import { loadOutlines } from './levels.ts'
import { chooseEntry, readValues, startAsking, type Asking } from './values.ts'

const mostCorners = 200

/** A drawn area as a closed ring, or a refusal: `area.tooFew`, `area.tooMany`, `area.outside`, `area.crossing`. */
export function closedArea(corners: readonly Position[]): Ring {
  const distinct = corners.filter(([lon, lat], i) => lon !== corners[i - 1]?.[0] || lat !== corners[i - 1]?.[1])
  const [first, last] = [distinct[0], distinct.at(-1)]
  const open =
    first && last && distinct.length > 1 && first[0] === last[0] && first[1] === last[1] ? distinct.slice(0, -1) : distinct
  const [start] = open
  if (!start || open.length < 3) throw new DomainError('area.tooFew', { corners: open.length })
  if (open.length > mostCorners) throw new DomainError('area.tooMany', { corners: open.length, most: mostCorners })
  const outside = open.find(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 85))
  if (outside) throw new DomainError('area.outside', { lon: outside[0], lat: outside[1] })
  const ring = [...open, start]
  if (crossesItself(ring) || areaKm2([[ring]]) === 0) throw new DomainError('area.crossing')
  return ring
}

interface Touched {
  readonly outline: ZoneOutline
  readonly share: number
}

function touchedBy(outlines: readonly ZoneOutline[], ring: Ring): Touched[] {
  const box = boxOfPolygons([[ring]])
  return outlines
    .filter((outline) => boxesMeet(boxOfPolygons(outline.polygons), box))
    .map((outline) => ({ outline, share: insideShare(outline.polygons, ring) }))
    .filter(({ share }) => share > 0)
}

/** How much of the ground of the level that covers most a level must cover: what is missing at the edge of a drawing is not a part left out. */
const covering = 0.98

const groundOf = (outlines: readonly ZoneOutline[]): number =>
  outlines.reduce((sum, outline) => sum + areaKm2(outline.polygons), 0)

/**
 * The narrowest level whose zones have figures of their own and outlines, and lie over the whole ground (small areas may be known for a part of it alone, and
 * nobody would be counted beside them): the less is cut, the less is guessed. Zones beside the territory in view count
 * too, up to its root, so that an area may lie across its edge.
 */
async function narrowest(asking: Asking, query: MapQuery): Promise<{ values: MapValues; outlines: readonly ZoneOutline[] }> {
  const { memory, reader, ground, levels, territory } = asking
  const able = zoneLevels.filter((level) => levels.some((choice) => choice.level === level)).toReversed()
  const found: { values: MapValues; outlines: readonly ZoneOutline[]; km2: number }[] = []
  for (const level of able) {
    const values = await readValues(asking, { ...query, territory: territory.code, level })
    if (values.summed || values.known === 0 || values.level !== level) continue
    const outlines = await loadOutlines(memory, reader, ground, territory.code, level satisfies ZoneLevel)
    found.push({ values, outlines, km2: groundOf(outlines) })
  }
  const most = Math.max(...found.map(({ km2 }) => km2))
  const whole = found.find(({ km2 }) => km2 >= covering * most)
  if (whole) return whole
  throw new DomainError('area.noFigures', { code: territory.code })
}

/** What a figure of a zone weighs where figures are averaged; ground for a density, else what its share is of, else its inhabitants. */
function weightOf(values: MapValues, outline: ZoneOutline, weight: number | null): number {
  return values.indicator.unit === 'perKm2' && values.indicator.code === 'density' ? areaKm2(outline.polygons) : (weight ?? 0)
}

/** The zone whose zones may be cut: the territory's root where there is one. */
function widest(asking: Asking): Zone {
  const { territory, ground } = asking
  return (territory.root === null ? undefined : ground.geography.find(territory.root)) ?? territory
}

/**
 * The figure of a drawn area, from the narrowest zones that have one: counts by the part of each zone's ground that lies inside, rates and medians as the
 * mean weighted by inhabitants; with the bounds that no spread of people within the zones can pass. Results of the survey are not apportioned: they are
 * estimates of a sample (`area.survey`).
 */
export async function apportionArea(asking: Asking, query: MapQuery, corners: readonly Position[]): Promise<AreaFigure> {
  const ring = closedArea(corners)
  const { indicator } = chooseEntry(asking, query.indicator)
  if (indicator.family === 'survey') throw new DomainError('area.survey')
  const around = await startAsking(asking.obs, asking.memory, asking.reader, widest(asking).code)
  const { values, outlines } = await narrowest(around, query)
  const figures = new Map(values.figures.map((figure) => [figure.zone.code, figure]))
  const touched = touchedBy(outlines, ring)
  const zones = touched.flatMap(({ outline, share }): TouchedZone[] => {
    const figure = figures.get(outline.code)
    if (figure?.value === null || figure === undefined) return []
    return [{ value: figure.value, share, weight: weightOf(values, outline, figure.weight) }]
  })
  const found = indicator.additive ? apportionCount(zones) : apportionMean(zones)
  if (zones.length === 0 || !found) throw new DomainError('area.empty')
  const squareKm = areaKm2([[ring]])
  const inZones = touched.reduce((sum, { outline, share }) => sum + share * areaKm2(outline.polygons), 0)
  return {
    indicator,
    level: values.level,
    method: indicator.additive ? 'sum' : 'mean',
    ...found,
    zones: touched.length,
    whole: zones.filter(({ share }) => share >= 1 - 1e-9).length,
    unknown: touched.length - zones.length,
    covered: Math.min(1, inZones / squareKm),
    squareKm,
    schematic: touched.some(({ outline }) => outline.schematic),
  }
}
