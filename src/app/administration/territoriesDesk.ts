import type { Viewer } from '#domain/accounts'
import type { Geography, Zone } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { write, type Writer } from '#store/open.ts'
import {
  insertOwnTerritory,
  selectEditions,
  selectOwnTerritories,
  selectZoneImports,
  updateOwnTerritory,
  type CountedTerritory,
  type EditionSummary,
  type OwnTerritory,
  type ZoneImport,
} from '#store/ownTerritories.ts'
import type { DeskTools } from '../deskTools.ts'
import { zoneName } from '../naming.ts'
import { loadAtlas, withAtlas, type Observatory } from '../observatory.ts'
import { authorise } from '../rights.ts'
import type { ZoneName } from '../views.ts'
import { changedMeanwhile, codeIssue, issuesOf, noneOf, textIssue, type Issues } from './formIssues.ts'

export interface TerritoriesView {
  readonly territories: readonly (Omit<OwnTerritory, 'members'> & { readonly members: readonly ZoneName[] })[]
  readonly editions: readonly EditionSummary[]
  readonly imports: readonly ZoneImport[]
}

/** A département or county with the bodies that a territory in it can be made of. */
export interface RootChoice {
  readonly root: ZoneName
  readonly bodies: readonly ZoneName[]
}

export interface TerritoryEditView {
  /** `null` for a new one. */
  readonly territory: OwnTerritory | null
  /** Codes of the bodies that it holds whole, and of the communes beside them. */
  readonly chosen: readonly string[]
  readonly roots: readonly RootChoice[]
}

export interface TypedTerritory {
  readonly code: string
  readonly nameFr: string
  readonly nameEn: string
  readonly root: string
  readonly members: readonly string[]
  /** The version that was read; `null` for a new one. */
  readonly version: number | null
}

export interface TerritoriesDesk {
  territories(viewer: Viewer): Promise<TerritoriesView>
  /** For the form; refuses with `zone.unknown`. */
  territoryToEdit(viewer: Viewer, code: string | null): Promise<TerritoryEditView>
  saveTerritory(viewer: Viewer, given: TypedTerritory): Promise<Issues | null>
}

/** Bodies with ground in a root: its own, and those across its line. */
function bodiesIn(geography: Geography, root: string): Zone[] {
  return geography.zones.filter((zone) => zone.level === 'epci' && partsOf(geography, zone, root).length > 0)
}

/** What a body brings to a territory of a root: itself and its communes; of a body across the line only the communes on this side. */
function partsOf(geography: Geography, body: Zone, root: string): string[] {
  const communes = geography.within(body.code, 'commune').filter((commune) => commune.root === root)
  return [...(body.root === root ? [body.code] : []), ...communes.map(({ code }) => code)]
}

/** A territory as people see it: the bodies that it holds whole, then the communes beside them. */
function composition(geography: Geography, territory: OwnTerritory): Zone[] {
  const held = new Set(territory.members)
  const bodies = bodiesIn(geography, territory.root).filter((body) =>
    partsOf(geography, body, territory.root).every((code) => held.has(code)),
  )
  const covered = new Set(bodies.flatMap((body) => partsOf(geography, body, territory.root)))
  const beside = territory.members.filter((code) => !covered.has(code)).flatMap((code) => geography.find(code) ?? [])
  return [...bodies, ...beside]
}

function rootChoices(geography: Geography): RootChoice[] {
  const roots = geography.zones.filter((zone) => zone.level === 'department' && geography.within(zone.code, 'epci').length > 0)
  return roots.map((root) => ({ root: zoneName(root), bodies: bodiesIn(geography, root.code).map(zoneName) }))
}

/** The zones chosen of those that may be: bodies of the root, and communes that the territory held beside them. */
function chosenIn(geography: Geography, given: TypedTerritory, root: string, before: OwnTerritory | undefined): Zone[] {
  const allowed = [...bodiesIn(geography, root), ...(before ? composition(geography, before) : [])]
  return [...new Map(allowed.map((zone) => [zone.code, zone])).values()].filter(({ code }) => given.members.includes(code))
}

const source = 'observatory'

