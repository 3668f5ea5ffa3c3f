import { DomainError } from '#kernel/result.ts'
import type { Zone, ZoneLevel, ZoneParent } from './zone.ts'

/** How a zone lies to another: wholly inside, wholly outside, or across its edge. */
export type Position = 'inside' | 'outside' | 'across'

/** The zones of one edition with their hierarchies, ready for questions; built once and shared. */
export interface Geography {
  readonly zones: readonly Zone[]
  find(code: string): Zone | undefined
  /** The zone of this code, or a refusal `zone.unknown`. */
  get(code: string): Zone
  parentsOf(code: string): readonly Zone[]
  /** Direct children of a level, by name. */
  childrenOf(code: string): readonly Zone[]
  /** Every zone of a level that lies inside a zone, itself included. */
  within(code: string, level: ZoneLevel): readonly Zone[]
  /** Where `zone` lies to `container`: itself and its descendants are inside; a parent that spills over its edge is across. */
  position(zone: string, container: string): Position
}

function closure(start: string, edges: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set([start])
  const queue = [start]
  for (let code = queue.pop(); code !== undefined; code = queue.pop()) {
    for (const next of edges.get(code) ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      queue.push(next)
    }
  }
  return seen
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}

function byName(a: Zone, b: Zone): number {
  return a.name.fr < b.name.fr ? -1 : a.name.fr > b.name.fr ? 1 : a.code < b.code ? -1 : 1
}

/**
 * Positions are decided on the leaves, since an EPCI may cross a département's line: a zone is inside a container when all its leaves are.
 * So Flandre Lys (4 of 8 communes in the Pas-de-Calais) is `across` the département, and each of its communes is `inside` or `outside`.
 */
export function geography(zones: readonly Zone[], parents: readonly ZoneParent[]): Geography {
  const byCode = new Map(zones.map((zone) => [zone.code, zone]))
  const up = grouped(parents.map((link) => [link.child, link.parent]))
  const down = grouped(parents.map((link) => [link.parent, link.child]))
  const below = new Map<string, Set<string>>()
  const descendants = (code: string): Set<string> => {
    const known = below.get(code) ?? closure(code, down)
    below.set(code, known)
    return known
  }
  const kept = new Map<string, readonly Zone[]>()
  const keep = (key: string, make: () => readonly Zone[]): readonly Zone[] => {
    const zones = kept.get(key) ?? make()
    kept.set(key, zones)
    return zones
  }
  const leaves = (code: string): string[] => [...descendants(code)].filter((each) => !down.has(each))
  const resolve = (codes: readonly string[]): Zone[] => codes.flatMap((code) => byCode.get(code) ?? []).toSorted(byName)
  const get = (code: string): Zone => {
    const zone = byCode.get(code)
    if (!zone) throw new DomainError('zone.unknown', { code })
    return zone
  }
  return {
    zones,
    get,
    find: (code) => byCode.get(code),
    parentsOf: (code) => keep(`parents ${code}`, () => resolve(up.get(code) ?? [])),
    childrenOf: (code) => keep(`children ${code}`, () => resolve([...new Set(down.get(code) ?? [])])),
    within: (code, level) =>
      keep(`${level} ${code}`, () => resolve([...descendants(code)]).filter((zone) => zone.level === level)),
    position(zone, container) {
      const held = descendants(container)
      if (held.has(zone)) return 'inside'
      const own = leaves(zone)
      const inside = own.filter((leaf) => held.has(leaf)).length
      return inside === 0 ? 'outside' : inside === own.length ? 'inside' : 'across'
    },
  }
}
