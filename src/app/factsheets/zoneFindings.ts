import {
  byScore,
  cellsOf,
  changeOf,
  citationFindings,
  figuresOf,
  gravest,
  groupContrasts,
  notableTestValue,
  notePieces,
  type CitationFindings,
  type FactsheetFacts,
  type Figure,
  type FigureChange,
  type GroupContrast,
  type MatrixCell,
} from '#domain/matrix'
import { subCriterionCodes, type GridContent, type SubCriterionCode } from '#domain/survey'
import type { Geography } from '#domain/territory'
import type { FactsheetNote } from '#store/factsheetNotes.ts'
import type { Reader } from '#store/open.ts'
import { selectCitations, selectRespondents } from '#store/survey.ts'
import { latestSurvey, type Survey } from '#store/surveys.ts'
import { loadAnswers } from '../answers.ts'
import type { DeskTools } from '../deskTools.ts'
import { publicThreshold } from '../mainJob.ts'
import { matrixResult, type MatrixChoice, type MatrixResult } from '../matrixResult.ts'
import { surveySource, zoneName } from '../naming.ts'
import { loadAtlas } from '../observatory.ts'
import type { MatrixQuery } from '../portal.ts'
import { RecentValues } from '../recentValues.ts'
import { gridOf } from '../surveys/grids.ts'
import type { FactsheetFrame, FirstSurveyView, NoteFigure, NoteSegment, NoteView } from './factsheetViews.ts'

/** What is kept between requests: the contrasts of a zone take a while. */
export interface FactsheetMemory {
  readonly contrasts: RecentValues<ReadonlyMap<SubCriterionCode, readonly GroupContrast[]>>
}

export function factsheetMemory(): FactsheetMemory {
  return { contrasts: new RecentValues(24) }
}

export interface FactsheetTools extends DeskTools {
  readonly memory: FactsheetMemory
}

/** Everything that the factsheets of one zone are made from. */
export interface ZoneFindings {
  readonly frame: FactsheetFrame
  readonly geography: Geography
  readonly choice: MatrixChoice
  readonly result: MatrixResult
  readonly contrasts: ReadonlyMap<SubCriterionCode, readonly GroupContrast[]>
  readonly first: { readonly survey: Survey; readonly findings: CitationFindings } | null
  readonly grid: GridContent
}

async function contrastsOf(tools: FactsheetTools, reader: Reader, geography: Geography, choice: MatrixChoice) {
  const { answers, weighting } = await loadAnswers(tools.observatory, reader, choice.root)
  const zone = choice.territory.code
  return tools.memory.contrasts.get(`${weighting.id} ${zone}`, () => {
    const all = groupContrasts(answers, geography, { zone, disclosureThreshold: publicThreshold })
    return Promise.resolve(Map.groupBy(all, (each) => each.item as SubCriterionCode))
  })
}

async function firstSurvey(reader: Reader, root: string): Promise<ZoneFindings['first']> {
  const survey = await latestSurvey(reader, root, 'elicitation')
  if (!survey) return null
  const citations = await selectCitations(reader, survey)
  if (citations.length === 0) return null
  return { survey, findings: citationFindings(await selectRespondents(reader, survey), citations, publicThreshold) }
}

/** Reads what the factsheets of the territory in view are made from; refuses as the matrix does (`zone.unknown`, `territory.noSurvey`, …). */
export async function zoneFindings(tools: FactsheetTools, reader: Reader, query: MatrixQuery): Promise<ZoneFindings> {
  const { observatory: obs } = tools
  const { geography } = await loadAtlas(reader, obs.caches)
  const { choice, result } = await matrixResult(obs, reader, { ...query, group: null })
  const frame = {
    territory: zoneName(choice.territory),
    root: zoneName(geography.get(choice.root)),
    against: zoneName(choice.against),
    rule: choice.rule,
    survey: surveySource(result),
    weighting: result.weighting.report.method,
    madeAt: result.weighting.madeAt.toISOString(),
  }
  return {
    frame,
    geography,
    choice,
    result,
    contrasts: await contrastsOf(tools, reader, geography, choice),
    first: await firstSurvey(reader, choice.root),
    grid: await gridOf(tools, reader, result.survey.grid),
  }
}

