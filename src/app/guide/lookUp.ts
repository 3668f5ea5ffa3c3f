import type { Searcher } from '#domain/search'
import { groupMix, type SegmentArea } from '#domain/segments'
import type { Zone } from '#domain/territory'
import { greatCircleKm } from '#geo/greatCircle.ts'
import type { Reader } from '#store/open.ts'
import { selectPostcodeZones } from '#store/postcodeZones.ts'
import { publishedClassifications, selectSegmentAreas, selectSegments } from '#store/segments.ts'
import { zoneName } from '../naming.ts'
import { withAtlas, type Atlas, type Observatory } from '../observatory.ts'
import { groupsAt, partsOfGroup, type PublishedGroups } from '../portraits/portraitPages.ts'
import { communesOfPostcode, postcodeWritten } from '../public/findWhere.ts'
import { searchMemory } from '../public/searchMemory.ts'
import { nameOf } from '../regrouping/classificationNames.ts'
import type { GuideMix, GuideView } from './guideViews.ts'

/** Fewer areas are widened to their neighbours: an area lies in one group, and those who live there do not. */
const fewestAreas = 8
const mostServices = 5
const mostBriefs = 3
const mostNames = 5
const longest = 80

/** What the words may mean, the likeliest first: the zones of a postcode together, or each town of that name, slips forgiven. */
async function meanings(reader: Reader, { geography }: Atlas, searcher: Searcher, typed: string, postcode: string | null) {
  if (postcode !== null) {
    const stored = (await selectPostcodeZones(reader, postcode)).flatMap((code) => geography.find(code) ?? [])
    return [stored.length > 0 ? stored : communesOfPostcode(geography, postcode)]
  }
  const hits = searcher.search({ text: typed, kind: 'zone', around: null, most: mostNames })
  return hits
    .filter(({ match }) => match !== 'partly')
    .flatMap(({ entry }) => {
      const zone = geography.find(entry.code)
      return zone ? [[zone]] : []
    })
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

/** The classified areas that lie in some zones. */
function areasIn({ geography }: Atlas, areas: readonly SegmentArea[], zones: readonly Zone[]): SegmentArea[] {
  const codes = new Set(zones.flatMap(({ code }) => [code, ...geography.within(code, 'smallArea').map((area) => area.code)]))
  return areas.filter(({ zone }) => codes.has(zone))
}

/** The classification in force that has areas in one of these meanings, with those areas; the first meaning wins. */
async function findPlace(reader: Reader, atlas: Atlas, all: readonly (readonly Zone[])[]) {
  const published = await publishedClassifications(reader)
  const held = await Promise.all(published.map(async (of) => ({ of, areas: await selectSegmentAreas(reader, of) })))
  for (const zones of all)
    for (const { of, areas } of held) {
      const own = areasIn(atlas, areas, zones)
      if (own.length > 0) return { of, areas, own, zones }
    }
  return null
}

/** The mix of groups around a place that was found. */
async function mixAt(
  reader: Reader,
  atlas: Atlas,
  { of, areas, own, zones }: NonNullable<Awaited<ReturnType<typeof findPlace>>>,
): Promise<Omit<GuideMix, 'postcode'>> {
  const found = await groupsAt(reader, atlas, of, { segments: await selectSegments(reader, of), level: 1, areas })
  const counted = widened(atlas, own, areas)
  const mix = groupMix(
    counted.map(({ segments, people }) => ({ group: segments[0] ?? -1, weight: people })),
    found.groups.map(({ people }) => people),
  )
  const groups = mix.flatMap(({ group, share, index }) => {
    const segment = found.groups[group]
    return segment ? [{ segment, share, index }] : []
  })
  return {
    of: nameOf(atlas, of, found.segments),
    zones: zones.filter(({ level }) => level !== 'smallArea').map(zoneName),
    areas: counted.length,
    people: counted.reduce((sum, { people }) => sum + people, 0),
    groups,
    briefs: groups.slice(0, mostBriefs).map(({ segment }) => ({ segment, parts: partsOfGroup(found, segment) })),
    services: servicesOf(found, mix),
  }
}

/** Who lives where: what was typed is kept nowhere. The index is asked for before the transaction, as it opens one of its own. */
export async function lookUp(obs: Observatory, typed: string): Promise<GuideView> {
  const said = typed.trim()
  if (said === '') return { typed, issue: { code: 'where.missing', params: {} }, mix: null }
  if (said.length > longest) return { typed, issue: { code: 'where.tooLong', params: { most: longest } }, mix: null }
  const searcher = await searchMemory(obs)()
  return withAtlas(obs, async (reader, atlas): Promise<GuideView> => {
    const postcode = postcodeWritten(said)
    const place = await findPlace(reader, atlas, await meanings(reader, atlas, searcher, said, postcode))
    if (!place) return { typed, issue: { code: 'where.unknown', params: { where: said } }, mix: null }
    return { typed, issue: null, mix: { ...(await mixAt(reader, atlas, place)), postcode } }
  })
}
