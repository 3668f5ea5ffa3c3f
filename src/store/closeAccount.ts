import type { Writer } from './open.ts'

/** Takes away all that lets a person in: roles, sessions, password, providers, passkeys, second factor. The name stays with what they did. */
export async function closeAccount(
  writer: Writer,
  userId: string,
): Promise<{ readonly roles: number; readonly sessions: number }> {
  const roles = await writer.deleteFrom('membership').where('user_id', '=', userId).executeTakeFirst()
  const sessions = await writer.deleteFrom('auth_session').where('userId', '=', userId).executeTakeFirst()
  for (const table of ['auth_account', 'auth_passkey', 'auth_two_factor'] as const)
    await writer.deleteFrom(table).where('userId', '=', userId).execute()
  await writer.updateTable('auth_user').set({ twoFactorEnabled: false }).where('id', '=', userId).execute()
  return { roles: Number(roles.numDeletedRows), sessions: Number(sessions.numDeletedRows) }
}
