import { organisationKindCodes, type OrganisationKind } from '#domain/territory'
import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { selectPeople, type Person } from '#store/accounts.ts'
import { recordAudit } from '#store/audit.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { read, write, type Writer } from '#store/open.ts'
import {
  insertOrganisation,
  selectOrganisationRecord,
  selectOrganisationRecords,
  updateOrganisation,
  type OrganisationRecord,
} from '#store/organisations.ts'
import type { DeskTools } from '../deskTools.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import { authorise } from '../rights.ts'
import { changedMeanwhile, codeIssue, issuesOf, noneOf, textIssue, urlIssue, type Issues } from './formIssues.ts'

/** An organisation as a form gives it: texts that nobody trusts yet. `version` is the one that was read; `null` for a new one. */
export interface TypedOrganisation {
  readonly code: string
  readonly nameFr: string
  readonly nameEn: string
  readonly kind: string
  readonly country: string
  readonly zone: string
  readonly url: string
  readonly active: boolean
  readonly version: number | null
}

export interface OrganisationView {
  readonly organisation: OrganisationRecord
  readonly people: readonly Person[]
}

export interface OrganisationsDesk {
  organisations(viewer: Viewer): Promise<readonly OrganisationRecord[]>
  /** Refuses with `organisation.unknown`. */
  organisation(viewer: Viewer, code: string): Promise<OrganisationView>
  /** Adds or changes one; gives what is wrong with the form, or `null`. Refuses with `version.changed` where somebody else was quicker. */
  saveOrganisation(viewer: Viewer, given: TypedOrganisation): Promise<Issues | null>
}

function isKind(text: string): text is OrganisationKind {
  return organisationKindCodes.some((kind) => kind === text)
}

function issuesIn(given: TypedOrganisation, zoneExists: boolean): Issues {
  return issuesOf({
    code: given.version === null ? codeIssue(given.code) : null,
    nameFr: textIssue(given.nameFr),
    nameEn: textIssue(given.nameEn),
    kind: isKind(given.kind) ? null : 'choice.missing',
    country: given.country === 'FR' || given.country === 'GB' ? null : 'choice.missing',
    zone: zoneExists ? null : 'zone.unknown',
    url: urlIssue(given.url.trim() || null),
  })
}

async function store(writer: Writer, given: TypedOrganisation, kind: OrganisationKind): Promise<Issues | null> {
  const fields = {
    code: given.code,
    name: { fr: given.nameFr.trim(), en: given.nameEn.trim() },
    kind,
    country: given.country === 'GB' ? ('GB' as const) : ('FR' as const),
    zone: given.zone.trim(),
    url: given.url.trim() || null,
    active: given.active,
  }
  if (given.version === null) return (await insertOrganisation(writer, fields)) ? null : { code: 'code.taken' }
  if (!(await selectOrganisationRecord(writer, given.code))) throw new DomainError('organisation.unknown', { code: given.code })
  if (!(await updateOrganisation(writer, fields, given.version))) throw changedMeanwhile(given.code)
  return null
}

async function saveOrganisation(obs: Observatory, viewer: Viewer, given: TypedOrganisation): Promise<Issues | null> {
  authorise(viewer, 'organisations.manage')
  const known = await withAtlas(obs, async (_reader, { geography }) => geography.find(given.zone.trim()) !== undefined)
  const issues = issuesIn(given, known)
  const { kind } = given
  if (!noneOf(issues) || !isKind(kind)) return issues
  return write(obs.db, async (writer) => {
    const taken = await store(writer, given, kind)
    if (taken) return taken
    await raiseVersion(writer, 'observatory')
    await recordAudit(writer, {
      actor: viewer,
      action: given.version === null ? 'organisation.created' : 'organisation.changed',
      subject: given.code,
      organisation: given.code,
      details: { name: given.nameFr, kind, zone: given.zone, active: given.active },
    })
    return null
  })
}

export function organisationsDesk({ observatory: obs }: DeskTools): OrganisationsDesk {
  return {
    organisations(viewer) {
      authorise(viewer, 'organisations.manage')
      return read(obs.db, selectOrganisationRecords)
    },
    organisation(viewer, code) {
      authorise(viewer, 'organisations.manage')
      return read(obs.db, async (reader) => {
        const organisation = await selectOrganisationRecord(reader, code)
        if (!organisation) throw new DomainError('organisation.unknown', { code })
        return { organisation, people: await selectPeople(reader, [code]) }
      })
    },
    saveOrganisation: (viewer, given) => saveOrganisation(obs, viewer, given),
  }
}
