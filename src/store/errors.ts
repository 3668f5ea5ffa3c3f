import { EnvironmentError } from '#kernel/environmentError.ts'

/** Where the fault happened, for the sentence: a server's address (its password is never printed) or a data folder. */
export type FaultPlace = { readonly url?: string; readonly dataDir?: string }

export const oldestServer = 15

/** The sentence for a full disk. */
export function diskFull(dataDir: string | undefined, cause?: unknown): EnvironmentError {
  const where = dataDir ? `that holds ${dataDir}` : 'of the database'
  return new EnvironmentError(`The disk ${where} is full; free about 500 MB and start again, nothing that was saved is lost.`, {
    cause,
  })
}

type Sentence = (place: FaultPlace) => string

const unreachable: Sentence = (place) =>
  `No database answers at ${addressOf(place)}; start it or correct DATABASE_URL (without DATABASE_URL the program brings its own).`
const refused: Sentence = (place) => `The database at ${addressOf(place)} refuses this user or password; correct DATABASE_URL.`

/** Faults of the surroundings, by Node's error codes and PostgreSQL's SQLSTATE. */
const sentences: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENOENT: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ETIMEDOUT: unreachable,
  '28P01': refused,
  '28000': refused,
  '3D000': (place) =>
    `The database named in DATABASE_URL does not exist on ${addressOf(place)}; create it (createdb) or correct DATABASE_URL.`,
  '57P03': (place) => `The database at ${addressOf(place)} is starting or stopping; try again in a moment.`,
  '53300': (place) =>
    `The database at ${addressOf(place)} has no connection left; close other programs or raise its max_connections.`,
  '42501': (place) =>
    `The user of DATABASE_URL lacks a right on ${addressOf(place)}; it must own the database and be allowed to create in it.`,
  '25006': (place) => `The database at ${addressOf(place)} only allows reading; correct DATABASE_URL to the primary server.`,
}

/**
 * The error as an EnvironmentError when it is a fault of the surroundings (unreachable, refused, unknown database, disk full, no permission);
 * any other error unchanged, since it is a bug and must keep its trace.
 */
export function asEnvironmentError(error: unknown, place: FaultPlace = {}): unknown {
  if (error instanceof EnvironmentError) return error
  const sentence = sentenceFor(error, place)
  return sentence === undefined ? error : new EnvironmentError(sentence, { cause: error })
}

function sentenceFor(error: unknown, place: FaultPlace): string | undefined {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === '53100') return diskFull(place.dataDir).message
  if (place.dataDir !== undefined && ['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return `The data folder ${place.dataDir} is not writable by this user; start as its owner or choose another folder with PASSERELLE_DATA.`
  }
  if (place.url === undefined) return undefined
  return (sentences[code] ?? (isConnectionFault(error) ? unreachable : undefined))?.(place)
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** pg reports some faults of the connection without a code. */
function isConnectionFault(error: unknown): boolean {
  return error instanceof Error && /timeout expired|Connection terminated|SSL|SASL|Invalid URL/i.test(error.message)
}

/** Host, port and database of a connection string, without user and password. */
export function addressOf(place: FaultPlace): string {
  if (place.url === undefined) return 'the database'
  try {
    const url = new URL(place.url.replace('@/', '@socket/'))
    const host = url.searchParams.get('host') ?? url.host
    return `${host}${url.pathname}`
  } catch {
    return 'the address in DATABASE_URL'
  }
}
