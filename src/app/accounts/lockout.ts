import { createHash } from 'node:crypto'
import { DomainError } from '#kernel/result.ts'
import { forgetAttempts, lockAttempt, saveAttempt, type Attempt } from '#store/attempts.ts'
import { write, type Writer } from '#store/open.ts'
import { plainEmail } from '#store/accounts.ts'
import type { Observatory } from '../observatory.ts'

/** How many attempts are free before each further one makes the next wait longer. */
interface Allowance {
  readonly free: number
  /** The longest wait, in milliseconds. */
  readonly longest: number
}

const hour = 60 * 60_000

/**
 * An account is locked for the address that guesses at it, so that a stranger keeps nobody else out. Guesses from many addresses together only slow
 * the account down. Behind one address may sit a whole office.
 */
const allowances = {
  account: { free: 5, longest: hour },
  everywhere: { free: 50, longest: 5 * 60_000 },
  address: { free: 30, longest: hour },
  code: { free: 5, longest: hour },
  message: { free: 3, longest: hour },
  surveyCode: { free: 20, longest: hour },
} as const
export type LockKind = keyof typeof allowances

const firstWait = 30_000
/** After this long without an attempt all is forgiven. */
const memory = 24 * 60 * 60_000

/** The wait after so many attempts in vain, in milliseconds: 30 s, then twice as long each time, up to the longest. */
function waitAfter(failures: number, { free, longest }: Allowance): number {
  return failures < free ? 0 : Math.min(longest, firstWait * 2 ** Math.min(20, failures - free))
}

function hashed(what: string): string {
  return createHash('sha256').update(plainEmail(what)).digest('base64url')
}

/** The key of what is guarded: a hash, since people type passwords into the wrong field. */
export function lockKey(kind: LockKind, what: string): string {
  return `${kind}:${hashed(what)}`
}

/** What guards the sign-in to an account from one address: that address's own lock, and the slower one over all addresses. */
export function signInKeys(email: string, address: string): readonly string[] {
  return [`${lockKey('account', email)}@${hashed(address)}`, lockKey('everywhere', email)]
}

/** What guards the sign-in to an account, whatever the address: forgotten together when a new password is set. */
export function accountKeys(email: string): readonly string[] {
  return [lockKey('account', email), lockKey('everywhere', email)]
}

function kindOf(key: string): LockKind {
  return key.slice(0, key.indexOf(':')) as LockKind
}

function counted(attempt: Attempt, now: Date): Attempt {
  const forgiven = now.getTime() - attempt.lastAt.getTime() > memory
  const failures = (forgiven ? 0 : attempt.failures) + 1
  const wait = waitAfter(failures, allowances[kindOf(attempt.key)])
  return { key: attempt.key, failures, lastAt: now, lockedUntil: wait === 0 ? null : new Date(now.getTime() + wait) }
}

async function count(writer: Writer, keys: readonly string[], now: Date): Promise<number> {
  const attempts: Attempt[] = []
  // In one order everywhere, so that two processes never wait for each other.
  for (const key of keys.toSorted()) attempts.push(await lockAttempt(writer, key, now))
  const wait = Math.max(...attempts.map(({ lockedUntil }) => (lockedUntil?.getTime() ?? 0) - now.getTime()))
  if (wait > 0) return wait
  for (const attempt of attempts) await saveAttempt(writer, counted(attempt, now))
  return 0
}

/**
 * Counts an attempt before it is made, so that a hundred at once are a hundred, and refuses with `rate.limited` (`minutes`, rounded up) while one of
 * the keys is locked. Whatever is tried, known or unknown, is counted alike.
 */
export async function beginAttempt(obs: Observatory, keys: readonly string[]): Promise<void> {
  const now = obs.now()
  const wait = await write(obs.db, (writer) => count(writer, keys, now))
  if (wait > 0) throw new DomainError('rate.limited', { minutes: Math.ceil(wait / 60_000) })
}

/** The attempt was a success: what is counted under these keys is forgotten. */
export async function attemptSucceeded(obs: Observatory, keys: readonly string[]): Promise<void> {
  const before = new Date(obs.now().getTime() - memory)
  await write(obs.db, (writer) => forgetAttempts(writer, keys, before))
}
