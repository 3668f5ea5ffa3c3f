import { gridVersion, type RowIssue } from '#domain/survey'
import { geography } from '#domain/territory'
import { hasSurvey, insertBroughtSurvey, type BroughtSurvey } from '#store/imports/answers.ts'
import { selectParents, selectZones } from '#store/territory.ts'
import type { OpenTable, SourceFile } from '../files/sourceFile.ts'
import { readAnswers } from '../readAnswers.ts'
import type { FileReport } from './fileReport.ts'
import type { ImportRun } from './importRun.ts'

interface Person {
  readonly number: number
  readonly root: string
  readonly zone: string
  readonly stratum: string
  readonly cluster: string | null
  readonly weight: number
}

interface Gathered {
  readonly people: Map<string, Person>
  readonly ratings: Map<string, BroughtSurvey['ratings'][number][]>
}

async function bytesOf(file: SourceFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of file.open()) pieces.push(piece)
  return Buffer.concat(pieces)
}

const numberOf = (text: string): number => Number(text.replace(',', '.'))

function cellReader(header: readonly string[]): (cells: readonly string[], column: string) => string {
  const places = new Map(header.map((name, index) => [name.trim(), index]))
  return (cells, column) => cells[places.get(column) ?? -1]?.trim() ?? ''
}

/** The rows again, now that all are known to be sound: people numbered in the order of the file, within their root. */
async function gather(run: ImportRun, report: FileReport, table: OpenTable): Promise<Gathered> {
  const cell = cellReader(table.header)
  const people = new Map<string, Person>()
  const ratings: Gathered['ratings'] = new Map()
  const perRoot = new Map<string, number>()
  for await (const rows of table.rows((issue) => report.fault(issue))) {
    for (const { cells, line } of rows) {
      const key = cell(cells, 'respondent')
      const zone = cell(cells, 'zone')
      const root = run.book.rootOf(zone) ?? zone
      const held = people.get(key)
      const number = held?.number ?? (perRoot.get(root) ?? 0) + 1
      if (!held) {
        perRoot.set(root, number)
        const weight = cell(cells, 'weight')
        const [stratum, cluster] = [cell(cells, 'stratum'), cell(cells, 'cluster')]
        people.set(key, { number, root, zone, stratum, cluster: cluster || null, weight: weight === '' ? 1 : numberOf(weight) })
      }
      addRating(report, ratings, { root, number, line, row: (column) => cell(cells, column) })
    }
  }
  return { people, ratings }
}

interface RatingRow {
  readonly root: string
  readonly number: number
  readonly line: number
  readonly row: (column: string) => string
}

function addRating(report: FileReport, ratings: Gathered['ratings'], { root, number, line, row }: RatingRow): void {
  const text = row('score')
  if (text === '' || text === 'NA') return void report.missingValues++
  const score = numberOf(text)
  if (!Number.isInteger(score)) report.fault({ line, column: 'score', value: text, code: 'score.notWhole', expected: '0-10' })
  const list = ratings.get(root) ?? []
  list.push({ respondent: number, service: row('service'), item: row('criterion'), score })
  ratings.set(root, list)
}

/**
 * Keeps answers that somebody else collected as a survey beside the one in force. The file is checked by the same reader as `matrix --responses`;
 * scores are whole numbers, as on the questionnaire. The same file brought again changes nothing.
 */
export async function takeAnswers(
  run: ImportRun,
  report: FileReport,
  source: { readonly file: SourceFile; readonly table: OpenTable },
  importId: string,
): Promise<void> {
  const { writer } = run.bulk
  const { file, table } = source
  const atlas = geography(await selectZones(writer, run.edition.code), await selectParents(writer, run.edition.code))
  for await (const rows of table.rows(() => {})) report.rows += rows.length
  const { issues } = readAnswers({ name: file.name, bytes: await bytesOf(file) }, atlas, [])
  for (const issue of issues) report.fault(issue satisfies RowIssue)
  if (report.errorCount > 0) return
  const { people, ratings } = await gather(run, report, table)
  if (report.errorCount > 0) return
  const code = `file-${report.checksum.slice(0, 16)}`
  const day = run.at.toISOString().slice(0, 10)
  for (const [root, rows] of Map.groupBy(people.values(), (person) => person.root)) {
    const own = ratings.get(root) ?? []
    const missing = report.rows - [...ratings.values()].reduce((sum, list) => sum + list.length, 0)
    const count = own.length + (root === people.values().next().value?.root ? missing : 0)
    if (await hasSurvey(writer, root, code)) {
      report.count({ added: 0, changed: 0, unchanged: count })
      continue
    }
    report.count({ added: count, changed: 0, unchanged: 0 })
    await insertBroughtSurvey(writer, {
      territory: root,
      id: importId,
      code,
      grid: gridVersion,
      title: report.file,
      day,
      respondents: rows,
      ratings: own,
    })
    run.touched.add('observatory')
  }
}
