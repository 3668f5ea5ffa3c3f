import type { Language } from '#kernel/bilingual.ts'
import type { JobQueue } from '#store/queue.ts'
import type { Label } from './exportMatrix.ts'
import type { Observatory } from './observatory.ts'

/** What the use cases of every area are made with. */
export interface DeskTools {
  readonly observatory: Observatory
  readonly queue: JobQueue
  /** Names of codes in a reader's language. */
  readonly labels: (language: Language) => Label
  /** The portal's own address, without a slash at its end, for links in messages. */
  readonly origin: string
  /** Key that signs sessions and tokens. */
  readonly secret: string
  /** Environment of optional services, by name; empty when none is configured. */
  readonly settings: ServiceSettings
}

/** Optional services around the observatory. */
export interface ServiceSettings {
  /** Sign-in through an OpenID Connect provider such as ProConnect. */
  readonly oidc: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    readonly name: string
  } | null
  /** Address of an SMTP server; messages wait in the outbox without one. */
  readonly smtpUrl: string | null
  readonly mailFrom: string | null
  /** Style of an outside base map for the map page. */
  readonly baseMapUrl: string | null
}
