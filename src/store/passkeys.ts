import type { Reader } from './open.ts'

/** A passkey as its owner sees it. */
export interface KeptPasskey {
  readonly id: string
  readonly name: string | null
  readonly addedAt: Date | null
}

export async function selectPasskeys(reader: Reader, userId: string): Promise<KeptPasskey[]> {
  const rows = await reader
    .selectFrom('auth_passkey')
    .select(['id', 'name', 'createdAt'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .execute()
  return rows.map(({ id, name, createdAt }) => ({ id, name, addedAt: createdAt }))
}
