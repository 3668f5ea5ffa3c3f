import { selectDatasetAreas } from '#store/segmentBuilds.ts'
import { selectDatasets, type StoredDataset } from '#store/maps.ts'
import type { Reader } from '#store/open.ts'
import { zoneName } from '../naming.ts'
import type { Atlas } from '../observatory.ts'
import { variableOf } from './figures.ts'
import type { AreaSource } from './segmentViews.ts'

function variablesOf({ code, measures }: StoredDataset): number {
  return measures.filter((measure) => variableOf(code, measure) !== null).length
}

/** What groups can be made of: datasets of two areas and two variables or more, those with the most variables first. */
export async function areaSources(reader: Reader, { geography }: Atlas): Promise<readonly AreaSource[]> {
  const [datasets, held] = await Promise.all([selectDatasets(reader), selectDatasetAreas(reader)])
  const byCode = new Map(datasets.map((dataset) => [dataset.code, dataset]))
  const sources = held.flatMap(({ dataset: code, territory, areas }): AreaSource[] => {
    const [dataset, root] = [byCode.get(code), geography.find(territory)]
    if (!dataset || !root || areas < 2) return []
    return [{ dataset: code, title: dataset.title, root: zoneName(root), areas, variables: variablesOf(dataset) }]
  })
  return sources.filter(({ variables }) => variables > 1).toSorted((a, b) => b.variables - a.variables || b.areas - a.areas)
}
