import { groupMix, type Segment, type SegmentArea } from '#domain/segments'
import type { Zone } from '#domain/territory'
import { greatCircleKm } from '#geo/greatCircle.ts'
import { officialList } from '#store/officialList.ts'
import type { Reader } from '#store/open.ts'
import { selectPostcodeZones } from '#store/postcodeZones.ts'
import { selectSentences } from '#store/portraits.ts'
import { zoneName } from '../naming.ts'
import { withAtlas, type Atlas, type Observatory } from '../observatory.ts'
import { partsOf } from '../portraits/composePortrait.ts'
import { groupsInForce, type PublishedGroups } from '../portraits/portraitPages.ts'
import { postcodeWritten } from '../public/findWhere.ts'
import { nameOf } from '../regrouping/classificationNames.ts'
import type { GuideGroup, GuideMix, GuideView } from './guideViews.ts'

/** Fewer areas are widened to their neighbours: an area lies in one group, and those who live there do not. */
const fewestAreas = 8
const mostServices = 5
const longest = 80

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, ' ')
    .replaceAll(/\bst\b/g, 'saint')
    .trim()

/** The zones that a postcode covers, or that bear a name; those of the classified areas and the towns above them alone. */
async function zonesOf(reader: Reader, { geography }: Atlas, typed: string, known: ReadonlyMap<string, Zone>): Promise<Zone[]> {
  const postcode = postcodeWritten(typed)
  if (postcode !== null) {
    const stored = await selectPostcodeZones(reader, postcode)
    const codes = stored.length > 0 ? stored : (officialList().postcodes.get(postcode) ?? [])
    return codes.flatMap((code) => geography.find(code) ?? [])
  }
  const wanted = plain(typed)
  return [...known.values()].filter(({ name }) => plain(name.fr) === wanted || plain(name.en) === wanted)
}

/** The nearest areas around some, until there are enough of them; those without a place are left out. */
function widened({ geography }: Atlas, own: readonly SegmentArea[], all: readonly SegmentArea[]): readonly SegmentArea[] {
  if (own.length >= fewestAreas) return own
  const centre = own.map(({ zone }) => geography.find(zone)).find((zone) => zone?.lon !== null && zone?.lat !== null)
  if (!centre || centre.lon === null || centre.lat === null) return own
  const from = { lon: centre.lon, lat: centre.lat }
  const held = new Set(own)
  const near = all.flatMap((area) => {
    const zone = geography.find(area.zone)
    if (held.has(area) || !zone || zone.lon === null || zone.lat === null) return []
    return [{ area, km: greatCircleKm(from, { lon: zone.lon, lat: zone.lat }) }]
  })
  const added = near.toSorted((a, b) => a.km - b.km).slice(0, fewestAreas - own.length)
  return [...own, ...added.map(({ area }) => area)]
}

/** The towns and communes above classified areas, by code. */
function townsOf({ geography }: Atlas, areas: readonly SegmentArea[]): Map<string, Zone> {
  const parents = areas.flatMap(({ zone }) => geography.parentsOf(zone).filter(({ level }) => level !== 'country'))
  return new Map(parents.map((zone) => [zone.code, zone]))
}

/** Services that a mix of groups uses more than the territory does: its rate is the groups' rates weighted by their shares. */
function servicesOf({ facts }: PublishedGroups, mix: readonly { group: number; share: number }[]): GuideMix['services'] {
  const first = facts[mix[0]?.group ?? 0] ?? []
  return first
    .filter(({ service }) => service !== null)
    .map((fact) => {
      const rate = (group: number): number => facts[group]?.find(({ code }) => code === fact.code)?.share ?? 0
      const share = mix.reduce((sum, part) => sum + part.share * rate(part.group), 0)
      return { fact, share, index: fact.all > 0 ? (100 * share) / fact.all : 0 }
    })
    .filter(({ index }) => index >= 100)
    .toSorted((a, b) => b.index - a.index)
    .slice(0, mostServices)
}

async function briefOf(reader: Reader, found: PublishedGroups, segment: Segment): Promise<GuideGroup['parts']> {
  const sentences = await selectSentences(reader, { ...found.of, level: segment.level, segment: segment.number })
  return partsOf(found.facts[segment.number] ?? [], sentences)
}

/** The mix of groups around these zones; `null` where no classified area lies there. */
async function mixAt(reader: Reader, atlas: Atlas, found: PublishedGroups, zones: readonly Zone[], typed: string) {
  const codes = new Set(
    zones.flatMap((zone) => [zone.code, ...atlas.geography.within(zone.code, 'smallArea').map(({ code }) => code)]),
  )
  const own = found.areas.filter(({ zone }) => codes.has(zone))
  if (own.length === 0) return null
  const counted = widened(atlas, own, found.areas)
  const parts = counted.map(({ segments, people }) => ({ group: segments[0] ?? -1, weight: people }))
  const mix = groupMix(
    parts,
    found.groups.map(({ people }) => people),
  )
  const groups: GuideGroup[] = []
  for (const { group, share, index } of mix) {
    const segment = found.groups[group]
    if (segment) groups.push({ segment, share, index, parts: await briefOf(reader, found, segment) })
  }
  const postcode = postcodeWritten(typed)
  return {
    of: nameOf(atlas, found.of, found.segments),
    postcode,
    zones: zones.filter(({ level }) => level !== 'smallArea').map(zoneName),
    areas: counted.length,
    people: counted.reduce((sum, { people }) => sum + people, 0),
    groups,
    services: servicesOf(found, mix),
  }
}

/** Who lives where: what was typed is kept nowhere. */
export function lookUp(obs: Observatory, typed: string): Promise<GuideView> {
  return withAtlas(obs, async (reader, atlas): Promise<GuideView> => {
    const said = typed.trim()
    if (said === '') return { typed, issue: { code: 'where.missing', params: {} }, mix: null }
    if (said.length > longest) return { typed, issue: { code: 'where.tooLong', params: { most: longest } }, mix: null }
    const unknown = { typed, issue: { code: 'where.unknown', params: { where: said } }, mix: null }
    for (const found of await groupsInForce(reader, atlas)) {
      const zones = await zonesOf(reader, atlas, said, townsOf(atlas, found.areas))
      const mix = zones.length > 0 ? await mixAt(reader, atlas, found, zones, said) : null
      if (mix) return { typed, issue: null, mix }
    }
    return unknown
  })
}
