import type { ServiceCode, Zone, ZoneLevel } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { zoneName } from '../naming.ts'
import type { Observatory } from '../observatory.ts'
import { loadCatalogue, type Entry, type Reading } from './catalogue.ts'
import { chooseLevel, levelChoices, loadGround, loadOutlines, rootsOf, type Ground, type GroundMemory } from './levels.ts'
import type { FigureSource, LevelChoice, MapQuery, MapValues, ZoneFigure } from './mapContract.ts'
import { chooseService, loadPlaces, zonesOfPlaces } from './points.ts'
import { nativeLevels, populationOf, rawOf, readTable, scaled, zoneFigures, type RawFigures } from './rawFigures.ts'
import { chooseCriterion, surveyFigures } from './surveyFigures.ts'

/** A query whose codes were understood, with all that its figures are made from. */
export interface Asking {
  readonly obs: Observatory
  readonly memory: GroundMemory
  readonly reader: Reader
  readonly ground: Ground
  readonly roots: readonly string[]
  readonly territory: Zone
  readonly levels: readonly LevelChoice[]
  readonly catalogue: readonly Entry[]
}

export async function startAsking(obs: Observatory, memory: GroundMemory, reader: Reader, territory: string): Promise<Asking> {
  const ground = await loadGround(obs, memory, reader)
  const zone = ground.geography.get(territory)
  const roots = rootsOf(ground.geography, territory)
  const catalogue = await loadCatalogue(reader, roots)
  return { obs, memory, reader, ground, roots, territory: zone, levels: levelChoices(ground, territory), catalogue }
}

/** The entry of an indicator's code, the population when none is asked. Refused: `indicator.unknown`. */
export function chooseEntry({ catalogue }: Asking, asked: string | null | undefined): Entry {
  const code = asked || 'population'
  const entry = catalogue.find(({ indicator }) => indicator.code === code)
  if (!entry) throw new DomainError('indicator.unknown', { code })
  return entry
}

function editionSource({ edition }: Ground): FigureSource {
  const { name, source, licence, validFrom } = edition
  return { title: name, source: { fr: source, en: source }, licence, date: validFrom, synthetic: false }
}

interface Sourced {
  readonly raw: RawFigures
  readonly source: FigureSource
}

async function readPlaces(asking: Asking, per: 'whole' | '10k', level: ZoneLevel, service: ServiceCode | null): Promise<Sourced> {
  const { reader, ground, roots, territory, memory } = asking
  const { geography } = ground
  const zones = geography.within(territory.code, level)
  const places = await loadPlaces(reader, roots, service)
  const outlines = await loadOutlines(memory, reader, ground, territory.code, level)
  const counts = new Map<string, number>()
  for (const zone of zonesOfPlaces(geography, zones, outlines, places).values()) counts.set(zone, (counts.get(zone) ?? 0) + 1)
  const byZone = new Map(
    zones.map((zone) => [zone.code, { value: counts.get(zone.code) ?? 0, of: populationOf(geography, zone) }]),
  )
  const sources = [...new Set(places.map((place) => place.source ?? ground.edition.source))].join('; ')
  const synthetic = places.some((place) => place.synthetic)
  return {
    raw: { byZone, scale: per === '10k' ? 'per10k' : 'asGiven', additive: false },
    source: { title: null, source: { fr: sources, en: sources }, licence: null, date: null, synthetic },
  }
}

async function readRaw(
  asking: Asking,
  reading: Exclude<Reading, { from: 'survey' }>,
  level: ZoneLevel,
  service: ServiceCode | null,
): Promise<Sourced> {
  const { reader, ground, roots, territory, memory } = asking
  const { geography } = ground
  if (reading.from === 'zones') {
    const outlines = await loadOutlines(memory, reader, ground, territory.code, level)
    const zones = geography.within(territory.code, level)
    return { raw: zoneFigures(geography, zones, outlines, reading.per), source: editionSource(ground) }
  }
  if (reading.from === 'places') return readPlaces(asking, reading.per, level, service)
  const { title, source, licence, date } = reading.dataset
  const raw = await readTable(reader, reading, roots, geography)
  return { raw, source: { title, source: { fr: source, en: source }, licence, date, synthetic: false } }
}

function figureOf(asking: Asking, raw: RawFigures, zone: Zone): { readonly figure: ZoneFigure; readonly summed: boolean } {
  const { geography } = asking.ground
  const known = rawOf(geography, raw, zone)
  const value = known.raw ? scaled(known.raw, raw.scale) : null
  const weight = raw.scale === 'asGiven' ? populationOf(geography, zone) : (known.raw?.of ?? null)
  const none = { level: null, sureness: null, n: null, zone: zoneName(zone) }
  const status = value !== null ? 'ok' : known.raw && !known.summed ? 'withheld' : 'missing'
  return { figure: { ...none, value, status, weight }, summed: known.summed }
}

/** Survey results exist for territories and bodies alone, so that the level follows what is shown. */
function surveyLevel({ levels, territory }: Asking, asked: string | null): ZoneLevel {
  const able = levels.filter(({ level }) => level === 'epci' || level === 'territory')
  const narrowest = able.at(-1)
  if (!narrowest) throw new DomainError('map.noResults', { code: territory.code })
  return able.find(({ level }) => level === asked)?.level ?? narrowest.level
}

/** The narrowest level of a table's own figures where the reader asked for none: communes first, as elsewhere. */
function levelOfTable(asking: Asking, raw: RawFigures): ZoneLevel | null {
  const native = nativeLevels(asking.ground.geography, raw)
  const able = asking.levels.filter(({ level }) => native.has(level))
  return (able.find(({ level }) => level === 'commune') ?? able.at(-1))?.level ?? null
}

async function readSurvey(
  asking: Asking,
  entry: Entry,
  query: MapQuery,
  part: 'score' | 'deviation' | 'level',
): Promise<MapValues> {
  const { ground, territory, obs, reader } = asking
  const service = chooseService(query.service) ?? 'townHall'
  const criterion = chooseCriterion(query.criterion, service)
  const level = surveyLevel(asking, query.level || null)
  const zones = ground.geography.within(territory.code, level)
  const { figures, source } = await surveyFigures(obs, reader, zones, { service, criterion, part })
  return {
    territory: zoneName(territory),
    indicator: entry.indicator,
    level,
    service,
    criterion,
    figures,
    known: figures.filter((figure) => figure.value !== null).length,
    summed: false,
    source: source ?? editionSource(ground),
  }
}

/** The figures of one indicator for every zone of a level inside a territory. */
export async function readValues(asking: Asking, query: MapQuery): Promise<MapValues> {
  const entry = chooseEntry(asking, query.indicator)
  const { indicator, reading } = entry
  if (reading.from === 'survey') return readSurvey(asking, entry, query, reading.part)
  const service = indicator.needs.includes('service') ? chooseService(query.service) : null
  const usual = chooseLevel(asking.levels, asking.territory.code, query.level || null)
  const { raw, source } = await readRaw(asking, reading, usual, service)
  const ofTable = query.level || reading.from === 'zones' || reading.from === 'places' ? null : levelOfTable(asking, raw)
  const level = ofTable ?? usual
  const found = asking.ground.geography.within(asking.territory.code, level).map((zone) => figureOf(asking, raw, zone))
  return {
    territory: zoneName(asking.territory),
    indicator,
    level,
    service,
    criterion: null,
    figures: found.map((each) => each.figure),
    known: found.filter(({ figure }) => figure.value !== null).length,
    summed: found.some(({ figure, summed }) => summed && figure.value !== null),
    source,
  }
}
