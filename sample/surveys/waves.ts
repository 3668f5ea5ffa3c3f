import { criterionOf, type CriterionCode, type ItemCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'

/** What the 2023 survey of the Pas-de-Calais found different from 2026, in points: what has been gained since is negative here. */
const before: Readonly<Partial<Record<`${ServiceCode}/${CriterionCode}`, number>>> = {
  'townHall/opening': -0.8,
  'townHall/procedures': -0.5,
  'employment/contact': -0.9,
  'socialService/delays': -0.8,
  'familyAllowance/contact': 0.7,
  'healthInsurance/distance': -0.4,
  'health/delays': 0.9,
  'health/distance': 0.5,
  'mobility/information': -0.6,
  'postOffice/opening': 0.7,
  'tax/contact': 0.5,
  'tax/distance': 0.4,
  'police/welcome': -0.4,
  'library/opening': -0.7,
}

/** Points that a score of 2023 differs by; sub-criteria move with their criterion. */
export function before2026(service: ServiceCode, item: ItemCode): number {
  const criterion = criterionOf(item)
  const online = item === 'procedures.online' ? -0.6 : 0
  return (before[`${service}/${criterion}`] ?? 0) + online
}