interface Checked {
  readonly issues: Issues
  /** What to keep; `null` while something is wrong. */
  readonly territory: CountedTerritory | null
}

function check(geography: Geography, given: TypedTerritory, before: OwnTerritory | undefined): Checked {
  const root = geography.find(before?.root ?? given.root)
  const chosen = root ? chosenIn(geography, given, root.code, before) : []
  const issues = issuesOf({
    code: given.version === null ? codeIssue(given.code) : null,
    nameFr: textIssue(given.nameFr),
    nameEn: textIssue(given.nameEn),
    root: root?.level === 'department' ? null : 'choice.missing',
    members: chosen.length > 0 ? null : 'members.missing',
  })
  if (!noneOf(issues) || !root) return { issues, territory: null }
  const name: Bilingual = { fr: given.nameFr.trim(), en: given.nameEn.trim() }
  const members = chosen.flatMap((zone) => (zone.level === 'epci' ? partsOf(geography, zone, root.code) : [zone.code]))
  // Inhabitants are counted once: by the bodies of the root, by communes elsewhere.
  const counted = chosen.flatMap((zone) => (zone.root === root.code ? [zone.code] : partsOf(geography, zone, root.code)))
  const { country, code: rootCode } = root
  const own = { code: given.code, name, country, root: rootCode, members: [...new Set(members)], version: given.version ?? 1 }
  return { issues, territory: { ...own, counted } }
}

async function store(writer: Writer, edition: string, territory: CountedTerritory, isNew: boolean): Promise<Issues | null> {
  if (isNew) return (await insertOwnTerritory(writer, edition, territory, source)) ? null : { code: 'code.taken' }
  if (!(await updateOwnTerritory(writer, edition, territory))) throw changedMeanwhile(territory.code)
  return null
}

async function save(obs: Observatory, viewer: Viewer, given: TypedTerritory): Promise<Issues | null> {
  authorise(viewer, 'catalogue.manage')
  const isNew = given.version === null
  return write(obs.db, async (writer) => {
    const { edition, geography } = await loadAtlas(writer, obs.caches)
    const before = (await selectOwnTerritories(writer, edition.code)).find(({ code }) => code === given.code)
    if (!isNew && !before) throw new DomainError('zone.unknown', { code: given.code })
    const { issues, territory } = check(geography, given, before)
    if (!territory) return issues
    const taken = await store(writer, edition.code, territory, isNew)
    if (taken) return taken
    await raiseVersion(writer, 'zones')
    const action = isNew ? 'territory.created' : 'territory.changed'
    const details = { name: territory.name.fr, members: territory.counted }
    await recordAudit(writer, { actor: viewer, action, subject: given.code, details })
    return null
  })
}

export function territoriesDesk({ observatory: obs }: DeskTools): TerritoriesDesk {
  return {
    territories(viewer) {
      authorise(viewer, 'catalogue.manage')
      return withAtlas(obs, async (reader, { edition, geography }) => {
        const own = await selectOwnTerritories(reader, edition.code)
        return {
          territories: own.map((each) => ({
            ...each,
            members: composition(geography, each).map(zoneName),
          })),
          editions: await selectEditions(reader),
          imports: await selectZoneImports(reader),
        }
      })
    },
    territoryToEdit(viewer, code) {
      authorise(viewer, 'catalogue.manage')
      return withAtlas(obs, async (reader, { edition, geography }) => {
        const roots = rootChoices(geography)
        if (code === null) return { territory: null, chosen: [], roots }
        const territory = (await selectOwnTerritories(reader, edition.code)).find((each) => each.code === code)
        if (!territory) throw new DomainError('zone.unknown', { code })
        const held = composition(geography, territory)
        const beside = held.filter(({ level }) => level !== 'epci').map(zoneName)
        const choice = roots.find(({ root }) => root.code === territory.root)
        return {
          territory,
          chosen: held.map((zone) => zone.code),
          roots: choice ? [{ ...choice, bodies: [...choice.bodies, ...beside] }] : [],
        }
      })
    },
    saveTerritory: (viewer, given) => save(obs, viewer, given),
  }
}
