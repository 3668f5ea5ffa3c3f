import { zoneLevels, type Geography, type Zone, type ZoneLevel } from '#domain/territory'
import { dissolve } from '#geo/dissolve.ts'
import { DomainError } from '#kernel/result.ts'
import { selectOutlinedCodes, selectOutlines, type StoredOutline } from '#store/maps.ts'
import type { Reader } from '#store/open.ts'
import { versionOf } from '#store/stamp.ts'
import { loadAtlas, type Atlas, type Observatory } from '../observatory.ts'
import { RecentValues } from '../recentValues.ts'
import type { LevelChoice, ZoneOutline } from './mapContract.ts'

/** Levels whose outlines can be joined into those of wider zones, the widest first: fewer pieces, fewer slivers. */
const joinable: readonly ZoneLevel[] = ['commune', 'ward', 'msoa', 'lsoa', 'smallArea', 'outputArea']
/** A map of a country as one shape would say nothing. */
const mapped = zoneLevels.filter((level) => level !== 'country')

/** The zones in force with what is known of their outlines, at one version of both. */
export interface Ground extends Atlas {
  readonly version: number
  readonly outlined: ReadonlySet<string>
}

/** Outlines kept in memory per version of the zones. */
export interface GroundMemory {
  readonly outlined: RecentValues<ReadonlySet<string>>
  readonly outlines: RecentValues<readonly ZoneOutline[]>
}

export function groundMemory(): GroundMemory {
  return { outlined: new RecentValues(2), outlines: new RecentValues(24) }
}

export async function loadGround(obs: Observatory, memory: GroundMemory, reader: Reader): Promise<Ground> {
  const atlas = await loadAtlas(reader, obs.caches)
  const version = await versionOf(reader, 'zones')
  const key = `${atlas.edition.code} ${version}`
  return { ...atlas, version, outlined: await memory.outlined.get(key, () => selectOutlinedCodes(reader, atlas.edition.code)) }
}

/** The zones inside that a zone's outline can be joined from: of the widest level that has outlines. */
function partsOf({ geography, outlined }: Ground, zone: Zone): readonly Zone[] {
  for (const level of joinable) {
    const parts = geography.within(zone.code, level).filter((part) => part.code !== zone.code && outlined.has(part.code))
    if (parts.length > 0) return parts
  }
  return []
}

/** The levels that a territory can be mapped by: those with two zones at least that can be drawn, or its own where there is nothing narrower. */
export function levelChoices(ground: Ground, territory: string): readonly LevelChoice[] {
  const all = mapped.map((level) => {
    const zones = ground.geography.within(territory, level)
    const drawn = zones.filter((zone) => ground.outlined.has(zone.code) || partsOf(ground, zone).length > 0)
    return { level, zones: zones.length, outlined: drawn.length }
  })
  const several = all.filter((choice) => choice.outlined > 1)
  return several.length > 0 ? several : all.filter((choice) => choice.outlined > 0).slice(-1)
}

/** The level asked for, or the one that most look for: communes, else the narrowest but for very many zones. Refused: `map.noOutlines`, `level.unknown`. */
export function chooseLevel(choices: readonly LevelChoice[], territory: string, asked: string | null): ZoneLevel {
  const usual =
    choices.find((choice) => choice.level === 'commune') ?? choices.findLast((choice) => choice.outlined <= 1000) ?? choices[0]
  if (!usual) throw new DomainError('map.noOutlines', { code: territory })
  if (asked === null) return usual.level
  const chosen = choices.find((choice) => choice.level === asked)
  if (!chosen) throw new DomainError('level.unknown', { level: asked, code: territory })
  return chosen.level
}

function outlineOf(zone: Zone, own: StoredOutline | undefined, parts: readonly StoredOutline[]): ZoneOutline[] {
  if (own) return [{ code: zone.code, polygons: own.polygons, schematic: own.schematic, joined: false }]
  if (parts.length === 0) return []
  const polygons = dissolve(parts.map((part) => part.polygons))
  return [{ code: zone.code, polygons, schematic: parts.some((part) => part.schematic), joined: true }]
}

async function readOutlines(reader: Reader, ground: Ground, zones: readonly Zone[]): Promise<readonly ZoneOutline[]> {
  const partCodes = new Map(
    zones
      .filter((zone) => !ground.outlined.has(zone.code))
      .map((zone) => [zone.code, partsOf(ground, zone).map(({ code }) => code)]),
  )
  const wanted = [...zones.map((zone) => zone.code), ...[...partCodes.values()].flat()]
  const stored = await selectOutlines(reader, ground.edition.code, wanted)
  return zones.flatMap((zone) =>
    outlineOf(
      zone,
      stored.get(zone.code),
      (partCodes.get(zone.code) ?? []).flatMap((code) => stored.get(code) ?? []),
    ),
  )
}

/** The outlines of a territory's zones of one level, in the order of their names; zones that cannot be drawn are left out. */
export function loadOutlines(
  memory: GroundMemory,
  reader: Reader,
  ground: Ground,
  territory: string,
  level: ZoneLevel,
): Promise<readonly ZoneOutline[]> {
  const key = [ground.edition.code, ground.version, territory, level].join(' ')
  return memory.outlines.get(key, () => readOutlines(reader, ground, ground.geography.within(territory, level)))
}

/** The roots whose data the zones of a territory are stored with. */
export function rootsOf(geography: Geography, territory: string): readonly string[] {
  const own = geography.get(territory).root
  if (own !== null) return [own]
  const inside = zoneLevels.flatMap((level) => geography.within(territory, level))
  return [...new Set(inside.flatMap((zone) => zone.root ?? []))]
}
