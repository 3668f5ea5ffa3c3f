import type { Viewer } from '#domain/accounts'
import {
  channelCodes,
  isServiceCode,
  type ChannelCode,
  type Competence,
  type CountryCode,
  type ServiceCode,
} from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import {
  saveCompetence,
  selectCompetenceRecords,
  selectCosts,
  selectProcedureRecord,
  selectProcedureRecords,
  updateProcedure,
  type ChannelCost,
  type ProcedureRecord,
} from '#store/catalogueEdits.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { read, write } from '#store/open.ts'
import { selectOrganisationRecords } from '#store/organisations.ts'
import { selectCompetences } from '#store/services.ts'
import type { DeskTools } from '../deskTools.ts'
import type { Observatory } from '../observatory.ts'
import { authorise } from '../rights.ts'
import { changedMeanwhile, issuesOf, noneOf, textIssue, urlIssue, type Issues } from './formIssues.ts'
import { readCosts, type TypedCost } from './typedCosts.ts'

export interface ServiceEditView {
  readonly service: ServiceCode
  readonly competences: readonly (Competence & { readonly version: number })[]
  readonly costs: readonly ChannelCost[]
  /** Who can be named as competent: organisations, by country. */
  readonly organisations: readonly { readonly code: string; readonly name: Bilingual; readonly country: CountryCode }[]
}

export interface TypedCompetence {
  readonly service: string
  readonly country: string
  readonly competent: string
  readonly channels: readonly string[]
  readonly costs: readonly TypedCost[]
  /** The version that was read; 0 where nobody was competent yet. */
  readonly version: number
}

/** A procedure as a form gives it; documents are one a line, as many in each language. */
export interface TypedProcedure {
  readonly title: Bilingual
  readonly summary: Bilingual
  readonly documents: Bilingual
  readonly cost: Bilingual
  readonly delay: Bilingual
  readonly channels: readonly string[]
  readonly contact: string
  readonly url: string
  readonly version: number
}

export interface CatalogueDesk {
  catalogue(viewer: Viewer): Promise<{ readonly competences: readonly Competence[]; readonly costs: readonly ChannelCost[] }>
  /** Refuses with `service.unknown`. */
  serviceToEdit(viewer: Viewer, service: string): Promise<ServiceEditView>
  saveCompetence(viewer: Viewer, given: TypedCompetence): Promise<Issues | null>
  procedures(viewer: Viewer): Promise<readonly ProcedureRecord[]>
  /** Refuses with `procedure.unknown`. */
  procedure(
    viewer: Viewer,
    code: string,
  ): Promise<{ procedure: ProcedureRecord; organisations: ServiceEditView['organisations'] }>
  saveProcedure(viewer: Viewer, code: string, given: TypedProcedure): Promise<Issues | null>
}

/** Kinds of which there is one in each zone, named instead of a body. */
export const kindsInEveryZone: readonly string[] = ['commune', 'epci', 'district']

function channelsIn(given: readonly string[]): ChannelCode[] {
  return channelCodes.filter((code) => given.includes(code))
}

function serviceOf(text: string): ServiceCode {
  if (!isServiceCode(text)) throw new DomainError('service.unknown', { code: text })
  return text
}

async function saveOne(obs: Observatory, viewer: Viewer, given: TypedCompetence): Promise<Issues | null> {
  authorise(viewer, 'catalogue.manage')
  const service = serviceOf(given.service)
  const country: CountryCode = given.country === 'GB' ? 'GB' : 'FR'
  const channels = channelsIn(given.channels)
  const { costs, issues: costIssues } = readCosts(service, country, given.costs)
  return write(obs.db, async (writer) => {
    const known = (await selectOrganisationRecords(writer)).some(({ code }) => code === given.competent)
    const issues = {
      ...issuesOf({
        competent: known || kindsInEveryZone.includes(given.competent) ? null : 'choice.missing',
        channels: channels.length > 0 ? null : 'channels.missing',
      }),
      ...costIssues,
    }
    if (!noneOf(issues)) return issues
    const saved = await saveCompetence(writer, { service, country, competent: given.competent, channels }, costs, given.version)
    if (!saved) throw changedMeanwhile(service)
    await raiseVersion(writer, 'observatory')
    const details = { country, competent: given.competent, channels, costs: costs.length }
    await recordAudit(writer, { actor: viewer, action: 'service.changed', subject: service, details })
    return null
  })
}

