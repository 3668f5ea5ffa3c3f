import { serviceCodes, type Geography, type Zone } from '#domain/territory'
import { countPlaces, countPlacesByZone } from '#store/places.ts'
import { surveyedTerritories } from '#store/surveys.ts'
import { selectShapes } from '#store/territory.ts'
import { zoneName } from './naming.ts'
import { withAtlas, type Observatory } from './observatory.ts'
import type { CommuneFigure, TerritoryChoice, TerritoryView } from './views.ts'

/** Zones that have results: each root with a survey, its territories and its EPCI or districts. */
export async function territoryChoices(obs: Observatory): Promise<readonly TerritoryChoice[]> {
  return withAtlas(obs, async (reader, { geography }) => {
    const roots = await surveyedTerritories(reader)
    return roots.map((root) => ({
      root: zoneName(geography.get(root)),
      zones: [...geography.within(root, 'territory'), ...geography.within(root, 'epci')].map(zoneName),
    }))
  })
}

function bodyOf(geography: Geography, commune: string): Zone | null {
  return geography.parentsOf(commune).find((zone) => zone.level === 'epci') ?? null
}

function bodiesOf(geography: Geography, zone: Zone): TerritoryView['bodies'] {
  const territories = geography.within(zone.code, 'territory').filter((each) => each.code !== zone.code)
  const bodies = geography.within(zone.code, 'epci').filter((each) => each.code !== zone.code)
  return [...territories, ...bodies].map((each) => ({
    ...zoneName(each),
    population: populationOf(geography, each),
    communes: geography.within(each.code, 'commune').length,
  }))
}

/** The published population, else the sum of the communes': a département's own territories have none of their own. */
function populationOf(geography: Geography, zone: Zone): number | null {
  if (zone.population !== null) return zone.population
  const communes = geography.within(zone.code, 'commune')
  return communes.length === 0 ? null : communes.reduce((sum, commune) => sum + (commune.population ?? 0), 0)
}

export async function territoryView(obs: Observatory, query: { territory: string }): Promise<TerritoryView> {
  return withAtlas(obs, async (reader, { geography, edition }) => {
    const zone = geography.get(query.territory)
    const communes = geography.within(zone.code, 'commune')
    const codes = communes.map((commune) => commune.code)
    const shapes = await selectShapes(reader, edition.code, codes)
    const root = zone.root ?? zone.code
    const places = await countPlacesByZone(reader, root)
    const byService = (await countPlaces(reader, root)).filter((row) => codes.includes(row.zone))
    const figures = communes.map((commune): CommuneFigure => {
      const body = bodyOf(geography, commune.code)
      return {
        code: commune.code,
        name: commune.name,
        body: body ? zoneName(body) : null,
        population: commune.population,
        places: places.get(commune.code) ?? 0,
        rings: shapes.get(commune.code)?.rings ?? [],
      }
    })
    return {
      territory: zoneName(zone),
      zone: { ...zone, population: populationOf(geography, zone) },
      edition,
      parents: geography.parentsOf(zone.code).map(zoneName),
      bodies: bodiesOf(geography, zone),
      communes: figures,
      shapesAreSchematic: [...shapes.values()].some((shape) => shape.schematic),
      placesByService: serviceCodes.map((service) => ({
        service,
        places: byService.filter((row) => row.service === service).reduce((sum, row) => sum + row.places, 0),
      })),
      placesAreSynthetic: byService.some((row) => row.synthetic),
    }
  })
}
