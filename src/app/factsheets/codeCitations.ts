import type { Viewer } from '#domain/accounts'
import { itemNumber, suggestItems, typedItems } from '#domain/matrix'
import { subCriterionCodes, type GridContent, type SubCriterionCode } from '#domain/survey'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { write, type Reader } from '#store/open.ts'
import {
  citeFromStatements,
  codeStatement,
  selectCodingProgress,
  selectStatements,
  type CodingProgress,
  type Statement,
} from '#store/statements.ts'
import type { DeskTools } from '../deskTools.ts'
import { zoneName } from '../naming.ts'
import { loadAtlas, withAtlas } from '../observatory.ts'
import { gridOf } from '../surveys/grids.ts'
import type { ZoneName } from '../views.ts'
import { rootOf } from './rootOf.ts'

/** A sub-criterion as coders find it: by its number in the grid, or by its name. */
export interface CodeChoice {
  readonly item: SubCriterionCode
  /** Such as `8.2`. */
  readonly number: string
  readonly name: Bilingual
}

export interface CodingListView {
  readonly root: ZoneName
  readonly surveys: readonly CodingProgress[]
  /** The survey chosen, else the latest; `null` where no survey has statements. */
  readonly chosen: CodingProgress | null
  readonly show: 'todo' | 'done'
  readonly statements: readonly Statement[]
  readonly choices: readonly CodeChoice[]
}

export interface CodingView {
  readonly root: ZoneName
  readonly progress: CodingProgress
  readonly statement: Statement
  /** What the same person said besides. */
  readonly others: readonly Statement[]
  readonly choices: readonly CodeChoice[]
  readonly suggestions: readonly SubCriterionCode[]
}

export interface StatementAsked {
  readonly territory: string
  /** The survey's code. */
  readonly survey: string
  readonly respondent: number
  readonly number: number
}

function choicesOf({ names }: GridContent): CodeChoice[] {
  return subCriterionCodes.map((item) => ({ item, number: itemNumber(item), name: names[item] }))
}

function namesOf({ names }: GridContent): (item: SubCriterionCode) => readonly string[] {
  return (item) => [names[item].fr, names[item].en]
}

export function codingList(
  tools: DeskTools,
  query: { territory: string; survey: string | null; show: string },
): Promise<CodingListView> {
  const show = query.show === 'done' ? 'done' : 'todo'
  return withAtlas(tools.observatory, async (reader, { geography }) => {
    const root = rootOf(geography, query.territory)
    const surveys = await selectCodingProgress(reader, root)
    const chosen = surveys.find((each) => each.code === query.survey) ?? surveys[0] ?? null
    const all = chosen ? await selectStatements(reader, chosen.survey) : []
    return {
      root: zoneName(geography.get(root)),
      surveys,
      chosen,
      show,
      statements: all.filter(({ coded }) => coded === (show === 'done')),
      choices: chosen ? choicesOf(await gridOf(tools, reader, chosen.grid)) : [],
    }
  })
}

async function knownProgress(reader: Reader, root: string, code: string): Promise<CodingProgress> {
  const progress = (await selectCodingProgress(reader, root)).find((each) => each.code === code)
  if (!progress) throw new DomainError('coding.unknown', { survey: code })
  return progress
}

function isSame(a: Pick<Statement, 'respondent' | 'number'>, b: Pick<Statement, 'respondent' | 'number'>): boolean {
  return a.respondent === b.respondent && a.number === b.number
}

function knownStatement(all: readonly Statement[], ask: StatementAsked): Statement {
  const statement = all.find((each) => isSame(each, ask))
  if (!statement) throw new DomainError('coding.unknown', { survey: ask.survey })
  return statement
}

export function statementToCode(tools: DeskTools, ask: StatementAsked): Promise<CodingView> {
  return withAtlas(tools.observatory, async (reader, { geography }) => {
    const root = rootOf(geography, ask.territory)
    const progress = await knownProgress(reader, root, ask.survey)
    const all = await selectStatements(reader, progress.survey)
    const statement = knownStatement(all, ask)
    const grid = await gridOf(tools, reader, progress.grid)
    return {
      root: zoneName(geography.get(root)),
      progress,
      statement,
      others: all.filter((each) => each.respondent === statement.respondent && each.number !== statement.number),
      choices: choicesOf(grid),
      suggestions: suggestItems(statement.text, namesOf(grid)),
    }
  })
}

/** What coding came to: `unknown` are typed pieces that name no sub-criterion, or several, and then nothing was saved. */
export interface CodeResult {
  readonly unknown: readonly string[]
  /** The next statement that waits; `null` when all are coded. */
  readonly next: Pick<Statement, 'respondent' | 'number'> | null
}

/**
 * Codes a statement to the sub-criteria ticked and typed; none at all says that it is about none of the grid. The respondent's citations follow. Refuses with
 * `coding.changed` when somebody coded it since `version` was read.
 */
export function codeOne(
  tools: DeskTools,
  viewer: Viewer,
  ask: StatementAsked & { readonly items: readonly string[]; readonly typed: string; readonly version: number },
): Promise<CodeResult> {
  const { observatory: obs } = tools
  return write(obs.db, async (writer) => {
    const { geography } = await loadAtlas(writer, obs.caches)
    const progress = await knownProgress(writer, rootOf(geography, ask.territory), ask.survey)
    const all = await selectStatements(writer, progress.survey)
    const { respondent, number } = knownStatement(all, ask)
    const typed = typedItems(ask.typed, namesOf(await gridOf(tools, writer, progress.grid)))
    if (typed.unknown.length > 0) return { unknown: typed.unknown, next: null }
    const items = subCriterionCodes.filter((item) => ask.items.includes(item) || typed.items.includes(item))
    if (!(await codeStatement(writer, progress.survey, { respondent, number, items, version: ask.version })))
      throw new DomainError('coding.changed', { survey: ask.survey })
    await citeFromStatements(writer, progress.survey, respondent)
    const subject = `${progress.code} ${respondent}.${number}`
    await recordAudit(writer, { actor: viewer, action: 'statement.coded', subject, details: { items } })
    await raiseVersion(writer, 'observatory')
    const left = all.filter((each) => !each.coded && !isSame(each, ask))
    const next = left.find((each) => each.respondent > respondent || (each.respondent === respondent && each.number > number))
    return { unknown: [], next: next ?? left[0] ?? null }
  })
}
