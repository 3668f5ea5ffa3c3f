import type { ServiceCode } from '#domain/territory'
import { intentsEn } from './intentsEn.ts'
import { intentsFr } from './intentsFr.ts'

/** What people of both languages type when they want a service. Both are searched together: a visitor asks in the language at hand. */
export function intentsOf(service: ServiceCode): readonly string[] {
  return `${intentsFr[service]}, ${intentsEn[service]}`.split(',').map((phrase) => phrase.trim())
}
