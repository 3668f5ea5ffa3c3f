import { z } from 'zod'

/** Settings from the environment: read by main alone, everything else receives values. An empty variable counts as absent. */
const environment = z.object({
  /** Port of the portal. */
  PORT: z.coerce.number().int().min(0).max(65535).default(8300),
  /** Address the portal listens on; loopback unless someone decides otherwise. */
  HOST: z.string().default('127.0.0.1'),
  /** Names under which the portal may be asked, beside loopback: comma separated. */
  PASSERELLE_HOSTS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  /** Folder of the embedded database. */
  PASSERELLE_DATA: z.string().optional(),
  /** A PostgreSQL server's database, as its owner, instead of the embedded one. */
  DATABASE_URL: z.string().optional(),
  /** The same database as the role that serves and owns nothing. */
  DATABASE_WEB_URL: z.string().optional(),
  /** `none` starts without the sample observatory. */
  PASSERELLE_SAMPLE: z.enum(['sample', 'none']).default('sample'),
  /** The portal's public address, such as https://observatoire.example.org, when another server stands before it. */
  PASSERELLE_URL: z
    .url()
    .transform((text) => text.replace(/\/$/, ''))
    .optional(),
  /** Sign-in through an OpenID Connect provider such as ProConnect: all of these, or none. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('ProConnect'),
  /** Where messages are handed over, such as smtp://user:password@mail.example.org:587; without it they wait in the outbox. */
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  /** Style of an outside base map for the map page; without it the page asks no outside server. */
  BASE_MAP_URL: z.url().optional(),
  LC_ALL: z.string().optional(),
  LC_MESSAGES: z.string().optional(),
  LANG: z.string().optional(),
  NO_COLOR: z.string().optional(),
})

export type Config = z.infer<typeof environment>

/** Understands the environment, or gives the faults, a sentence each. */
export function readConfig(
  variables: Readonly<Record<string, string | undefined>>,
): { config: Config } | { faults: readonly string[] } {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (parsed.success) return { config: parsed.data }
  return {
    faults: parsed.error.issues.map(
      (issue) => `${issue.path.join('.')}: ${issue.message} (${String(given[String(issue.path[0])])})`,
    ),
  }
}
