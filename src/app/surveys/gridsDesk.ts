import type { Viewer } from '#domain/accounts'
import {
  gridVersion,
  isCriterionCode,
  isItemCode,
  subCriteriaOf,
  subCriterionCodes,
  type GridContent,
  type ItemCode,
} from '#domain/survey'
import { serviceCodes } from '#domain/territory'
import { languages, type Bilingual } from '#kernel/bilingual.ts'
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
import { changedMeanwhile, issuesOf, noneOf, textIssue, type Issues } from '../administration/formIssues.ts'
import type { DeskTools } from '../deskTools.ts'
import { authorise } from '../rights.ts'
import { gridChanges, gridTextKinds, type GridChanges, type GridTextKind } from './gridChanges.ts'
import { builtInGrid, contentOf } from './grids.ts'

export interface GridView extends GridVersion {
  /** Titles of the surveys that were made with it. */
  readonly surveys: readonly Bilingual[]
}

/** A version beside another one, and what differs. */
export interface GridComparison {
  readonly grid: GridView
  /** Codes of all versions, for the choice of the other. */
  readonly codes: readonly string[]
  readonly against: string | null
  readonly changes: GridChanges | null
}

/** A part of a draft's content, as it was typed. */
export type TypedGrid =
  | { readonly part: 'texts'; readonly texts: Readonly<Record<string, Readonly<Record<GridTextKind, Bilingual>>>> }
  /** `service item` for each question that makes no sense. */
  | { readonly part: 'mask'; readonly masked: readonly string[] }
  /** The dimension of each sub-criterion, none where it is empty; and where the correspondence comes from. */
  | {
      readonly part: 'crosswalk'
      readonly code: string
      readonly places: Readonly<Record<string, string>>
      readonly source: Bilingual
    }

/** Versions of the grid: a draft changes, a published one never does; surveys name the one they were made with. */
export interface GridsDesk {
  grids(viewer: Viewer): Promise<readonly GridView[]>
  /** A version compared with another: the one it was made from unless another is asked for. Refuses with `grid.unknown`. */
  grid(viewer: Viewer, code: string, against?: string | null): Promise<GridComparison>
  /** Begins a draft from a version, and gives its code. */
  draftGrid(viewer: Viewer, basedOn: string): Promise<string>
  saveGrid(viewer: Viewer, code: string, given: TypedGrid, version: number): Promise<Issues | null>
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
    content: contentOf(tools, grid),
    surveys: surveys.filter((survey) => survey.grid === grid.code).map(({ title }) => title),
  }))
}

function pick(grids: readonly GridView[], code: string): GridView {
  const found = grids.find((grid) => grid.code === code)
  if (!found) throw new DomainError('grid.unknown', { code })
  return found
}

function nextCode(grids: readonly GridVersion[]): string {
  const numbers = grids.map(({ code }) => Number(/(\d+)$/.exec(code)?.[1] ?? 0))
  return `grid/${Math.max(...numbers) + 1}`
}

async function compare(tools: DeskTools, reader: Reader, code: string, against: string | null): Promise<GridComparison> {
  const grids = await all(tools, reader)
  const grid = pick(grids, code)
  const other = against ?? grid.basedOn
  const changes = other === null || other === code ? null : gridChanges(pick(grids, other).content, grid.content)
  return { grid, codes: grids.map((each) => each.code), against: changes === null ? null : other, changes }
}

async function draft(tools: DeskTools, viewer: Viewer, basedOn: string): Promise<string> {
  authorise(viewer, 'grids.manage')
  const { observatory: obs } = tools
  return write(obs.db, async (writer) => {
    const grids = await all(tools, writer)
    const { content } = pick(grids, basedOn)
    await insertGrid(writer, builtInGrid(tools))
    const code = nextCode(grids)
    const empty = { publishedAt: null, publishedBy: null }
    await insertGrid(writer, { code, state: 'draft', content, basedOn, createdAt: obs.now(), ...empty })
    await recordAudit(writer, { actor: viewer, action: 'grid.drafted', subject: code, details: { basedOn } })
    return code
  })
}

const longest: Readonly<Record<GridTextKind, number>> = { name: 120, definition: 600, question: 300 }

/** A name is needed in both languages; a definition or a question in both or in neither. */
function issueOf(kind: GridTextKind, text: string, other: string): string | null {
  if (kind !== 'name' && text.trim() === '' && other.trim() === '') return null
  return textIssue(text, longest[kind])
}

