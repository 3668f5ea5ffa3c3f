import type { Viewer } from '#domain/accounts'
import { gridVersion, isItemCode, itemCodes, subCriterionCodes, type GridContent, type ItemCode } from '#domain/survey'
import { serviceCodes } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import {
  deleteDraft,
  insertGrid,
  publishDraft,
  selectGrids,
  surveysByGrid,
  updateDraft,
  type GridVersion,
} from '#store/gridVersions.ts'
import { read, write, type Reader } from '#store/open.ts'
import type { DeskTools } from '../deskTools.ts'
import { builtInGrid } from '../surveys/grids.ts'
import { authorise } from '../rights.ts'
import { changedMeanwhile, noneOf, textIssue, type Issues } from './formIssues.ts'

export interface GridView extends GridVersion {
  /** Titles of the surveys that were made with it. */
  readonly surveys: readonly Bilingual[]
}

export interface TypedGrid {
  /** Names by item, in both languages. */
  readonly names: Readonly<Record<string, Bilingual>>
  /** `service item` for each question that makes no sense. */
  readonly masked: readonly string[]
  readonly version: number
}

/** Versions of the grid: a draft changes, a published one never does; surveys name the one they were made with. */
export interface GridsDesk {
  grids(viewer: Viewer): Promise<readonly GridView[]>
  /** Refuses with `grid.unknown`. */
  grid(viewer: Viewer, code: string): Promise<GridView>
  /** Begins a draft from a version, and gives its code. */
  draftGrid(viewer: Viewer, basedOn: string): Promise<string>
  saveGrid(viewer: Viewer, code: string, given: TypedGrid): Promise<Issues | null>
  publishGrid(viewer: Viewer, code: string, version: number): Promise<void>
  discardGrid(viewer: Viewer, code: string): Promise<void>
}

/** The versions kept, and the one that the program came with, which is only kept once another is based on it. */
async function all(tools: DeskTools, reader: Reader): Promise<GridView[]> {
  const kept = await selectGrids(reader)
  const first = kept.some(({ code }) => code === gridVersion) ? [] : [{ ...builtInGrid(tools), version: 1 }]
  const surveys = await surveysByGrid(reader)
  return [...first, ...kept].map((grid) => ({
    ...grid,
    surveys: surveys.filter((survey) => survey.grid === grid.code).map(({ title }) => title),
  }))
}

async function one(tools: DeskTools, reader: Reader, code: string): Promise<GridView> {
  const found = (await all(tools, reader)).find((grid) => grid.code === code)
  if (!found) throw new DomainError('grid.unknown', { code })
  return found
}

function nextCode(grids: readonly GridVersion[]): string {
  const numbers = grids.map(({ code }) => Number(/(\d+)$/.exec(code)?.[1] ?? 0))
  return `grid/${Math.max(...numbers) + 1}`
}

async function draft(tools: DeskTools, viewer: Viewer, basedOn: string): Promise<string> {
  authorise(viewer, 'catalogue.manage')
  const { observatory: obs } = tools
  return write(obs.db, async (writer) => {
    const grids = await all(tools, writer)
    const base = await one(tools, writer, basedOn)
    await insertGrid(writer, builtInGrid(tools))
    const code = nextCode(grids)
    const { content } = base
    const empty = { publishedAt: null, publishedBy: null }
    await insertGrid(writer, { code, state: 'draft', content, basedOn, createdAt: obs.now(), ...empty })
    await recordAudit(writer, { actor: viewer, action: 'grid.drafted', subject: code, details: { basedOn } })
    return code
  })
}

function issuesIn(names: TypedGrid['names']): Issues {
  const found = itemCodes.flatMap((item) =>
    (['fr', 'en'] as const).flatMap((language) => {
      const issue = textIssue(names[item]?.[language] ?? '', 120)
      return issue === null ? [] : [[`name.${item}.${language}`, issue] as const]
    }),
  )
  return Object.fromEntries(found)
}

function contentOf(given: TypedGrid): GridContent {
  const names = Object.entries(given.names).filter((entry): entry is [ItemCode, Bilingual] => isItemCode(entry[0]))
  const masked = serviceCodes.map((service) => [
    service,
    subCriterionCodes.filter((item) => given.masked.includes(`${service} ${item}`)),
  ])
  return { names: Object.fromEntries(names) as GridContent['names'], masked: Object.fromEntries(masked) as GridContent['masked'] }
}

export function gridsDesk(tools: DeskTools): GridsDesk {
  const { observatory: obs } = tools
  return {
    grids(viewer) {
      authorise(viewer, 'catalogue.manage')
      return read(obs.db, (reader) => all(tools, reader))
    },
    grid(viewer, code) {
      authorise(viewer, 'catalogue.manage')
      return read(obs.db, (reader) => one(tools, reader, code))
    },
    draftGrid: (viewer, basedOn) => draft(tools, viewer, basedOn),
    async saveGrid(viewer, code, given) {
      authorise(viewer, 'catalogue.manage')
      const issues = issuesIn(given.names)
      if (!noneOf(issues)) return issues
      return write(obs.db, async (writer) => {
        if (!(await updateDraft(writer, code, contentOf(given), given.version))) throw changedMeanwhile(code)
        await recordAudit(writer, { actor: viewer, action: 'grid.changed', subject: code })
        return null
      })
    },
    async publishGrid(viewer, code, version) {
      authorise(viewer, 'catalogue.manage')
      await write(obs.db, async (writer) => {
        const by = { at: obs.now(), name: viewer.name }
        if (!(await publishDraft(writer, code, version, by))) throw changedMeanwhile(code)
        await recordAudit(writer, { actor: viewer, action: 'grid.published', subject: code })
      })
    },
    async discardGrid(viewer, code) {
      authorise(viewer, 'catalogue.manage')
      await write(obs.db, async (writer) => {
        if (!(await deleteDraft(writer, code))) throw new DomainError('grid.unknown', { code })
        await recordAudit(writer, { actor: viewer, action: 'grid.discarded', subject: code })
      })
    },
  }
}
