import { keepClassification, makeClassification } from '#app/segments/buildClassification.ts'
import { loadFigures } from '#app/segments/figures.ts'
import type { Observatory } from '#app/observatory.ts'
import type { BuildSettings, Cluster } from '#domain/segments'
import type { Bilingual } from '#kernel/bilingual.ts'
import { kmeans } from '#stats/kmeans.ts'
import type { Writer } from '#store/open.ts'
import { classificationOfNumber, publishClassification } from '#store/segments.ts'
import { areaDatasets } from './figures.ts'
import { themes } from './measures.ts'

const seed = 2026

const settings = (dataset: string, levels: readonly number[]): BuildSettings => ({
  dataset,
  variables: themes.flatMap((theme) => theme.categories.map(({ code }) => `${theme.code}.${code}`)),
  transform: 'asinh',
  scale: 'range',
  levels,
  restarts: 10,
  seed,
  maxIterations: 300,
  tolerance: 1e-4,
})

const cluster: Cluster = async (points, k, from) =>
  kmeans(points, { k, restarts: 10, seed: from, maxIterations: 300, tolerance: 1e-4 })

interface Wish {
  readonly territory: 'kent' | '62'
  readonly zone: string
  readonly name: Bilingual
  readonly levels: readonly number[]
}

const wishes: readonly Wish[] = [
  {
    territory: 'kent',
    zone: 'kent',
    name: { fr: 'Types du Kent et de Medway', en: 'Types of Kent and Medway' },
    levels: [8, 32],
  },
  {
    territory: '62',
    zone: 'audomarois',
    name: { fr: 'Groupes du Pays de Saint-Omer', en: 'Groups of the Pays de Saint-Omer' },
    levels: [7],
  },
]

/** Builds the sample's groups on both sides from the figures just written and puts them in force, in the transaction that loads the sample. */
export async function classifySample(writer: Writer, obs: Observatory): Promise<void> {
  for (const { levels, ...about } of wishes) {
    const loaded = await loadFigures(writer, areaDatasets[about.territory], about.territory)
    const made = await makeClassification(loaded, settings(loaded.dataset.code, levels), [], cluster)
    const number = await keepClassification(writer, obs, { ...about, madeBy: null }, made)
    const kept = await classificationOfNumber(writer, about.territory, number)
    await publishClassification(writer, kept, obs.now(), null)
  }
}
