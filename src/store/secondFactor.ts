import type { Writer } from './open.ts'

/** Takes two-step verification off an account. */
export async function removeSecondFactor(writer: Writer, userId: string): Promise<void> {
  await writer.deleteFrom('auth_two_factor').where('userId', '=', userId).execute()
  await writer.updateTable('auth_user').set({ twoFactorEnabled: false }).where('id', '=', userId).execute()
}
