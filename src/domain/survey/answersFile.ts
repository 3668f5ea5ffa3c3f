import { isServiceCode, serviceCodes, type Geography } from '#domain/territory'
import { sampleDesign } from '#stats/sampleDesign.ts'
import { varianceFrame } from '#stats/sparseVariance.ts'
import type { Answers } from './answers.ts'
import { collectRatings } from './collectRatings.ts'
import { isItemCode, isMasked, itemCodes, questionIndex } from './grid.ts'

/** A record of a file with the line it stands on. */
export interface FileRow {
  readonly line: number
  readonly values: Readonly<Record<string, string>>
}

/** What is wrong with a value: a code that the edges put into words. */
export interface RowIssue {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly code:
    | 'column.missing'
    | 'column.unknown'
    | 'value.missing'
    | 'zone.unknown'
    | 'zone.across'
    | 'service.unknown'
    | 'criterion.unknown'
    | 'score.notANumber'
    | 'score.outOfRange'
    | 'weight.invalid'
    | 'respondent.differs'
    | 'answer.twice'
    | 'file.empty'
    | 'row.broken'
    | 'column.twice'
    | 'file.tooLarge'
    | 'file.notText'
    | 'file.notGzip'
  /** What was expected, or where the first answer stands. */
  readonly expected: string
}

export const answerColumns = {
  required: ['respondent', 'zone', 'service', 'criterion', 'score'],
  optional: ['weight', 'stratum', 'cluster'],
} as const

interface Person {
  readonly index: number
  readonly line: number
  readonly zone: string
  readonly weight: string
  readonly stratum: string
  readonly cluster: string
}

