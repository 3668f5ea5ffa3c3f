import { geography, type Zone, type ZoneLevel } from '#domain/territory'
import type { Polygons } from '#domain/imports'
import { centroidOf } from '#geo/centroid.ts'
import { dissolve } from '#geo/dissolve.ts'
import { placeZones, selectPolygons, selectShapeKinds } from '#store/imports/shapes.ts'
import { selectParents, selectZones } from '#store/territory.ts'
import type { ImportRun } from './importRun.ts'

/** Zones that bodies are made of, and the bodies that get a border from them when no file gives theirs. */
const parts: readonly ZoneLevel[] = ['commune', 'lsoa', 'msoa', 'ward', 'outputArea']
const bodies: ReadonlySet<ZoneLevel> = new Set<ZoneLevel>(['department', 'territory', 'arrondissement', 'epci'])

/** The middle of an outline, where a zone lies that no file placed. */
export function middleOf({ code, polygons }: { code: string; polygons: Polygons }): { code: string; lon: number; lat: number } {
  const [lon, lat] = centroidOf(polygons)
  return { code, lon, lat }
}

/**
 * Borders of bodies dissolved from the zones just drawn, for those without a border of their own. One already dissolved is made anew only when its
 * parts changed.
 */
export async function outlineParents(
  run: ImportRun,
  drawn: ReadonlySet<string>,
  changed: boolean,
): Promise<{ code: string; polygons: Polygons }[]> {
  const { edition, bulk } = run
  const { writer } = bulk
  const shapes = await selectShapeKinds(writer, edition.code)
  const atlas = geography(await selectZones(writer, edition.code), await selectParents(writer, edition.code))
  const wants = (zone: Zone): boolean => {
    const shape = shapes.get(zone.code)
    return bodies.has(zone.level) && (!shape || shape.schematic || (shape.derived && changed))
  }
  const made: { code: string; polygons: Polygons }[] = []
  for (const body of atlas.zones.filter(wants)) {
    const level = parts.find((each) => atlas.within(body.code, each).some((zone) => drawn.has(zone.code)))
    if (!level) continue
    const members = atlas.within(body.code, level).map((zone) => zone.code)
    const polygons = await selectPolygons(writer, edition.code, members)
    made.push({ code: body.code, polygons: dissolve([...polygons.values()]) })
  }
  if (made.length > 0) await placeZones(writer, edition.code, made.map(middleOf))
  return made
}
