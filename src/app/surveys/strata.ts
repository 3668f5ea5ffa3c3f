import type { Geography, Zone } from '#domain/territory'

/** The body or district that a zone of a root territory lies in; `null` for a zone outside the root or in none. */
export function stratumIn(geography: Geography, root: string, code: string): Zone | null {
  const zone = geography.find(code)
  if (!zone) return null
  if (zone.level === 'epci') return zone.root === root ? zone : null
  if (zone.root !== root) return null
  return geography.parentsOf(code).find(({ level }) => level === 'epci') ?? null
}

/** A stratum of the samples of a root territory. */
export interface StratumZone {
  readonly zone: Zone
  /** Inhabitants inside the root: of a body across its edge only the communes inside; 0 where no source tells. */
  readonly population: number
}

/** The strata of a root territory by name: every inter-municipal body or district that has a commune or town there. */
export function strataOf(geography: Geography, root: string): StratumZone[] {
  return geography.zones
    .filter(({ level }) => level === 'epci')
    .flatMap((zone) => {
      const inside = geography.childrenOf(zone.code).filter(({ level, root: own }) => level === 'commune' && own === root)
      if (inside.length === 0) return []
      const held = inside.reduce((sum, commune) => sum + (commune.population ?? 0), 0)
      return [{ zone, population: zone.root === root ? (zone.population ?? held) : held }]
    })
    .toSorted((a, b) => a.zone.name.fr.localeCompare(b.zone.name.fr, 'fr'))
}
