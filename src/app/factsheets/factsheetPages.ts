import { betterFor, byScore, intenseFor, itemNumber } from '#domain/matrix'
import { subCriterionCodes, type SubCriterionCode } from '#domain/survey'
import { languages } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { selectNotes, type FactsheetNote } from '#store/factsheetNotes.ts'
import { read, type Reader } from '#store/open.ts'
import { selectPublishedVerbatims, type Verbatim } from '#store/verbatims.ts'
import type { MatrixQuery } from '../portal.ts'
import type { FactsheetBookView, FactsheetListView, FactsheetSummary, FactsheetView } from './factsheetViews.ts'
import {
  askedCells,
  factsOf,
  firstSurveyView,
  noteView,
  subCriterionOf,
  zoneFindings,
  type FactsheetTools,
  type ZoneFindings,
} from './zoneFindings.ts'

/** What people and analysts wrote of a zone. */
interface Writings {
  readonly words: readonly Verbatim[]
  readonly notes: readonly FactsheetNote[]
}

async function writings(reader: Reader, { choice }: ZoneFindings): Promise<Writings> {
  return {
    words: await selectPublishedVerbatims(reader, choice.root),
    notes: await selectNotes(reader, choice.root, choice.territory.code),
  }
}

function summary(findings: ZoneFindings, { words, notes }: Writings, item: SubCriterionCode): FactsheetSummary {
  const { contrasts, cells } = factsOf(findings, item)
  const scored = byScore(cells)
  const { scoreThreshold } = findings.frame.rule
  return {
    item,
    number: itemNumber(item),
    intense: intenseFor(contrasts),
    better: betterFor(contrasts),
    weakest: scored[0] ?? null,
    scored: scored.length,
    low: scored.filter(({ score }) => score < scoreThreshold).length,
    words: words.filter((each) => each.item === item).length,
    written: languages.filter((language) => notes.some((note) => note.item === item && note.language === language)),
  }
}

function sheetView(findings: ZoneFindings, { words, notes }: Writings, item: SubCriterionCode): FactsheetView {
  const facts = factsOf(findings, item)
  const at = subCriterionCodes.indexOf(item)
  const own = (language: 'fr' | 'en') => {
    const note = notes.find((each) => each.item === item && each.language === language)
    return note ? noteView(note, facts) : null
  }
  return {
    ...findings.frame,
    item,
    number: itemNumber(item),
    definition: findings.grid.definitions?.[item] ?? null,
    previous: subCriterionCodes[at - 1] ?? null,
    next: subCriterionCodes[at + 1] ?? null,
    contrasts: facts.contrasts.toSorted((a, b) => a.difference - b.difference),
    cells: askedCells(facts.cells),
    givingUp: facts.criterionCells
      .flatMap(({ service, givingUp }) => (givingUp === null || givingUp === 0 ? [] : [{ service, rate: givingUp }]))
      .toSorted((a, b) => b.rate - a.rate),
    first: firstSurveyView(findings, item),
    words: words.flatMap(({ item: filed, shown, language, service }) =>
      filed === item && shown !== null ? [{ text: shown, language, service }] : [],
    ),
    notes: { fr: own('fr'), en: own('en') },
  }
}

/** A sub-criterion that an address names, or a refusal `item.unknown`. */
export function knownItem(code: string): SubCriterionCode {
  const item = subCriterionOf(code)
  if (!item) throw new DomainError('item.unknown', { code })
  return item
}

export function factsheetList(tools: FactsheetTools, query: MatrixQuery): Promise<FactsheetListView> {
  return read(tools.observatory.db, async (reader) => {
    const findings = await zoneFindings(tools, reader, query)
    const written = await writings(reader, findings)
    return { ...findings.frame, sheets: subCriterionCodes.map((item) => summary(findings, written, item)) }
  })
}

export async function factsheet(tools: FactsheetTools, query: MatrixQuery & { item: string }): Promise<FactsheetView> {
  const item = knownItem(query.item)
  return read(tools.observatory.db, async (reader) => {
    const findings = await zoneFindings(tools, reader, query)
    return sheetView(findings, await writings(reader, findings), item)
  })
}

/** All factsheets of a territory, for one print. */
export function factsheetBook(tools: FactsheetTools, query: MatrixQuery): Promise<FactsheetBookView> {
  return read(tools.observatory.db, async (reader) => {
    const findings = await zoneFindings(tools, reader, query)
    const written = await writings(reader, findings)
    return { ...findings.frame, sheets: subCriterionCodes.map((item) => sheetView(findings, written, item)) }
  })
}
