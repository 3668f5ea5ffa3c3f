import type { Zone, ZoneParent } from '#domain/territory'
import { apportion } from './apportion.ts'

/** Adults (18 and over) per inhabitant: an assumption of the sample, said with every margin. */
export const adultShare = 0.78

/** A stratum of the sample: an inter-municipal body or district, as far as it lies in the root territory. */
export interface Stratum {
  /** Code of the body or district. */
  readonly code: string
  readonly adults: number
  readonly communes: readonly Zone[]
}

const byCode = (a: { readonly code: string }, b: { readonly code: string }): number =>
  a.code < b.code ? -1 : Number(a.code > b.code)

/**
 * The strata of a root territory, by code: every zone of level `epci` with at least one commune there. A body across the root's line (CC Flandre Lys)
 * counts with its communes inside; else its own population is taken, which for a district of Kent is more than that of its settlements.
 */
export function buildStrata(zones: readonly Zone[], parents: readonly ZoneParent[], root: string): Stratum[] {
  const known = new Map(zones.map((zone) => [zone.code, zone]))
  const strata = zones
    .filter((zone) => zone.level === 'epci')
    .map((body) => {
      const children = parents.filter((link) => link.parent === body.code).flatMap((link) => known.get(link.child) ?? [])
      const communes = children.filter((zone) => zone.level === 'commune' && zone.root === root).toSorted(byCode)
      const held = communes.reduce((sum, zone) => sum + (zone.population ?? 0), 0)
      const population = body.root === root ? (body.population ?? held) : held
      return { code: body.code, adults: Math.round(adultShare * population), communes }
    })
  const filled = strata.filter((stratum) => stratum.communes.length > 0).toSorted(byCode)
  if (filled.length === 0) throw new Error(`buildStrata: no zone of level epci has communes in ${root}`)
  return filled
}

/** Respondents per stratum: `size` in proportion to the adults, plus the over-sample. Every stratum needs two, else it has no variance. */
export function allocate(strata: readonly Stratum[], size: number, overSample: Readonly<Record<string, number>>): number[] {
  for (const code of Object.keys(overSample)) {
    if (!strata.some((stratum) => stratum.code === code))
      throw new Error(`allocate: the over-sample names ${code}, which is no stratum`)
  }
  const base = apportion(
    strata.map((stratum) => stratum.adults),
    size,
  )
  return strata.map(({ code }, i) => {
    const n = (base[i] ?? 0) + (overSample[code] ?? 0)
    if (n < 2) throw new Error(`allocate: stratum ${code} would have ${n} respondents, it needs 2`)
    return n
  })
}
