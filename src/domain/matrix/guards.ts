import { inGroup, publicDimensions, splitPublic, type PublicCode, type PublicDimension, type SurveyMembers } from '#domain/survey'
import type { Geography } from '#domain/territory'
import { suppressedParts } from '#stats/suppression.ts'

/** A whole that a viewer can see with its parts, one of which is the cell in question: subtracting the others would tell it. */
export interface Guard {
  /** Part of each respondent, -1 outside the whole. */
  readonly part: Int16Array
  readonly parts: number
  /** The part in question. */
  readonly own: number
  /** 1 for parts that no page shows. */
  readonly unshown: Uint8Array
}

function categoryOf(members: SurveyMembers, dimension: PublicDimension): readonly (string | null)[] {
  return members.publics.get(dimension) ?? members.zone.map(() => null)
}

/** The user groups of one dimension within the zone; those who did not say make a part that is never shown. */
function groupGuard(members: SurveyMembers, inside: Uint8Array, group: PublicCode): Guard {
  const [dimension, category] = splitPublic(group)
  const known: readonly string[] = publicDimensions[dimension]
  const part = Int16Array.from(categoryOf(members, dimension), (each, i) => {
    if (inside[i] === 0) return -1
    const at = each === null ? -1 : known.indexOf(each)
    return at === -1 ? known.length : at
  })
  const unshown = Uint8Array.from({ length: known.length + 1 }, (_, i) => (i === known.length ? 1 : 0))
  return { part, parts: known.length + 1, own: known.indexOf(category), unshown }
}

/** The zones of one level within a wider zone, for the same user group; what no such zone covers makes a part that is never shown. */
function zoneGuard(
  members: SurveyMembers,
  geography: Geography,
  zone: string,
  parent: string,
  belongs: (i: number) => boolean,
): Guard {
  const { level } = geography.get(zone)
  const siblings = geography.within(parent, level).map((each) => each.code)
  const partOf = new Map<string, number>()
  const find = (code: string): number => {
    const known = partOf.get(code)
    if (known !== undefined) return known
    const at = siblings.findIndex((sibling) => geography.position(code, sibling) === 'inside')
    const found = geography.position(code, parent) !== 'inside' ? -1 : at === -1 ? siblings.length : at
    partOf.set(code, found)
    return found
  }
  const part = Int16Array.from(members.zone, (code, i) => (belongs(i) ? find(code) : -1))
  const unshown = Uint8Array.from({ length: siblings.length + 1 }, (_, i) => (i === siblings.length ? 1 : 0))
  return { part, parts: siblings.length + 1, own: siblings.indexOf(zone), unshown }
}

/** The wholes from which a zone's cell could be subtracted out: its group's dimension, and each wider zone of the same root. */
export function guardsOf(
  members: SurveyMembers,
  geography: Geography,
  zone: string,
  group: PublicCode | null,
  inside: Uint8Array,
): readonly Guard[] {
  const { root } = geography.get(zone)
  const parents = geography.parentsOf(zone).filter((parent) => parent.root === root && parent.level !== 'country')
  const above = [...new Set([...parents.map((parent) => parent.code), ...(root === null || root === zone ? [] : [root])])]
  const belongs = inGroup(members, group)
  const zones = above.map((parent) => zoneGuard(members, geography, zone, parent, belongs))
  return group ? [groupGuard(members, inside, group), ...zones] : zones
}

/** Whether one of the wholes would give the cell away; `rows` are the respondents who answered its question. */
export function isGuarded(guards: readonly Guard[], rows: Int32Array, threshold: number): boolean {
  return guards.some((guard) => {
    const counts = new Float64Array(guard.parts)
    for (const row of rows) {
      const at = guard.part[row] as number
      if (at >= 0) counts[at] = (counts[at] as number) + 1
    }
    return suppressedParts(counts, threshold, guard.unshown)[guard.own] === 1
  })
}
