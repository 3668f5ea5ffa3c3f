import type { PublicCode, SurveyMembers } from '#domain/survey'
import type { Geography } from '#domain/territory'
import { suppressedParts } from '#stats/suppression.ts'
import { membership } from './buildMatrix.ts'
import { guardsOf, type Guard } from './guards.ts'

/** A part of a whole that guards a domain. */
interface Part {
  readonly whole: number
  readonly own: number
}

/** The wholes that guard the domains of a cube: many domains are parts of one whole, which is counted once for all of them. */
export interface CubeGuards {
  readonly wholes: readonly Guard[]
  /** Per zone and group: the part it is of each whole from which it could be subtracted out. */
  readonly parts: readonly (readonly Part[])[]
}

const isSame = (a: Guard, b: Guard): boolean =>
  a.parts === b.parts && a.part.every((part, i) => part === b.part[i]) && a.unshown.every((flag, i) => flag === b.unshown[i])

/** A number that equal guards share, and few others. */
function fingerprint({ part, parts }: Guard): number {
  let hash = parts
  for (const each of part) hash = (Math.imul(hash, 31) + each) | 0
  return hash
}

/** The guards of every zone and group, as `guardsOf` gives them, with equal wholes kept once. */
export function cubeGuards(
  members: SurveyMembers,
  geography: Geography,
  zones: readonly string[],
  groups: readonly (PublicCode | null)[],
): CubeGuards {
  const wholes: Guard[] = []
  const known = new Map<number, number[]>()
  const wholeOf = (guard: Guard): number => {
    const key = fingerprint(guard)
    const alike = known.get(key) ?? []
    const found = alike.find((index) => isSame(wholes[index] as Guard, guard))
    if (found !== undefined) return found
    known.set(key, [...alike, wholes.length])
    wholes.push(guard)
    return wholes.length - 1
  }
  const parts = zones.flatMap((zone) => {
    const inside = membership(members, geography, zone, null)
    return groups.map((group) =>
      guardsOf(members, geography, zone, group, inside).map((guard) => ({ whole: wholeOf(guard), own: guard.own })),
    )
  })
  return { wholes, parts }
}

/** Which domains a question's answers would give away; `rows` are the respondents who answered it. Equals `isGuarded` of each domain's guards. */
export function guardedDomains({ wholes, parts }: CubeGuards, rows: Int32Array, threshold: number): (domain: number) => boolean {
  const hidden: (Uint8Array | undefined)[] = []
  const hiddenOf = (index: number): Uint8Array => {
    const kept = hidden[index]
    if (kept) return kept
    const { part, parts: size, unshown } = wholes[index] as Guard
    const counts = new Float64Array(size)
    for (const row of rows) {
      const at = part[row] as number
      if (at >= 0) counts[at] = (counts[at] as number) + 1
    }
    const flags = suppressedParts(counts, threshold, unshown)
    hidden[index] = flags
    return flags
  }
  return (domain) => (parts[domain] ?? []).some(({ whole, own }) => hiddenOf(whole)[own] === 1)
}
