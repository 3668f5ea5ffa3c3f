import { write } from '#store/open.ts'
import { settingOr } from '#store/settings.ts'
import type { Observatory } from './observatory.ts'

/** The key that signs sessions: kept in the database, so that every process of one observatory knows it; `fresh` is used on the first start. */
export async function signingKey(obs: Observatory, fresh: string): Promise<string> {
  return String(await write(obs.db, (writer) => settingOr(writer, 'signingKey', fresh)))
}
