import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link: 256 bits that nobody guesses. Only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
