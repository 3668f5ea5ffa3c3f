import { runMainJob, territoriesToCompute } from '#app/mainJob.ts'
import { loadSample } from '#sample/load.ts'
import { closeDatabase, openDatabase } from '#store/open.ts'
import { testObservatory } from './sampleObservatory.ts'

/** Loads the sample observatory into the template of this name and runs its main jobs, as a first start does. */
export async function prepareSample(url: string): Promise<void> {
  const db = openDatabase(url, { max: 2 })
  try {
    const obs = testObservatory(db)
    await loadSample(obs)
    for (const root of await territoriesToCompute(obs)) await runMainJob(obs, root)
  } finally {
    await closeDatabase(db)
  }
}
