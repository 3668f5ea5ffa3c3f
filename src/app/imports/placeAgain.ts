import { placeByPostcode } from '#store/imports/places.ts'
import type { ImportRun } from './importRun.ts'

/** Places known by postcode alone get its point, now that a directory tells it: the town's centre was an approximation. */
export async function placeAgain(run: ImportRun, importId: string): Promise<void> {
  const moved = await placeByPostcode(run.bulk.writer, importId, run.at)
  if (moved > 0) run.touched.add('places')
}
