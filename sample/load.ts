import { seedOf, random } from '#kernel/random.ts'
import type { Observatory } from '#app/observatory.ts'
import { insertDataset, insertPostcodes } from '#store/datasets.ts'
import { write } from '#store/open.ts'
import { insertServices } from '#store/services.ts'
import { insertSurvey } from '#store/survey.ts'
import { insertVerbatims } from '#store/verbatims.ts'
import { currentEdition, insertTerritory, lockLoading } from '#store/territory.ts'
import { buildCells } from './cells.ts'
import { buildPlaces } from './places.ts'
import { classifySample } from './segments/classifications.ts'
import { buildSegments } from './segments/buildSegments.ts'
import { buildProcedures } from './procedures/index.ts'
import { buildCompetences } from './services.ts'
import { buildSurveys } from './surveys/buildSurveys.ts'
import type { SampleSurvey } from './surveys/sampleSurvey.ts'
import { sampleVerbatims, type SampleVerbatim } from './surveys/verbatims.ts'
import { buildTerritory } from './territory.ts'

/** The seed of the sample observatory; equal seeds give equal figures on every machine. */
export const sampleSeed = 2026

export type LoadStep = 'building' | 'territory' | 'services' | 'surveys' | 'saving'

/** What users wrote, in the survey in force of each side alone. */
function verbatimsOf({ territory, code }: SampleSurvey): readonly SampleVerbatim[] {
  return code === 'satisfaction-2026' ? sampleVerbatims(territory) : []
}

/** Rows written, by kind. */
export interface Loaded {
  readonly zones: number
  readonly places: number
  readonly procedures: number
  readonly respondents: number
  readonly ratings: number
}

/**
 * Loads the sample observatory: real zones, synthetic places and surveys, all in one transaction, so that a load which is killed leaves an
 * empty observatory and the next start loads it again. `null` when another process loaded something first.
 */
export async function loadSample(
  obs: Observatory,
  onProgress: (step: LoadStep, progress: number) => void = () => {},
  seed: number = sampleSeed,
): Promise<Loaded | null> {
  onProgress('building', 0)
  const territory = buildTerritory()
  const cells = buildCells(territory.zones)
  const places = buildPlaces(random(seed ^ seedOf('places')), territory)
  const procedures = buildProcedures()
  const surveys = buildSurveys(territory, seed)
  const { small, datasets, postcodes } = buildSegments(territory, cells, seed)
  const zones = [...territory.zones, ...small.areas.map((area) => area.zone)]
  const parents = [...territory.parents, ...small.parents]
  const done = await write(obs.db, async (writer) => {
    await lockLoading(writer)
    if (await currentEdition(writer)) return false
    onProgress('territory', 0.2)
    await insertTerritory(writer, { ...territory, zones, parents }, new Map([...cells, ...small.cells]))
    for (const dataset of datasets) await insertDataset(writer, dataset)
    await insertPostcodes(writer, postcodes)
    await classifySample(writer, obs)
    onProgress('services', 0.25)
    await insertServices(writer, { competences: buildCompetences(), procedures, places })
    for (const [i, survey] of surveys.entries()) {
      onProgress('surveys', 0.3 + (0.6 * i) / surveys.length)
      const id = obs.newId()
      await insertSurvey(writer, { ...survey, id }, survey)
      await insertVerbatims(
        writer,
        { territory: survey.territory, id },
        verbatimsOf(survey).map((each) => ({ ...each, id: obs.newId(), shown: each.shown ?? null })),
      )
    }
    onProgress('saving', 0.95)
    return true
  })
  if (!done) return null
  return {
    zones: territory.zones.length,
    places: places.length,
    procedures: procedures.length,
    respondents: surveys.reduce((sum, survey) => sum + survey.respondents.length, 0),
    ratings: surveys.reduce((sum, survey) => sum + survey.ratings.length, 0),
  }
}
