import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

// The official list of the communes of France (INSEE, COG 2026), as a package carries it: read when somebody needs it, then kept.

export const officialListSource = 'INSEE, COG 2026 (@etalab/decoupage-administratif 6.0.0, Licence Ouverte)'

const communeRow = z.object({
  code: z.string(),
  nom: z.string(),
  typeLiaison: z.number().optional(),
  departement: z.string(),
  arrondissement: z.string().optional(),
  population: z.number().optional(),
  anciensCodes: z.array(z.string()).optional(),
  codesPostaux: z.array(z.string()).optional(),
})
const epciRow = z.object({ code: z.string(), nom: z.string(), membres: z.array(z.object({ code: z.string() })) })
const departmentRow = z.object({ code: z.string(), nom: z.string() })

export type OfficialCommune = z.infer<typeof communeRow>
export type OfficialEpci = z.infer<typeof epciRow>

type Row = Record<string, unknown>

/** Delegated and associated communes: parts of a commune of today that keep their name. */
function formerNames(): Map<string, string> {
  const rows = readPackage('communes').filter((row) => row['type'] === 'commune-deleguee' || row['type'] === 'commune-associee')
  return new Map(rows.map((row) => [String(row['code']), String(row['nom'])]))
}

const files = {
  communes: import.meta.resolve('@etalab/decoupage-administratif/data/communes.json'),
  epci: import.meta.resolve('@etalab/decoupage-administratif/data/epci.json'),
  departements: import.meta.resolve('@etalab/decoupage-administratif/data/departements.json'),
} as const

function readPackage(name: keyof typeof files): Row[] {
  return JSON.parse(readFileSync(fileURLToPath(files[name]), 'utf8')) as Row[]
}

/** The communes of today whose row passes; all when no choice is given. */
export function officialCommunes(choose: (departement: string) => boolean = () => true): OfficialCommune[] {
  return readPackage('communes')
    .filter((row) => row['type'] === 'commune-actuelle' && choose(String(row['departement'])))
    .map((row) => communeRow.parse(row))
}

/** The inter-municipal bodies that have a member among these communes. */
export function officialEpci(has: (commune: string) => boolean): OfficialEpci[] {
  return readPackage('epci')
    .filter((row) => (row['membres'] as { code: string }[]).some((member) => has(member.code)))
    .map((row) => epciRow.parse(row))
}

/** What the official list says of France's communes, by code. */
export interface OfficialList {
  readonly communes: ReadonlyMap<string, OfficialCommune>
  /** Code of the body of each commune, and the bodies. */
  readonly epciOf: ReadonlyMap<string, string>
  readonly epci: ReadonlyMap<string, OfficialEpci>
  readonly departments: ReadonlyMap<string, string>
  /** Codes of the communes of each postcode. */
  readonly postcodes: ReadonlyMap<string, readonly string[]>
  /** Codes that are no more: delegated and merged communes, and the code of today's. */
  readonly successors: ReadonlyMap<string, string>
  /** Names of communes that are no more, where the list still has them. */
  readonly formerNames: ReadonlyMap<string, string>
}

function postcodesOf(communes: readonly OfficialCommune[]): Map<string, string[]> {
  const held = new Map<string, string[]>()
  for (const { code, codesPostaux } of communes) {
    for (const postcode of codesPostaux ?? []) held.set(postcode, [...(held.get(postcode) ?? []), code])
  }
  return held
}

let kept: OfficialList | null = null

/** The whole list, read once per process (about 0.2 s). */
export function officialList(): OfficialList {
  if (kept) return kept
  const communes = officialCommunes()
  const epci = officialEpci(() => true)
  const successors = new Map<string, string>()
  for (const commune of communes) for (const former of commune.anciensCodes ?? []) successors.set(former, commune.code)
  kept = {
    communes: new Map(communes.map((commune) => [commune.code, commune])),
    epciOf: new Map(epci.flatMap((body) => body.membres.map((member) => [member.code, body.code] as const))),
    epci: new Map(epci.map((body) => [body.code, body])),
    departments: new Map(
      readPackage('departements')
        .map((row) => departmentRow.parse(row))
        .map((row) => [row.code, row.nom]),
    ),
    postcodes: postcodesOf(communes),
    successors,
    formerNames: formerNames(),
  }
  return kept
}
