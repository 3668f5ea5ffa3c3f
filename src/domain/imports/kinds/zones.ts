import { findFields, type Head } from '../head.ts'
import type { KindReader } from '../kindReader.ts'
import type { ReadingContext } from '../rowReader.ts'
import { planMovements, recognisesMovements } from './movements.ts'
import { planLookup, recognisesLookup } from './onsLookups.ts'
import { planZoneList, zoneListFields } from './zoneLists.ts'

/** A code and something about it, in columns that are not the same one. */
function recognisesList(head: Head, context: ReadingContext): boolean {
  const found = findFields(head, zoneListFields, context.mapping)
  const about = ['name', 'population', 'parent', 'epci', 'level'].filter(
    (field) => found.has(field) && found.at(field) !== found.at('code'),
  )
  return found.has('code') && about.length > 0
}

const chosen = (context: ReadingContext): boolean => context.mapping['code'] !== undefined

/** Zones: lists of INSEE and the ONS, what communes became, which areas lie in which, and lists of one's own. */
export const zones: KindReader = {
  kind: 'zones',
  recognises: (head, context) => recognisesMovements(head) || recognisesLookup(head) || recognisesList(head, context),
  plan(head, context) {
    if (recognisesMovements(head)) return planMovements(head, context)
    return recognisesLookup(head) && !chosen(context) ? planLookup(head) : planZoneList(head, context)
  },
}
