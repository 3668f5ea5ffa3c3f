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

/** Bodies of a root; communes stand in where a territory holds some that belong to no body of it. */
function rootChoices(geography: Geography): RootChoice[] {
  const roots = geography.zones.filter((zone) => zone.level === 'department' && geography.within(zone.code, 'epci').length > 0)
  return roots.map((root) => ({ root: zoneName(root), bodies: geography.within(root.code, 'epci').map(zoneName) }))
}

/** What a territory may be made of: bodies of its root, and those communes that it holds already. */
function membersIn(geography: Geography, given: TypedTerritory, before: OwnTerritory | undefined): Zone[] {
  const allowed = new Set([...geography.within(given.root, 'epci').map(({ code }) => code), ...(before?.members ?? [])])
  return [...new Set(given.members)].filter((code) => allowed.has(code)).map((code) => geography.get(code))
}

const source = 'observatory'

interface Checked {
  readonly issues: Issues
  /** What to keep; `null` while something is wrong. */
  readonly territory: OwnTerritory | null
}

function check(geography: Geography, given: TypedTerritory, before: OwnTerritory | undefined): Checked {
  const root = geography.find(before?.root ?? given.root)
  const members = root ? membersIn(geography, { ...given, root: root.code }, before) : []
  const issues = issuesOf({
    code: given.version === null ? codeIssue(given.code) : null,
    nameFr: textIssue(given.nameFr),
    nameEn: textIssue(given.nameEn),
    root: root?.level === 'department' ? null : 'choice.missing',
    members: members.length > 0 ? null : 'members.missing',
  })
  if (!noneOf(issues) || !root) return { issues, territory: null }
  const name: Bilingual = { fr: given.nameFr.trim(), en: given.nameEn.trim() }
  const codes = members.map(({ code }) => code)
  const { country, code: rootCode } = root
  return { issues, territory: { code: given.code, name, country, root: rootCode, members: codes, version: given.version ?? 1 } }
}

async function store(writer: Writer, edition: string, territory: OwnTerritory, isNew: boolean): Promise<Issues | null> {
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
    const details = { name: territory.name.fr, members: territory.members }
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
            members: each.members.flatMap((code) => geography.find(code) ?? []).map(zoneName),
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
        if (code === null) return { territory: null, roots }
        const territory = (await selectOwnTerritories(reader, edition.code)).find((each) => each.code === code)
        if (!territory) throw new DomainError('zone.unknown', { code })
        const others = territory.members.flatMap((member) => geography.find(member) ?? []).filter(({ level }) => level !== 'epci')
        return {
          territory,
          roots: roots
            .filter(({ root }) => root.code === territory.root)
            .map((choice) => ({ ...choice, bodies: [...choice.bodies, ...others.map(zoneName)] })),
        }
      })
    },
    saveTerritory: (viewer, given) => save(obs, viewer, given),
  }
}
