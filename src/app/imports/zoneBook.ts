import type { CountryCode, Hierarchy, Zone, ZoneLevel } from '#domain/territory'
import type { ZoneRecord } from '#domain/imports'
import type { OfficialCommune, OfficialList } from '#store/officialList.ts'

/** Where figures of English areas wait whose district is not known yet; they move when a file tells. */
export const unplacedRoot = 'GB'

/** What a code of a file turned out to be. */
export interface Resolved {
  /** The root territory with which the zone's data are stored. */
  readonly root: string
  readonly found: 'known' | 'successor' | 'official' | 'unknown'
  /** Today's code where the file's is a former one. */
  readonly successor: string | null
}

const commune = /^(\d[\dAB]\d{3}|97\d{3}|98\d{3})$/
const british = /^[EWSNKJ]\d{8}$/

function departmentOf(code: string): string {
  return code.startsWith('97') || code.startsWith('98') ? code.slice(0, 3) : code.slice(0, 2)
}

const typographic = (name: string): string => name.replaceAll("'", '’')

/** The zones of the observatory and of the official list, for looking up the codes of one import. Every answer is remembered. */
export class ZoneBook {
  readonly #zones: Map<string, Pick<Zone, 'root' | 'level'>>
  readonly #successions: Map<string, string>
  readonly #official: () => OfficialList
  readonly #answers = new Map<string, Resolved>()
  readonly #wanted = new Map<string, OfficialCommune>()

  constructor(zones: readonly Zone[], successions: ReadonlyMap<string, string>, official: () => OfficialList) {
    this.#zones = new Map(zones.map((zone) => [zone.code, zone]))
    this.#successions = new Map(successions)
    this.#official = official
  }

  has(code: string): boolean {
    return this.#zones.has(code)
  }

  rootOf(code: string): string | null {
    return this.#zones.get(code)?.root ?? null
  }

  /** A zone that a file of this import adds. */
  learn(code: string, level: ZoneLevel, root: string | null): void {
    this.#zones.set(code, { level, root })
    this.#answers.delete(code)
  }

  learnSuccession(former: string, current: string): void {
    this.#successions.set(former, current)
    this.#answers.delete(former)
  }

  resolve(code: string): Resolved {
    const held = this.#answers.get(code)
    if (held) return held
    const answer = this.#look(code)
    this.#answers.set(code, answer)
    return answer
  }

  /** Communes of the official list that files named and the observatory lacked; they are added with the import. */
  takeWanted(): OfficialCommune[] {
    const wanted = [...this.#wanted.values()]
    this.#wanted.clear()
    return wanted
  }

  #look(code: string): Resolved {
    const zone = this.#zones.get(code)
    if (zone) return { root: zone.root ?? code, found: 'known', successor: null }
    if (british.test(code)) return { root: unplacedRoot, found: 'unknown', successor: null }
    const parent = /^\d{9}$/.test(code) ? code.slice(0, 5) : code
    if (!commune.test(parent)) return { root: unplacedRoot, found: 'unknown', successor: null }
    const root = departmentOf(parent)
    const successor = this.#successor(code)
    if (successor !== null) return { root, found: 'successor', successor }
    const official = this.#official().communes.get(code)
    if (official) this.#wanted.set(code, official)
    return { root, found: official ? 'official' : 'unknown', successor: null }
  }

  /** What a commune that is no more was called, where the official list tells. */
  formerName(code: string): string | null {
    return this.#official().formerNames.get(code) ?? null
  }

  /** Follows mergers to a commune of today; a ring of them ends. */
  #successor(code: string): string | null {
    const seen = new Set<string>()
    let current = code
    while (!seen.has(current)) {
      seen.add(current)
      const next = this.#successions.get(current) ?? this.#official().successors.get(current)
      if (next === undefined || next === current) break
      current = next
    }
    return current === code ? null : current
  }
}

const zoneOf = (
  code: string,
  level: ZoneLevel,
  name: string,
  population: number | null,
  parents: readonly { code: string; hierarchy: Hierarchy }[],
): ZoneRecord => {
  const typed = typographic(name)
  const country: CountryCode = 'FR'
  return { code, level, name: { fr: typed, en: typed }, population, country, lon: null, lat: null, parents }
}

/** Zones for communes of the official list, with their département, their inter-municipal body and how they lie in them. */
export function officialZones(communes: readonly OfficialCommune[], list: OfficialList): ZoneRecord[] {
  const departments = new Set(communes.map((each) => each.departement))
  const bodies = new Set(communes.flatMap((each) => list.epciOf.get(each.code) ?? []))
  const country = { code: 'FR', hierarchy: 'administrative' } as const
  return [
    zoneOf('FR', 'country', 'France', null, []),
    ...[...departments].map((code) => zoneOf(code, 'department', list.departments.get(code) ?? code, null, [country])),
    ...[...bodies].map((code) => zoneOf(code, 'epci', list.epci.get(code)?.nom ?? code, null, [])),
    ...communes.map((each) => {
      const body = list.epciOf.get(each.code)
      const parents = [
        { code: each.departement, hierarchy: 'administrative' as const },
        ...(body ? [{ code: body, hierarchy: 'intercommunal' as const }] : []),
      ]
      return zoneOf(each.code, 'commune', each.nom, each.population ?? null, parents)
    }),
  ]
}
