import { buildMatrix, scoreByDeviation, type Matrix, type MatrixRequest } from '#domain/matrix'
import { itemCodes, standardSettings, weigh, type Answers } from '#domain/survey'
import type { Geography } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { deleteMatrices, insertMatrix } from '#store/matrix.ts'
import { read, write, type Reader, type Writer } from '#store/open.ts'
import { publishedSurveys, surveyedTerritories, type Survey } from '#store/surveys.ts'
import { insertWeighting, selectWeights, weightingOfSurvey, type NewWeighting } from '#store/weightings.ts'
import { surveyInForce, surveyRows, weightedAnswers, type SurveyRows } from './answers.ts'
import { loadAtlas, type Observatory } from './observatory.ts'

/** Fewer answers than this in a cell are not shown on pages that anyone can open. */
export const publicThreshold = 5

/**
 * The same for the cells of one user group: zones × groups is a table with totals both ways, in which a hidden cell could be found by going round through
 * others. With everything under this hidden, what is shown leaves the small ones a wide margin.
 */
const publicGroupThreshold = 30

export function thresholdFor(group: string | null): number {
  return group === null ? publicThreshold : publicGroupThreshold
}

export type MainJobStep = 'reading' | 'weighing' | 'estimating' | 'saving' | 'done'

export interface MainJobOptions {
  /** Called with the step and the share done, 0-1. */
  readonly onProgress?: (step: MainJobStep, progress: number) => void | Promise<void>
  /** Stops between two zones; nothing is saved then. */
  readonly signal?: AbortSignal
}

/** Zones whose matrix is published: the root, its territories and the bodies wholly inside it. */
export function publishedZones(geography: Geography, root: string): string[] {
  const inside = [...geography.within(root, 'territory'), ...geography.within(root, 'epci')].map((zone) => zone.code)
  return [root, ...inside.filter((code) => code !== root)]
}

/** The matrix as it is published: everybody, compared with the root, under the first rule. */
export function publishedRequest(territory: string, against: string): MatrixRequest {
  return { territory, against, rule: scoreByDeviation, group: null, items: itemCodes, disclosureThreshold: publicThreshold }
}

interface Computed {
  readonly survey: Survey
  readonly numbers: readonly number[]
  readonly weighting: NewWeighting
  readonly weights: Float64Array
  readonly matrices: readonly Matrix[]
}

/** The version that the survey names, with its weights; `null` while it names none and each run weighs anew. */
async function versionNamed(reader: Reader, survey: Survey): Promise<Pick<Computed, 'weighting' | 'weights'> | null> {
  if (survey.weightingId === null) return null
  const weighting = await weightingOfSurvey(reader, survey)
  return weighting && { weighting, weights: await selectWeights(reader, weighting) }
}

function weighAnew(obs: Observatory, survey: Survey, rows: SurveyRows): Pick<Computed, 'weighting' | 'weights'> {
  const settings = survey.settings ?? standardSettings
  const { weights, report } = weigh(rows.respondents, rows.margins, settings)
  const made = { name: null, madeAt: obs.now(), madeBy: null }
  return { weights, weighting: { id: obs.newId(), territory: survey.territory, surveyId: survey.id, settings, report, ...made } }
}

async function estimate(answers: Answers, geography: Geography, root: string, options: MainJobOptions): Promise<Matrix[]> {
  const zones = publishedZones(geography, root)
  const matrices: Matrix[] = []
  for (const [i, zone] of zones.entries()) {
    await options.onProgress?.('estimating', 0.2 + (0.7 * i) / zones.length)
    // Lets the server answer between two zones.
    await new Promise((resolve) => setImmediate(resolve))
    options.signal?.throwIfAborted()
    matrices.push(buildMatrix(answers, geography, publishedRequest(zone, root)))
  }
  return matrices
}

/** Earlier surveys of a root that were published and never computed, as those of a sample or brought with a backup: what change is measured against. */
async function wavesWithoutFigures(reader: Reader, root: string): Promise<Survey[]> {
  const [, ...earlier] = await publishedSurveys(reader, root, 'satisfaction')
  const found: Survey[] = []
  for (const survey of earlier) if (!(await weightingOfSurvey(reader, survey))) found.push(survey)
  return found
}

/** The same for an earlier wave; one that cannot be weighed stays without figures and keeps nobody from the present ones. */
async function computeWave(obs: Observatory, root: string, wave: Survey, options: MainJobOptions): Promise<Computed[]> {
  try {
    return [await compute(obs, root, wave, options)]
  } catch (error) {
    if (error instanceof DomainError) return []
    throw error
  }
}

async function compute(obs: Observatory, root: string, wave: Survey | null, options: MainJobOptions): Promise<Computed> {
  await options.onProgress?.('reading', 0)
  const { survey, rows, geography, named } = await read(obs.db, async (reader) => {
    const atlas = await loadAtlas(reader, obs.caches)
    const found = wave ?? (await surveyInForce(reader, root))
    const version = await versionNamed(reader, found)
    return { survey: found, rows: await surveyRows(reader, found), geography: atlas.geography, named: version }
  })
  await options.onProgress?.('weighing', 0.1)
  const { weighting, weights } = named ?? weighAnew(obs, survey, rows)
  const matrices = await estimate(weightedAnswers(rows, weighting, weights), geography, root, options)
  return { survey, numbers: rows.respondents.map((respondent) => respondent.number), weighting, weights, matrices }
}

/** Keeps the version where it is a new one, and its matrices in the place of those it had. */
async function save(obs: Observatory, writer: Writer, root: string, computed: Computed): Promise<void> {
  const { survey, numbers, weighting, weights, matrices } = computed
  if (weighting.id === survey.weightingId) await deleteMatrices(writer, weighting)
  else await insertWeighting(writer, weighting, numbers, weights)
  const madeAt = obs.now()
  for (const matrix of matrices) {
    await insertMatrix(writer, { id: obs.newId(), territoryId: root, weightingId: weighting.id, madeAt, matrix })
  }
  await raiseVersion(writer, 'observatory')
}

/** Whether another survey or another version was put in force while this one was computed. */
async function isOvertaken(obs: Observatory, root: string, { survey }: Computed): Promise<boolean> {
  const now = await read(obs.db, (reader) => surveyInForce(reader, root))
  return now.id !== survey.id || now.weightingId !== survey.weightingId
}

/**
 * The main job of a root territory: survey -> weights -> estimates -> matrices, saved in one transaction, so that a reader sees the former
 * results or the new ones and never a part. Stopped or killed at any moment it leaves nothing behind and can be run again. A survey that names a
 * version of its weights keeps it, however often the job runs; another one is weighed by its settings, which makes a new version.
 */
export async function runMainJob(obs: Observatory, root: string, options: MainJobOptions = {}): Promise<void> {
  const waves = await read(obs.db, (reader) => wavesWithoutFigures(reader, root))
  const earlier: Computed[] = []
  for (const wave of waves) earlier.push(...(await computeWave(obs, root, wave, { ...options, onProgress: () => {} })))
  const computed = await compute(obs, root, null, options)
  await options.onProgress?.('saving', 0.9)
  options.signal?.throwIfAborted()
  await write(obs.db, async (writer) => {
    for (const each of [...earlier, computed]) await save(obs, writer, root, each)
  })
  // Who puts a version in force while a job runs is given that job: it begins again.
  if (await isOvertaken(obs, root, computed)) return runMainJob(obs, root, options)
  await options.onProgress?.('done', 1)
}

/** Root territories whose survey can be computed. */
export function territoriesToCompute(obs: Observatory): Promise<string[]> {
  return read(obs.db, surveyedTerritories)
}
