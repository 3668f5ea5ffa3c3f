import { groupShares, type Classification, type Segment, type SegmentArea } from '#domain/segments'
import { DomainError } from '#kernel/result.ts'
import { quantiles } from '#stats/quantiles.ts'
import type { Reader } from '#store/open.ts'
import { selectClassifications, selectSegmentAreas } from '#store/segments.ts'
import { zoneName } from '../naming.ts'
import { withAtlas, type Atlas, type Observatory } from '../observatory.ts'
import { findClassification } from '../regrouping/classificationNames.ts'
import type { ClassificationAsked } from '../regrouping/regroupingViews.ts'
import { lineOf } from './classificationLines.ts'
import { loadFigures } from './figures.ts'
import type { GroupsView, HeatRow, SeparationBin, UnclearArea } from './segmentViews.ts'

const bins = 20
const leastClear = 12

function separationBins(areas: readonly SegmentArea[]): SeparationBin[] {
  const counts = new Int32Array(bins)
  for (const { separation } of areas) {
    if (separation === null) continue
    const at = Math.min(bins - 1, Math.floor(separation * bins))
    counts[at] = (counts[at] ?? 0) + 1
  }
  return Array.from(counts, (count, at) => ({ from: at / bins, to: (at + 1) / bins, count }))
}

function medianOf(areas: readonly SegmentArea[]): number | null {
  const known = areas.flatMap(({ separation }) => separation ?? [])
  return known.length === 0 ? null : (quantiles(Float64Array.from(known).toSorted(), [0.5])[0] ?? null)
}

/** The areas nearest to the line between two groups. */
function unclearAreas({ geography }: Atlas, areas: readonly SegmentArea[], finest: readonly Segment[]): UnclearArea[] {
  return areas
    .flatMap(({ zone, segments, second, separation }): UnclearArea[] => {
      const [own, other] = [finest[segments.at(-1) ?? -1], finest[second ?? -1]]
      if (separation === null || !own || !other) return []
      const found = geography.find(zone)
      return [{ zone: found ? zoneName(found) : null, code: zone, group: own, second: other, separation }]
    })
    .toSorted((a, b) => a.separation - b.separation || (a.code < b.code ? -1 : 1))
    .slice(0, leastClear)
}

/** Figures of the groups of one level, out of the counts of their areas; `null` where the dataset or its areas are gone. */
async function heatOf(
  reader: Reader,
  of: Classification,
  areas: readonly SegmentArea[],
  { level, k }: { level: number; k: number },
): Promise<HeatRow[] | null> {
  const loaded = await loadFigures(reader, of.record.settings.dataset, of.territory).catch((error: unknown) => {
    if (error instanceof DomainError) return null
    throw error
  })
  if (!loaded) return null
  const groupOf = new Map(areas.map(({ zone, segments }) => [zone, segments[level - 1] ?? -1]))
  const groups = loaded.figures.zones.map((zone) => groupOf.get(zone) ?? -1)
  const position = new Map(loaded.dataset.measures.map((measure) => [measure.code, measure.position]))
  const column = (code: string): Float64Array => {
    const at = position.get(code) ?? -1
    return Float64Array.from(loaded.rows, ({ figures }) => figures[at] ?? Number.NaN)
  }
  return of.record.variables.map(({ measure, denominator, label, theme }) => {
    const counted = { counts: column(measure), of: denominator === null ? null : column(denominator) }
    const shares = groupShares(counted, loaded.figures.people, groups, k)
    return { label, theme, isShare: denominator !== null, all: shares[k] ?? Number.NaN, groups: shares.slice(0, k) }
  })
}

/** A classification at one of its levels: its groups, how they were chosen, how clear they are and what they are made of. */
export function groupsView(obs: Observatory, asked: ClassificationAsked, wished: number | null): Promise<GroupsView> {
  return withAtlas(obs, async (reader, atlas) => {
    const { of, segments } = await findClassification(reader, asked)
    const areas = await selectSegmentAreas(reader, of)
    const levels = [...new Set(segments.map(({ level }) => level))].toSorted((a, b) => a - b)
    const level = wished !== null && levels.includes(wished) ? wished : (levels[0] ?? 1)
    const groups = segments.filter((each) => each.level === level)
    const finest = segments.filter((each) => each.level === levels.at(-1))
    const sum = (of: (segment: Segment) => number): number => groups.reduce((total, each) => total + of(each), 0)
    const others = await selectClassifications(reader, of.territory)
    return {
      of: lineOf(atlas, of, segments),
      level,
      levels,
      groups,
      finest,
      totals: {
        areas: sum((each) => each.areas),
        people: sum((each) => each.people),
        households: sum((each) => each.households),
      },
      evidence: of.evidence,
      chosen: segments.filter((each) => each.level === levels[0]).length,
      basedOn: others.find(({ id }) => id === of.basedOn)?.number ?? null,
      separation: separationBins(areas),
      medianSeparation: medianOf(areas),
      unclear: unclearAreas(atlas, areas, finest),
      heat: await heatOf(reader, of, areas, { level, k: groups.length }),
    }
  })
}
