import { hasMatrices, weightingOfSurvey } from '#store/weightings.ts'
import { surveyInForce } from './answers.ts'
import { runMainJob, type MainJobStep } from './mainJob.ts'
import { withAtlas, type Observatory } from './observatory.ts'

/** Runs the main job of a territory's root when its survey has no results yet, as before the first start of the portal. */
export async function ensureResults(obs: Observatory, territory: string, onStep: (step: MainJobStep) => void): Promise<void> {
  const missing = await withAtlas(obs, async (reader, { geography }) => {
    const { root } = geography.get(territory)
    if (root === null) return null
    const survey = await surveyInForce(reader, root)
    const weighting = await weightingOfSurvey(reader, survey)
    return weighting && (await hasMatrices(reader, weighting)) ? null : root
  })
  if (missing === null) return
  let last: MainJobStep | null = null
  await runMainJob(obs, missing, {
    onProgress: (step) => {
      if (step !== last) onStep(step)
      last = step
    },
  })
}
