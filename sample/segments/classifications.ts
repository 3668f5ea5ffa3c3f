import { publishComparison } from '#app/regrouping/matchGroups.ts'
import type { ClassificationAsked } from '#app/regrouping/regroupingViews.ts'
import { keepClassification, makeClassification } from '#app/segments/buildClassification.ts'
import { loadFigures } from '#app/segments/figures.ts'
import type { Observatory } from '#app/observatory.ts'
import { mergeClassification } from '#app/segments/mergeClassification.ts'
import type { BuildSettings, Classification, Cluster } from '#domain/segments'
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
  const inForceBySide: ClassificationAsked[] = []
  for (const { levels, ...about } of wishes) {
    const loaded = await loadFigures(writer, areaDatasets[about.territory], about.territory)
    const made = await makeClassification(loaded, settings(loaded.dataset.code, levels), [], cluster)
    const number = await keepClassification(writer, obs, { ...about, madeBy: null }, made)
    const built = await classificationOfNumber(writer, about.territory, number)
    const inForce = about.territory === 'kent' ? await mergedOf(writer, obs, built) : built
    await publishClassification(writer, inForce, obs.now(), null)
    inForceBySide.push({ root: about.territory, number: inForce.number })
  }
  const [left, right] = inForceBySide
  if (left && right) await publishComparison(writer, obs, { left, right, scaling: 'within' }, null)
}

/** Kent's types brought together into thirteen groups, as its analysts once did with a national classification. */
async function mergedOf(writer: Writer, obs: Observatory, types: Classification): Promise<Classification> {
  const number = await mergeClassification(writer, obs, types, {
    k: 13,
    locks: { mustMerge: [], cannotMerge: [] },
    name: { fr: 'Treize groupes du Kent et de Medway', en: 'Thirteen groups of Kent and Medway' },
    madeBy: null,
  })
  return classificationOfNumber(writer, types.territory, number)
}
