import type { ServiceSettings } from '#app/deskTools.ts'
import type { Config } from '#config'

/** The optional services that the environment names; a half-configured one is none. */
export function serviceSettings(config: Config): ServiceSettings {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = config
  return {
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : null,
    smtpUrl: config.SMTP_URL ?? null,
    mailFrom: config.MAIL_FROM ?? null,
    baseMapUrl: config.BASE_MAP_URL ?? null,
  }
}
