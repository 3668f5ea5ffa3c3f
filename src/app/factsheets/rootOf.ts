import type { Geography } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'

/** The root of a zone, in which its surveys are kept; `zone.unknown`, or `territory.noSurvey` for a zone above all roots. */
export function rootOf(geography: Geography, territory: string): string {
  const { root, code } = geography.get(territory)
  if (root === null) throw new DomainError('territory.noSurvey', { code })
  return root
}
