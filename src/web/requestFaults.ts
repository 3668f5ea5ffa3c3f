import { DomainError } from '#kernel/result.ts'

/** The error and what it came from, the nearest first. */
function causes(error: unknown): readonly Error[] {
  const found: Error[] = []
  for (let each = error; each instanceof Error && !found.includes(each); each = each.cause) found.push(each)
  return found
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : null
}

/** PostgreSQL: a character that no text may hold, a text that is no number or code, a number out of range. */
const unreadable: ReadonlySet<unknown> = new Set(['22021', '22P02', '22003'])

/** The error as `request.unreadable` when the database refused a value that was sent to it; any other unchanged. */
export function asUnreadable(error: unknown): unknown {
  const refused = causes(error).some((each) => unreadable.has(codeOf(each)))
  return refused ? new DomainError('request.unreadable', {}, { cause: error }) : error
}

/** Whether the error tells that whoever asked went away. `ECONNRESET` alone may be the database's connection: it counts when `signal` tells the same. */
export function isAborted(error: unknown, signal: AbortSignal): boolean {
  return causes(error).some(
    (each) =>
      each.name === 'AbortError' ||
      each.message === 'aborted' ||
      codeOf(each) === 'ERR_STREAM_PREMATURE_CLOSE' ||
      (signal.aborted && codeOf(each) === 'ECONNRESET'),
  )
}

/** Whether an address holds U+0000, which no text in the database can, or a path that cannot be decoded. */
export function isUnreadable(url: URL): boolean {
  if (/%00/.test(url.pathname + url.search)) return true
  try {
    decodeURIComponent(url.pathname)
    return false
  } catch {
    return true
  }
}
