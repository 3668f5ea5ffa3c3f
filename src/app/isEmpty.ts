import { read } from '#store/open.ts'
import { currentEdition } from '#store/territory.ts'
import type { Observatory } from './observatory.ts'

/** Whether the observatory holds nothing yet, so that a sample may be loaded. */
export async function isEmpty(obs: Observatory): Promise<boolean> {
  return (await read(obs.db, currentEdition)) === null
}
