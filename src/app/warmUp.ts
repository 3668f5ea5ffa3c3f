import { read } from '#store/open.ts'
import { surveyedTerritories } from '#store/surveys.ts'
import { loadAnswers } from './answers.ts'
import type { Observatory } from './observatory.ts'

/** Reads the answers in force of every territory into memory, before somebody asks for an evidence sheet or a user group. */
export async function warmUp(obs: Observatory): Promise<void> {
  const roots = await read(obs.db, surveyedTerritories)
  for (const root of roots) await read(obs.db, (reader) => loadAnswers(obs, reader, root))
}
