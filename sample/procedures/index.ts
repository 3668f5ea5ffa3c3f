import type { Procedure } from '#domain/territory'
import { franceCare } from './franceCare.ts'
import { franceEveryday } from './franceEveryday.ts'
import { franceRights } from './franceRights.ts'
import { kentEveryday } from './kentEveryday.ts'
import { kentRights } from './kentRights.ts'

/** What people come to get done on both sides, with what to bring: at least one procedure for each of the 16 services in each country. */
export function buildProcedures(): Procedure[] {
  return [...franceRights, ...franceEveryday, ...franceCare, ...kentRights, ...kentEveryday]
}