/** Numbers as people write them: decimal point or comma, no grouping. */
export function parseNumber(text: string): number {
  return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

type Report = (row: FileRow, column: string, code: RowIssue['code'], expected: string) => void

const shared = ['zone', 'weight', 'stratum', 'cluster'] as const

/** The person of a row: made at the first one, held against at the later ones. */
function personOf(people: Map<string, Person>, row: FileRow, report: Report): Person {
  const { respondent = '', zone = '', weight = '', stratum = '', cluster = '' } = row.values
  const held = people.get(respondent)
  if (!held) {
    const person = { index: people.size, line: row.line, zone, weight, stratum, cluster }
    people.set(respondent, person)
    return person
  }
  for (const column of shared) {
    if (held[column] !== (row.values[column] ?? '')) report(row, column, 'respondent.differs', `${held[column]} (${held.line})`)
  }
  return held
}

function checkZone(row: FileRow, geography: Geography, zones: readonly string[], report: Report): void {
  const zone = row.values['zone'] ?? ''
  if (!geography.find(zone)) return report(row, 'zone', 'zone.unknown', 'INSEE, SIREN, ONS')
  const across = zones.find((container) => geography.position(zone, container) === 'across')
  if (across) report(row, 'zone', 'zone.across', across)
}

/** Far above any population; beyond it sums of squares would overflow. */
const largestWeight = 1e15

function checkWeight(row: FileRow, report: Report): void {
  const text = row.values['weight']
  if (text === undefined) return
  const weight = parseNumber(text)
  if (!(weight >= 0 && weight <= largestWeight)) report(row, 'weight', 'weight.invalid', '>= 0')
}

/** The score of a row; `null` when the question was left without an answer, which is no error. */
function scoreOf(row: FileRow, report: Report): number | null {
  const text = row.values['score'] ?? ''
  if (text === '' || text === 'NA') return null
  const score = parseNumber(text)
  if (Number.isNaN(score)) report(row, 'score', 'score.notANumber', '0-10')
  else if (score < 0 || score > 10) report(row, 'score', 'score.outOfRange', '0-10')
  return score
}

function questionOf(row: FileRow, report: Report): number | null {
  const { service = '', criterion = '' } = row.values
  if (!isServiceCode(service)) report(row, 'service', 'service.unknown', serviceCodes.join(', '))
  if (!isItemCode(criterion)) report(row, 'criterion', 'criterion.unknown', itemCodes.slice(0, 11).join(', '))
  return isServiceCode(service) && isItemCode(criterion) ? questionIndex(service, criterion) : null
}

function checkColumns(columns: readonly string[]): RowIssue[] {
  const expected = [...answerColumns.required, ...answerColumns.optional].join(',')
  const missing = answerColumns.required.filter((column) => !columns.includes(column))
  const twice = columns.filter((column, i) => columns.indexOf(column) < i)
  const again = twice.map((column): RowIssue => ({ line: 1, column, value: column, code: 'column.twice', expected }))
  const absent = missing.map((column): RowIssue => ({
    line: 1,
    column,
    value: columns.join(','),
    code: 'column.missing',
    expected,
  }))
  return [...again, ...absent]
}

/** Strata and clusters are told of everyone or of no one: an empty one would join people who have nothing in common. */
function checkDesign(people: ReadonlyMap<string, Person>): RowIssue[] {
  const persons = [...people.values()]
  return (['stratum', 'cluster'] as const).flatMap((column) => {
    const empty = persons.filter((person) => person[column] === '')
    if (empty.length === persons.length) return []
    return empty.map(({ line }): RowIssue => ({ line, column, value: '', code: 'value.missing', expected: 'code' }))
  })
}

function assemble(people: ReadonlyMap<string, Person>, columns: readonly string[], ratings: Answers['ratings']): Answers {
  const persons = [...people.values()]
  const weighted = columns.includes('weight')
  // Clusters are numbered within their stratum, as field institutes do.
  const unit = persons.map((person) => (person.cluster === '' ? person.index : JSON.stringify([person.stratum, person.cluster])))
  const weight = Float64Array.from(persons, (person) => (weighted ? parseNumber(person.weight) : 1))
  const design = sampleDesign({ unit, stratum: persons.map((person) => person.stratum) })
  return {
    respondents: persons.length,
    zone: persons.map((person) => person.zone),
    weight,
    variance: varianceFrame(design, weight),
    ratings,
    needs: new Map(),
    importance: new Map(),
    masked: isMasked,
    publics: new Map(),
  }
}

/**
 * Answers that someone else collected, in long form: one row per respondent, service and criterion. Weights are taken as given; respondents (or their
 * clusters) are the sampling units, those without an answer to a question included. Every fault is listed by line; with any, there are no answers.
 */
export function answersFromFile(
  columns: readonly string[],
  rows: Iterable<FileRow>,
  geography: Geography,
  zones: readonly string[],
): { answers: Answers | null; issues: RowIssue[] } {
  const issues = checkColumns(columns)
  if (issues.length > 0) return { answers: null, issues }
  const report: Report = (row, column, code, expected) => {
    issues.push({ line: row.line, column, value: row.values[column] ?? '', code, expected })
  }
  const people = new Map<string, Person>()
  const ratings = collectRatings()
  const answered = new Map<number, number>()
  for (const row of rows) {
    if (!row.values['respondent']) report(row, 'respondent', 'value.missing', 'code')
    const first = !people.has(row.values['respondent'] ?? '')
    const person = personOf(people, row, report)
    if (first) {
      checkZone(row, geography, zones, report)
      checkWeight(row, report)
    }
    const question = questionOf(row, report)
    const score = scoreOf(row, report)
    if (question === null || score === null) continue
    const key = person.index * 1000 + question
    const earlier = answered.get(key)
    if (earlier !== undefined) report(row, 'criterion', 'answer.twice', String(earlier))
    answered.set(key, row.line)
    ratings.add(question, person.index, score, 1)
  }
  issues.push(...checkDesign(people))
  if (people.size === 0)
    issues.push({ line: 2, column: 'respondent', value: '', code: 'file.empty', expected: answerColumns.required.join(',') })
  return { answers: issues.length > 0 ? null : assemble(people, columns, ratings.columns()), issues }
}
