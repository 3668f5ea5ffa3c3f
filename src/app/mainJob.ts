import { buildMatrix, scoreByDeviation, type Matrix, type MatrixRequest } from '#domain/matrix'
import { itemCodes, storedAnswers, weigh, type Answers, type WeighingReport } from '#domain/survey'
import type { Geography } from '#domain/territory'
import { insertMatrix, insertWeighting } from '#store/matrix.ts'
import { read, write } from '#store/open.ts'
import { surveyedTerritories, type Survey } from '#store/surveys.ts'
import { surveyInForce, surveyRows } from './answers.ts'
import { loadAtlas, type Observatory } from './observatory.ts'

/** Fewer answers than this in a cell are not shown on pages that anyone can open. */
export const publicThreshold = 5

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
  readonly weights: Float64Array
  readonly report: WeighingReport
  readonly matrices: readonly Matrix[]
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

async function compute(obs: Observatory, root: string, options: MainJobOptions): Promise<Computed> {
  await options.onProgress?.('reading', 0)
  const { survey, rows, geography } = await read(obs.db, async (reader) => {
    const atlas = await loadAtlas(reader, obs.caches)
    const found = await surveyInForce(reader, root)
    return { survey: found, rows: await surveyRows(reader, found), geography: atlas.geography }
  })
  await options.onProgress?.('weighing', 0.1)
  const { weights, report } = weigh(rows.respondents, rows.margins)
  const matrices = await estimate(storedAnswers({ ...rows, weights }), geography, root, options)
  return { survey, numbers: rows.respondents.map((respondent) => respondent.number), weights, report, matrices }
}

/**
 * The main job of a root territory: survey -> weights -> estimates -> matrices, saved in one transaction, so that a reader sees the former
 * results or the new ones and never a part. Stopped or killed at any moment it leaves nothing behind and can be run again.
 */
export async function runMainJob(obs: Observatory, root: string, options: MainJobOptions = {}): Promise<void> {
  const { survey, numbers, weights, report, matrices } = await compute(obs, root, options)
  await options.onProgress?.('saving', 0.9)
  options.signal?.throwIfAborted()
  const madeAt = obs.now()
  await write(obs.db, async (writer) => {
    const weighting = { id: obs.newId(), territory: root, surveyId: survey.id, madeAt, report }
    await insertWeighting(writer, weighting, numbers, weights)
    for (const matrix of matrices) {
      await insertMatrix(writer, { id: obs.newId(), territoryId: root, weightingId: weighting.id, madeAt, matrix })
    }
  })
  await options.onProgress?.('done', 1)
}

/** Root territories whose survey can be computed. */
export function territoriesToCompute(obs: Observatory): Promise<string[]> {
  return read(obs.db, surveyedTerritories)
}
