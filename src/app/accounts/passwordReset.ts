import { passwordFault } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { plainEmail, selectPerson, selectPersonByEmail } from '#store/accounts.ts'
import { recordAudit } from '#store/audit.ts'
import { readOnce, write } from '#store/open.ts'
import { queueMessage } from '#store/outbox.ts'
import { deleteSessions } from '#store/sessions.ts'
import type { Observatory } from '../observatory.ts'
import type { AccountRequest } from './accountRequest.ts'
import { resetLifetime, type Auth } from './auth.ts'
import type { Compose } from './invitations.ts'
import { accountKeys, attemptSucceeded, beginAttempt, lockKey } from './lockout.ts'
import { newToken } from './secretLink.ts'
import { orRefuse } from './signIn.ts'

/** As better-auth names what proves a reset. */
function identifierOf(token: string): string {
  return `reset-password:${token}`
}

/** Undoes a transaction whose work was done for its time alone. */
const undone = new Error('undone')

/**
 * Sends a link to change the password, when the address belongs to an account. Whoever asks learns nothing: the same is done for an unknown address,
 * and undone. Too many at once: `rate.limited`.
 */
export async function requestReset(
  obs: Observatory,
  auth: Auth,
  request: AccountRequest,
  given: string,
  compose: Compose<{ readonly token: string }>,
): Promise<void> {
  const email = plainEmail(given)
  await beginAttempt(obs, [lockKey('message', email), lockKey('address', request.address)])
  const person = await readOnce(obs.db, (reader) => selectPersonByEmail(reader, email))
  const token = newToken()
  const { internalAdapter } = await auth.$context
  await internalAdapter.createVerificationValue({
    identifier: identifierOf(token),
    value: person?.id ?? 'nobody',
    expiresAt: new Date(obs.now().getTime() + resetLifetime * 1000),
  })
  await write(obs.db, async (writer) => {
    await queueMessage(writer, { ...compose({ token }), to: email, kind: 'passwordReset' })
    const actor = { userId: null, name: '' }
    await recordAudit(writer, { actor, action: 'password.resetAsked', subject: person?.id ?? '' })
    if (!person) throw undone
  }).catch((error: unknown) => {
    if (error !== undone) throw error
  })
}

/** Whose password a link changes, or `resetLink.gone`. */
async function ownerOf(obs: Observatory, auth: Auth, token: string) {
  const { internalAdapter } = await auth.$context
  const found = await internalAdapter.findVerificationValue(identifierOf(token))
  const person =
    found && found.expiresAt > obs.now() ? await readOnce(obs.db, (reader) => selectPerson(reader, found.value)) : null
  if (!person) throw new DomainError('resetLink.gone')
  return person
}

/** Refuses a link that no longer holds, and changes nothing. */
export async function checkReset(obs: Observatory, auth: Auth, token: string): Promise<void> {
  await ownerOf(obs, auth, token)
}

/** Sets a new password by a link, once, and ends every session; refusals `resetLink.gone`, `password.…`. */
export async function resetPassword(obs: Observatory, auth: Auth, token: string, newPassword: string): Promise<void> {
  const person = await ownerOf(obs, auth, token)
  const fault = passwordFault(newPassword, [person.name, person.email])
  if (fault) throw new DomainError(fault)
  await orRefuse(auth.api.resetPassword({ body: { token, newPassword } }), 'resetLink.gone')
  await write(obs.db, async (writer) => {
    await deleteSessions(writer, person.id, null)
    const actor = { userId: person.id, name: person.name }
    await recordAudit(writer, { actor, action: 'password.reset', subject: person.id })
  })
  await attemptSucceeded(obs, accountKeys(person.email))
}
