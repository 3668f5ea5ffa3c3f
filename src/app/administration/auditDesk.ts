import type { Viewer } from '#domain/accounts'
import { auditActions, auditPageSize, searchAudit, type AuditEntry, type AuditQuery } from '#store/audit.ts'
import { read } from '#store/open.ts'
import type { DeskTools } from '../deskTools.ts'
import { csvField } from '../exportMatrix.ts'
import type { Observatory } from '../observatory.ts'
import { authorise } from '../rights.ts'

export interface AuditView {
  readonly entries: readonly AuditEntry[]
  readonly total: number
  readonly page: number
  readonly pages: number
  /** Every action that the log holds, for the choice. */
  readonly actions: readonly string[]
  readonly query: AuditQuery
}

/** Dates as they come from an address: anything that is no day narrows nothing. */
export interface AuditSearch {
  readonly text: string | null
  readonly action: string | null
  readonly actor: string | null
  readonly from: string | null
  readonly to: string | null
  readonly page: number
}

export interface AuditDesk {
  audit(viewer: Viewer, search: AuditSearch): Promise<AuditView>
  /** The same entries as a file, at most 20,000, the latest first. */
  auditCsv(viewer: Viewer, search: AuditSearch): AsyncIterable<string>
}

const exported = 20_000

function day(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null
}

function queryOf(search: AuditSearch): AuditQuery {
  return { ...search, from: day(search.from), to: day(search.to), page: Math.max(1, Math.floor(search.page) || 1) }
}

function line(entry: AuditEntry): string {
  const { at, actorName, action, subject, organisation, details } = entry
  return [at.toISOString(), actorName, action, subject, organisation, JSON.stringify(details)]
    .map((value) => csvField(value))
    .join(',')
}

async function* csv(obs: Observatory, query: AuditQuery): AsyncGenerator<string> {
  yield 'at,actor,action,subject,organisation,details\r\n'
  for (let page = 1; page * auditPageSize <= exported; page++) {
    const { entries } = await read(obs.db, (reader) => searchAudit(reader, { ...query, page }))
    if (entries.length > 0) yield `${entries.map((entry) => line(entry)).join('\r\n')}\r\n`
    if (entries.length < auditPageSize) return
  }
}

export function auditDesk({ observatory: obs }: DeskTools): AuditDesk {
  return {
    audit(viewer, search) {
      authorise(viewer, 'audit.read')
      const query = queryOf(search)
      return read(obs.db, async (reader) => {
        const { entries, total } = await searchAudit(reader, query)
        const pages = Math.max(1, Math.ceil(total / auditPageSize))
        return { entries, total, page: query.page ?? 1, pages, actions: await auditActions(reader), query }
      })
    },
    auditCsv(viewer, search) {
      authorise(viewer, 'audit.read')
      return csv(obs, queryOf(search))
    },
  }
}