function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const texts = ['title', 'summary', 'cost', 'delay'] as const

function procedureIssues(given: TypedProcedure, contactKnown: boolean): Issues {
  const named = texts.flatMap((field) => [
    [`${field}Fr`, textIssue(given[field].fr, 2000)] as const,
    [`${field}En`, textIssue(given[field].en, 2000)] as const,
  ])
  return issuesOf({
    ...Object.fromEntries(named),
    documentsEn: lines(given.documents.fr).length === lines(given.documents.en).length ? null : 'lines.differ',
    channels: channelsIn(given.channels).length > 0 ? null : 'channels.missing',
    contact: contactKnown ? null : 'choice.missing',
    url: urlIssue(given.url.trim() || null),
  })
}

function trimmed({ fr, en }: Bilingual): Bilingual {
  return { fr: fr.trim(), en: en.trim() }
}

async function saveProcedure(obs: Observatory, viewer: Viewer, code: string, given: TypedProcedure): Promise<Issues | null> {
  authorise(viewer, 'catalogue.manage')
  return write(obs.db, async (writer) => {
    const before = await selectProcedureRecord(writer, code)
    if (!before) throw new DomainError('procedure.unknown', { code })
    const known = (await selectOrganisationRecords(writer)).some((each) => each.code === given.contact)
    const issues = procedureIssues(given, known)
    if (!noneOf(issues)) return issues
    const english = lines(given.documents.en)
    const saved = await updateProcedure(writer, {
      ...before,
      title: trimmed(given.title),
      summary: trimmed(given.summary),
      cost: trimmed(given.cost),
      delay: trimmed(given.delay),
      documents: lines(given.documents.fr).map((fr, i) => ({ fr, en: english[i] ?? fr })),
      channels: channelsIn(given.channels),
      contact: given.contact,
      url: given.url.trim() || null,
      version: given.version,
    })
    if (!saved) throw changedMeanwhile(code)
    await raiseVersion(writer, 'observatory')
    await recordAudit(writer, { actor: viewer, action: 'procedure.changed', subject: code, details: { title: given.title.fr } })
    return null
  })
}

export function catalogueDesk({ observatory: obs }: DeskTools): CatalogueDesk {
  return {
    catalogue(viewer) {
      authorise(viewer, 'catalogue.manage')
      return read(obs.db, async (reader) => ({
        competences: await selectCompetences(reader),
        costs: await selectCosts(reader, null),
      }))
    },
    serviceToEdit(viewer, text) {
      authorise(viewer, 'catalogue.manage')
      const service = serviceOf(text)
      return read(obs.db, async (reader) => ({
        service,
        competences: await selectCompetenceRecords(reader, service),
        costs: await selectCosts(reader, service),
        organisations: await selectOrganisationRecords(reader),
      }))
    },
    saveCompetence: (viewer, given) => saveOne(obs, viewer, given),
    procedures(viewer) {
      authorise(viewer, 'catalogue.manage')
      return read(obs.db, selectProcedureRecords)
    },
    procedure(viewer, code) {
      authorise(viewer, 'catalogue.manage')
      return read(obs.db, async (reader) => {
        const procedure = await selectProcedureRecord(reader, code)
        if (!procedure) throw new DomainError('procedure.unknown', { code })
        return { procedure, organisations: await selectOrganisationRecords(reader) }
      })
    },
    saveProcedure: (viewer, code, given) => saveProcedure(obs, viewer, code, given),
  }
}
