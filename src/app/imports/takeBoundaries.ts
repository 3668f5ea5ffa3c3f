import { boundaryOf, isFileIssue, type BoundaryRecord, type Polygons, type ZoneRecord } from '#domain/imports'
import { dissolve } from '#geo/dissolve.ts'
import type { CopyValue } from '#store/imports/copyInto.ts'
import { placeZones } from '#store/imports/shapes.ts'
import type { OpenFeatures } from '../files/sourceFile.ts'
import { middleOf, outlineParents } from './outlineParents.ts'
import type { FileReport } from './fileReport.ts'
import type { ImportRun } from './importRun.ts'
import { takeRows, takeWantedZones, takeZones } from './takeZones.ts'

/** Outlines of one zone of today: its own, and those of the communes that merged into it. */
interface Gathered {
  readonly records: BoundaryRecord[]
  readonly lines: number[]
}

function recordsOf(report: FileReport, file: OpenFeatures): BoundaryRecord[] {
  const drawn = file.features.filter((feature) => feature.polygons.length > 0)
  const none = file.features.find((feature) => feature.polygons.length === 0)
  if (none) {
    const value = `${file.features.length - drawn.length}`
    const issue = { line: none.number, column: 'geometry', value, code: 'geo.noPolygons', expected: 'Polygon, MultiPolygon' }
    if (drawn.length === 0) report.fault(issue)
    else report.warning(issue)
  }
  return drawn.flatMap((feature) => {
    const fields = boundaryOf(feature, { fileName: file.name })
    if (!isFileIssue(fields)) return [{ ...fields, line: feature.number, polygons: feature.polygons }]
    report.fault(fields)
    return []
  })
}

/** By the code of today; former communes join what they became, and are reported. */
function gather(run: ImportRun, report: FileReport, records: readonly BoundaryRecord[]): Map<string, Gathered> {
  const byCode = new Map<string, Gathered>()
  const seen = new Map<string, number>()
  for (const record of records) {
    const first = seen.get(record.code)
    if (first !== undefined) {
      const { code, line } = record
      report.fault({ line, column: 'code', value: code, code: 'row.duplicate', expected: `${first}` })
      continue
    }
    seen.set(record.code, record.line)
    const { found, successor } = run.book.resolve(record.code)
    if (found === 'successor') report.unmatched(record.code, record.name?.fr ?? null, successor)
    const code = successor ?? record.code
    const held = byCode.get(code) ?? { records: [], lines: [] }
    held.records.push(record)
    held.lines.push(record.line)
    byCode.set(code, held)
  }
  return byCode
}

/** Zones that the file draws and nobody knew: taken from its properties, with the parent that it names. */
function newZones(run: ImportRun, records: readonly BoundaryRecord[]): ZoneRecord[] {
  const parents = new Set(records.flatMap((record) => record.parents.map((parent) => parent.code)))
  const named = (code: string, country: ZoneRecord['country']): ZoneRecord => {
    const level = country === 'FR' ? 'department' : 'epci'
    return { code, level, name: null, population: null, country, lon: null, lat: null, parents: [] }
  }
  const drawn = new Set(records.map((record) => record.code))
  const missing = [...parents].filter((code) => !run.book.has(code) && !drawn.has(code))
  const country = records[0]?.country ?? 'FR'
  return [
    ...missing.map((code) => named(code, country)),
    ...records
      .filter((record) => !run.book.has(record.code) && run.book.resolve(record.code).successor === null)
      .map(({ code, level, name, country: of, parents: above }) => ({
        code,
        level,
        name,
        population: null,
        country: of,
        lon: null,
        lat: null,
        parents: above,
      })),
  ]
}

const outerRings = (polygons: Polygons): Polygons[number] => polygons.flatMap((polygon) => polygon.slice(0, 1))

function shapeRow(
  edition: string,
  code: string,
  polygons: Polygons,
  line: number,
  sources: number,
  derived: boolean,
): CopyValue[] {
  return [edition, code, JSON.stringify(outerRings(polygons)), JSON.stringify(polygons), false, derived, line, sources]
}

/** Takes outlines in: zones that were schematic get their real border, and bodies the one around their communes. */
export async function takeBoundaries(run: ImportRun, report: FileReport, file: OpenFeatures, importId: string): Promise<void> {
  const { edition, book, bulk } = run
  report.rows = file.features.length
  for (const warning of file.warnings) report.warning(warning)
  const records = recordsOf(report, file)
  const gathered = gather(run, report, records)
  if (report.errorCount > 0) return
  // The official list first: it knows more of a commune than a file of outlines does.
  await takeWantedZones(run, report, importId)
  const zones = newZones(run, records).map((record) => ({ record, line: 0 }))
  if (zones.length > 0) await takeZones(run, report, zones, importId, { silent: true })
  const shapes = [...gathered].map(([code, { records: parts, lines }]) => {
    const polygons = parts.length === 1 ? (parts[0]?.polygons ?? []) : dissolve(parts.map((part) => part.polygons))
    return { code, polygons, line: Math.min(...lines), sources: lines.length }
  })
  const known = shapes.filter(({ code }) => book.has(code))
  const rows = known.map(({ code, polygons, line, sources }) => shapeRow(edition.code, code, polygons, line, sources, false))
  const outcome = await takeRows(run, 'zone_shape', rows, importId)
  report.count(outcome)
  for (const { code } of shapes) if (!book.has(code)) report.unmatched(code, null, null)
  if (outcome.added + outcome.changed === 0) return
  run.touched.add('zones')
  await placeZones(bulk.writer, edition.code, known.map(middleOf))
  const parents = await outlineParents(run, new Set(known.map(({ code }) => code)), outcome.changed > 0)
  const derived = parents.map(({ code, polygons }) => shapeRow(edition.code, code, polygons, 0, 0, true))
  if (derived.length > 0) await takeRows(run, 'zone_shape', derived, importId)
}