function issuesIn(given: TypedGrid): Issues {
  if (given.part === 'mask') return {}
  if (given.part === 'crosswalk') {
    const { fr, en } = given.source
    return issuesOf({ sourceFr: textIssue(fr, 600), sourceEn: textIssue(en, 600) })
  }
  const found = Object.entries(given.texts).flatMap(([item, texts]) =>
    gridTextKinds.flatMap((kind) =>
      languages.flatMap((language) => {
        const issue = issueOf(kind, texts[kind][language], texts[kind][language === 'fr' ? 'en' : 'fr'])
        return issue === null ? [] : [[`${kind}.${item}.${language}`, issue] as const]
      }),
    ),
  )
  return Object.fromEntries(found)
}

type Texts = Readonly<Partial<Record<ItemCode, Bilingual>>>

/** The texts of one kind with those typed put in; an emptied text goes. */
function withTexts(kept: Texts | undefined, kind: GridTextKind, typed: Extract<TypedGrid, { part: 'texts' }>['texts']): Texts {
  const entries = new Map(Object.entries(kept ?? {}))
  for (const [item, texts] of Object.entries(typed)) {
    const text = { fr: texts[kind].fr.trim(), en: texts[kind].en.trim() }
    if (!isItemCode(item)) continue
    if (text.fr === '') entries.delete(item)
    else entries.set(item, text)
  }
  return Object.fromEntries(entries)
}

function withCrosswalk(content: GridContent, given: Extract<TypedGrid, { part: 'crosswalk' }>): GridContent {
  const crosswalks = (content.crosswalks ?? []).map((crosswalk) => {
    if (crosswalk.code !== given.code) return crosswalk
    const dimensions = crosswalk.dimensions.map((dimension) => ({
      ...dimension,
      items: subCriterionCodes.filter((item) => given.places[item] === dimension.code),
    }))
    return { ...crosswalk, source: given.source, dimensions }
  })
  return { ...content, crosswalks }
}

function changed(content: GridContent, given: TypedGrid): GridContent {
  if (given.part === 'crosswalk') return withCrosswalk(content, given)
  if (given.part === 'texts') {
    return {
      ...content,
      names: { ...content.names, ...withTexts(content.names, 'name', given.texts) },
      definitions: withTexts(content.definitions, 'definition', given.texts),
      questions: withTexts(content.questions, 'question', given.texts),
    }
  }
  const masked = serviceCodes.map((service) => [
    service,
    subCriterionCodes.filter((item) => given.masked.includes(`${service} ${item}`)),
  ])
  return { ...content, masked: Object.fromEntries(masked) as GridContent['masked'] }
}

/** The items whose texts are written together: a criterion and its sub-criteria. */
export function itemsWith(criterion: string): readonly ItemCode[] {
  if (!isCriterionCode(criterion)) throw new DomainError('item.unknown', { code: criterion })
  return [criterion, ...subCriteriaOf(criterion)]
}

export function gridsDesk(tools: DeskTools): GridsDesk {
  const { observatory: obs } = tools
  return {
    grids(viewer) {
      authorise(viewer, 'grids.manage')
      return read(obs.db, (reader) => all(tools, reader))
    },
    grid(viewer, code, against = null) {
      authorise(viewer, 'grids.manage')
      return read(obs.db, (reader) => compare(tools, reader, code, against))
    },
    draftGrid: (viewer, basedOn) => draft(tools, viewer, basedOn),
    async saveGrid(viewer, code, given, version) {
      authorise(viewer, 'grids.manage')
      const issues = issuesIn(given)
      if (!noneOf(issues)) return issues
      return write(obs.db, async (writer) => {
        const { content } = pick(await all(tools, writer), code)
        if (!(await updateDraft(writer, code, changed(content, given), version))) throw changedMeanwhile(code)
        await recordAudit(writer, { actor: viewer, action: 'grid.changed', subject: code, details: { part: given.part } })
        return null
      })
    },
    async publishGrid(viewer, code, version) {
      authorise(viewer, 'grids.manage')
      await write(obs.db, async (writer) => {
        const by = { at: obs.now(), name: viewer.name }
        if (!(await publishDraft(writer, code, version, by))) throw changedMeanwhile(code)
        await recordAudit(writer, { actor: viewer, action: 'grid.published', subject: code })
      })
    },
    async discardGrid(viewer, code) {
      authorise(viewer, 'grids.manage')
      await write(obs.db, async (writer) => {
        if (!(await deleteDraft(writer, code))) throw new DomainError('grid.unknown', { code })
        await recordAudit(writer, { actor: viewer, action: 'grid.discarded', subject: code })
      })
    },
  }
}
