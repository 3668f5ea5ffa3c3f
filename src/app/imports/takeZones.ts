import type { SuccessionRecord, ZoneRecord } from '#domain/imports'
import type { CopyValue } from '#store/imports/copyInto.ts'
import { merge, stage, type Merged } from '#store/imports/merge.ts'
import { moveUnplaced } from '#store/imports/lookups.ts'
import { officialList, officialListSource } from '#store/officialList.ts'
import type { RelationName } from '#store/imports/relations.ts'
import type { FileReport } from './fileReport.ts'
import type { ImportRun } from './importRun.ts'
import { officialZones, unplacedRoot } from './zoneBook.ts'

type Numbered<T> = { readonly record: T; readonly line: number }

/** Copies rows to a passing table and takes them in. */
export async function takeRows(
  run: ImportRun,
  relation: RelationName,
  rows: Iterable<readonly CopyValue[]>,
  importId: string,
): Promise<Merged> {
  const copy = await stage(run.bulk, relation)
  for (const row of rows) await copy.add(row)
  await copy.end()
  return merge(run.bulk.writer, relation, importId)
}

/** The root of a zone: a département's commune has its département; an English area that of its district, or the district itself when alone. */
function rootOf(run: ImportRun, zone: ZoneRecord): string | null {
  if (zone.level === 'country') return null
  if (zone.level === 'department') return zone.code
  const administrative = zone.parents.find((parent) => parent.hierarchy !== 'intercommunal') ?? zone.parents[0]
  const parentRoot = administrative ? run.book.rootOf(administrative.code) : null
  if (zone.country === 'FR') return zone.level === 'epci' ? parentRoot : (parentRoot ?? administrative?.code ?? null)
  return parentRoot ?? (zone.level === 'epci' ? zone.code : null)
}

/** Widest first, so that a zone's root is known when its parts ask for it. */
function byWidth(a: Numbered<ZoneRecord>, b: Numbered<ZoneRecord>): number {
  const order = ['country', 'department', 'territory', 'arrondissement', 'epci', 'commune', 'ward', 'msoa', 'lsoa', 'iris']
  const rank = (zone: ZoneRecord): number => (order.indexOf(zone.level) + order.length + 1) % (order.length + 1)
  return rank(a.record) - rank(b.record)
}

/**
 * Stores zones with their parents. A zone that a parent names but nobody knows is left out of the hierarchy and reported as unmatched.
 * Outcomes are counted by row of the file unless `silent`.
 */
export async function takeZones(
  run: ImportRun,
  report: FileReport,
  zones: readonly Numbered<ZoneRecord>[],
  importId: string,
  options: { readonly silent?: boolean; readonly source?: string | null } = {},
): Promise<void> {
  const { edition, book } = run
  // A line may tell of several zones (an area and its district): it counts once.
  const counted = new Set(new Map(zones.toReversed().map(({ record, line }) => [line, record])).values())
  const ordered = zones.toSorted(byWidth)
  const rows = ordered.map(({ record, line }): CopyValue[] => {
    const known = book.has(record.code)
    const root = known ? book.rootOf(record.code) : rootOf(run, record)
    book.learn(record.code, record.level, root)
    const name = record.name ?? (known ? null : { fr: record.code, en: record.code })
    const where = [record.lon, record.lat, record.population, record.country, root]
    const source = options.source ?? report.source ?? report.file
    return [
      edition.code,
      record.code,
      record.level,
      name?.fr ?? null,
      name?.en ?? null,
      ...where,
      source,
      line,
      counted.has(record) ? 1 : 0,
    ]
  })
  const outcome = await takeRows(run, 'zone', rows, importId)
  if (!options.silent) report.count(outcome)
  const parents = ordered.flatMap(({ record, line }) => record.parents.map((parent) => ({ parent, child: record.code, line })))
  for (const { parent } of parents) if (!book.has(parent.code)) report.unmatched(parent.code, null, null)
  const links = parents
    .filter(({ parent }) => book.has(parent.code))
    .map(({ parent, child, line }): CopyValue[] => [edition.code, child, parent.code, parent.hierarchy, line, 1])
  const linked = await takeRows(run, 'zone_parent', links, importId)
  if (outcome.added + outcome.changed + linked.added > 0) run.touched.add('zones')
  await moveUnplaced(run.bulk.writer, edition.code, unplacedRoot)
}

/** The départements and bodies of communes that a list names without them, from the official list. */
export async function takeFrames(
  run: ImportRun,
  report: FileReport,
  zones: readonly Numbered<ZoneRecord>[],
  importId: string,
): Promise<void> {
  const homeless = zones.filter(
    ({ record }) => record.country === 'FR' && record.parents.some((parent) => !run.book.has(parent.code)),
  )
  if (homeless.length === 0) return
  const list = officialList()
  const communes = homeless.flatMap(({ record }) => list.communes.get(record.code) ?? [])
  const brought = new Set(zones.map(({ record }) => record.code))
  const frames = officialZones(communes, list)
    .filter((record) => record.level !== 'commune' && !run.book.has(record.code) && !brought.has(record.code))
    .map((record) => ({ record, line: 0 }))
  if (frames.length > 0) await takeZones(run, report, frames, importId, { silent: true, source: officialListSource })
}

export async function takeSuccessions(
  run: ImportRun,
  report: FileReport,
  successions: readonly Numbered<SuccessionRecord>[],
  importId: string,
): Promise<void> {
  for (const { record } of successions) run.book.learnSuccession(record.former, record.current)
  const rows = successions.map(({ record, line }): CopyValue[] => [record.former, record.current, report.file, line, 1])
  const outcome = await takeRows(run, 'zone_succession', rows, importId)
  report.count(outcome)
  if (outcome.added + outcome.changed > 0) run.touched.add('zones')
}

/** Adds communes that files named and only the official list knew, with their département and body; told as a warning. */
export async function takeWantedZones(run: ImportRun, report: FileReport, importId: string): Promise<void> {
  const wanted = run.book.takeWanted()
  const first = wanted[0]
  if (!first) return
  const zones = officialZones(wanted, officialList())
    .filter((record) => !run.book.has(record.code))
    .map((record) => ({ record, line: 0 }))
  await takeZones(run, report, zones, importId, { silent: true, source: officialListSource })
  const expected = `${wanted.length}`
  report.warning({ line: 0, column: '', value: first.code, code: 'zone.fromOfficialList', expected })
}
