import { DomainError } from '#kernel/result.ts'

/** What is wrong with a form: field -> code of a sentence. `null` where a use case gives none: all went well. */
export type Issues = Readonly<Record<string, string>>

export function noneOf(issues: Issues): boolean {
  return Object.keys(issues).length === 0
}

/** Only those that there are: `{ name: 'text.missing' }` from `{ name: 'text.missing', url: null }`. */
export function issuesOf(found: Readonly<Record<string, string | null>>): Issues {
  return Object.fromEntries(Object.entries(found).flatMap(([field, code]) => (code === null ? [] : [[field, code]])))
}

export function textIssue(text: string, longest = 300): string | null {
  if (text.trim() === '') return 'text.missing'
  return text.length > longest ? 'text.tooLong' : null
}

/** An address on the web, or nothing. */
export function urlIssue(url: string | null): string | null {
  if (url === null) return null
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && url.length <= 500 ? null : 'url.invalid'
}

/** A code of one's own: small letters, digits and hyphens. */
export function codeIssue(code: string): string | null {
  return /^[a-z0-9][a-z0-9-]{1,59}$/.test(code) ? null : 'code.invalid'
}

/** The refusal of who saves what somebody else changed in the meantime. */
export function changedMeanwhile(subject: string): DomainError {
  return new DomainError('version.changed', { code: subject })
}