/** The findings on one sub-criterion. */
export function factsOf(findings: ZoneFindings, item: SubCriterionCode): FactsheetFacts {
  const { own, criterion } = cellsOf(findings.result.matrix.cells, item)
  const citing = findings.first?.findings.citing.get(item)
  return {
    item,
    respondents: findings.result.respondentsHere,
    cells: own,
    criterionCells: criterion,
    contrasts: findings.contrasts.get(item) ?? [],
    cited: findings.first && citing !== undefined ? { citing, n: findings.first.findings.n } : null,
    scoreThreshold: findings.frame.rule.scoreThreshold,
  }
}

/** Cells that were asked: those with a score worth a verdict from the lowest up, then thin ones, then the rest. */
export function askedCells(cells: readonly MatrixCell[]): MatrixCell[] {
  const asked = cells.filter(({ status }) => status !== 'notApplicable' && status !== 'noData')
  const scored = byScore(asked)
  const thin = asked.filter(({ status, score }) => status !== 'ok' && score !== null)
  const rest = asked.filter(({ score }) => score === null)
  return [...scored, ...thin.toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0)), ...rest]
}

/** Share of tests that chance alone carries above the notable test value: P(Z > 2). */
const aboveByChance = 0.02275

export function firstSurveyView({ first }: ZoneFindings, item: SubCriterionCode): FirstSurveyView | null {
  if (!first) return null
  const { survey, findings } = first
  const notable = findings.tests.filter((test) => test.item === item && test.value >= notableTestValue)
  return {
    title: survey.title,
    fieldStart: survey.fieldStart,
    fieldEnd: survey.fieldEnd,
    n: findings.n,
    citing: findings.citing.get(item) ?? null,
    notable: notable.toSorted((a, b) => b.value - a.value),
    family: findings.family,
    byChance: findings.family * aboveByChance,
  }
}

/** A stored text in paragraphs: a line left empty begins another. */
function paragraphsOf(pieces: readonly NoteSegment[]): NoteSegment[][] {
  const paragraphs: NoteSegment[][] = [[]]
  for (const piece of pieces) {
    if ('key' in piece) {
      paragraphs.at(-1)?.push(piece)
      continue
    }
    for (const [i, text] of piece.text.split(/\n\s*\n/).entries()) {
      if (i > 0) paragraphs.push([])
      if (text !== '') paragraphs.at(-1)?.push({ text })
    }
  }
  return paragraphs.filter((segments) => segments.some((each) => 'key' in each || each.text.trim() !== ''))
}

/** The pieces of a stored text. */
export function piecesOf({ text, issued }: Pick<FactsheetNote, 'text' | 'issued'>): readonly NoteSegment[] {
  return notePieces(text, Object.keys(issued))
}

/** A text with its figures as they are now. */
export function noteView(note: FactsheetNote, facts: FactsheetFacts): NoteView {
  const present = new Map<string, Figure>(figuresOf(facts).map((figure) => [figure.key, figure]))
  const pieces = piecesOf(note)
  const keys = [...new Set(pieces.flatMap((piece) => ('key' in piece ? [piece.key] : [])))]
  const figures = keys.flatMap((key): NoteFigure[] => {
    const before = note.issued[key]
    if (!before) return []
    const now = present.get(key)?.value
    const [code = '', of = null] = key.split(' ')
    const named = { code, of } as Pick<NoteFigure, 'code' | 'of'>
    return [{ key, ...named, now: now ?? null, before, change: changeOf(before, now, facts.scoreThreshold) }]
  })
  return {
    language: note.language,
    paragraphs: paragraphsOf(pieces),
    figures,
    writtenAt: note.writtenAt.toISOString(),
    writtenBy: note.writtenBy,
    version: note.version,
  }
}

/** What became of a text as a whole: the gravest of its figures' changes. */
export function worstChange({ figures }: Pick<NoteView, 'figures'>): FigureChange {
  return gravest(figures.map(({ change }) => change))
}

/** A sub-criterion by its code from an address, else undefined. */
export function subCriterionOf(code: string): SubCriterionCode | undefined {
  return subCriterionCodes.find((each) => each === code)
}
