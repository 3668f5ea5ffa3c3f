import { groupRate, groupSums, themeOf, type Classification, type SegmentArea } from '#domain/segments'
import { isServiceCode } from '#domain/territory'
import { selectAreaFigures } from '#store/areaFigures.ts'
import { selectDatasets, type StoredDataset, type StoredMeasure } from '#store/maps.ts'
import type { Reader } from '#store/open.ts'
import { selectDatasetAreas } from '#store/segmentBuilds.ts'
import type { Atlas } from '../observatory.ts'
import type { PortraitFact } from './portraitViews.ts'

/** What is known of every group of a level: its facts by number. */
export interface GroupFacts {
  readonly facts: readonly (readonly PortraitFact[])[]
  readonly datasets: readonly StoredDataset[]
}

const aboutCustomers = (code: string): boolean => code.startsWith('users.') || code.startsWith('channel.')

/** The dataset the groups were made of, and those about customers that cover the same areas. */
async function datasetsOf(reader: Reader, of: Classification): Promise<StoredDataset[]> {
  const [datasets, held] = await Promise.all([selectDatasets(reader), selectDatasetAreas(reader)])
  const here = new Set(held.filter(({ territory }) => territory === of.territory).map(({ dataset }) => dataset))
  const own = of.record.settings.dataset
  return datasets.filter(
    ({ code, measures }) => here.has(code) && (code === own || measures.some((measure) => aboutCustomers(measure.code))),
  )
}

function serviceOf(code: string) {
  const [kind, service = ''] = code.split('.')
  return kind === 'users' && isServiceCode(service) ? service : null
}

/** Facts of all groups in one measure; `null` in place of a group without figures. */
function factsOf(
  measure: StoredMeasure,
  whole: StoredMeasure,
  sums: ReturnType<typeof groupSums>,
  k: number,
): (PortraitFact | null)[] {
  const { above, below } = sums
  const named = {
    code: measure.code,
    label: measure.label,
    theme: themeOf(measure.code),
    denominator: whole.label,
    service: serviceOf(measure.code),
  }
  return Array.from({ length: k }, (_, g) => {
    const rate = groupRate(above[g] ?? 0, below[g] ?? 0, above[k] ?? 0, below[k] ?? 0)
    return rate && { ...named, ...rate }
  })
}

/** Everything counted about the groups of one level, out of the sums of their areas. */
export async function loadGroupFacts(
  reader: Reader,
  { edition }: Atlas,
  of: Classification,
  areas: readonly SegmentArea[],
  { level, k }: { readonly level: number; readonly k: number },
): Promise<GroupFacts> {
  const groupOf = new Map(areas.map(({ zone, segments }) => [zone, segments[level - 1] ?? -1]))
  const facts: PortraitFact[][] = Array.from({ length: k }, () => [])
  const datasets = await datasetsOf(reader, of)
  for (const dataset of datasets) {
    const rows = (await selectAreaFigures(reader, edition.code, dataset.code, of.territory)).filter(({ zone }) =>
      groupOf.has(zone),
    )
    const groups = rows.map(({ zone }) => groupOf.get(zone) ?? -1)
    const column = ({ position }: StoredMeasure): Float64Array =>
      Float64Array.from(rows, ({ figures }) => figures[position] ?? Number.NaN)
    const byCode = new Map(dataset.measures.map((measure) => [measure.code, measure]))
    const noWeights = new Float64Array(0)
    for (const measure of dataset.measures) {
      const whole = byCode.get(measure.denominator ?? '')
      if (!whole) continue
      const sums = groupSums({ counts: column(measure), of: column(whole) }, noWeights, groups, k)
      for (const [g, fact] of factsOf(measure, whole, sums, k).entries()) if (fact) facts[g]?.push(fact)
    }
  }
  return { facts, datasets }
}
