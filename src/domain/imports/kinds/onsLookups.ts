import type { Hierarchy } from '#domain/territory'
import { codeReader, type CodeReader } from '../codeReader.ts'
import type { ReadCode } from '../codes.ts'
import type { Head } from '../head.ts'
import { licences, type KindReader } from '../kindReader.ts'
import { nameOf } from '../names.ts'
import type { ZoneRecord } from '../records.ts'
import type { RecordSink } from '../rowReader.ts'

/** Kinds of areas from the narrowest to the widest, by the letters that their columns begin with. */
const areaKinds = ['oa', 'lsoa', 'msoa', 'wd', 'lad', 'cty'] as const
type AreaKind = (typeof areaKinds)[number]

const spellings: Readonly<Record<string, AreaKind>> = {
  oa: 'oa',
  lsoa: 'lsoa',
  msoa: 'msoa',
  wd: 'wd',
  ward: 'wd',
  lad: 'lad',
  ltla: 'lad',
  lau: 'lad',
  cty: 'cty',
  ctyua: 'cty',
  utla: 'cty',
}

/** Wider areas in which one of each kind lies, and by which hierarchy. */
const upwards: Readonly<Record<AreaKind, readonly (readonly [AreaKind, Hierarchy])[]>> = {
  oa: [
    ['lsoa', 'statistical'],
    ['msoa', 'statistical'],
    ['wd', 'electoral'],
    ['lad', 'administrative'],
  ],
  lsoa: [
    ['msoa', 'statistical'],
    ['lad', 'administrative'],
  ],
  msoa: [['lad', 'administrative']],
  wd: [['lad', 'electoral']],
  lad: [['cty', 'administrative']],
  cty: [],
}

interface AreaColumn {
  readonly kind: AreaKind
  readonly index: number
  readonly nameIndex: number
  readonly column: string
  readonly vintage: number
}

function areaColumns(head: Head): AreaColumn[] {
  const found = head.keys.flatMap((key, index): AreaColumn[] => {
    const [, letters = '', digits = ''] = /^([a-z]+?)(\d{2})?(?:cd|code)?$/.exec(key) ?? []
    const kind = Object.hasOwn(spellings, letters) ? spellings[letters] : undefined
    if (kind === undefined) return []
    const names = new Set([`${letters}${digits}nm`, `${letters}${digits}name`, `${letters}nm`, `${letters}name`])
    const nameIndex = head.keys.findIndex((each) => names.has(each))
    return [{ kind, index, nameIndex, column: head.columns[index] ?? '', vintage: Number(digits) }]
  })
  // Of several vintages the newest is what exists.
  return areaKinds.flatMap((kind) =>
    found
      .filter((each) => each.kind === kind)
      .toSorted((a, b) => b.vintage - a.vintage)
      .slice(0, 1),
  )
}

/** Two kinds of areas with codes: a table that says which lie in which; or one with names. */
export function recognisesLookup(head: Head): boolean {
  const columns = areaColumns(head)
  return columns.length >= 2 || (columns[0]?.nameIndex ?? -1) >= 0
}

interface ReadArea {
  readonly column: AreaColumn
  readonly code: ReadCode
  readonly name: string
}

function zoneOf({ column, code, name }: ReadArea, row: readonly ReadArea[]): ZoneRecord | null {
  if (code.level === null) return null
  const parents = upwards[column.kind].flatMap(([kind, hierarchy]) => {
    const parent = row.find((each) => each.column.kind === kind)
    // A unitary authority is its own upper tier; regions and countries are no zones here.
    if (!parent || parent.code.level === null || parent.code.code === code.code) return []
    return [{ code: parent.code.code, hierarchy }]
  })
  // The nearest statistical area leads to the wider ones.
  const nearest = parents.filter(
    ({ hierarchy }, i) => hierarchy !== 'statistical' || parents.findIndex((each) => each.hierarchy === 'statistical') === i,
  )
  return {
    code: code.code,
    level: code.level,
    name: nameOf(name),
    population: null,
    country: 'GB',
    lon: null,
    lat: null,
    parents: nearest,
  }
}

function readArea(
  column: AreaColumn,
  isNarrowest: boolean,
  reader: CodeReader,
  cells: readonly string[],
  line: number,
  sink: RecordSink,
): ReadArea[] {
  const text = cells[column.index]?.trim() ?? ''
  // The narrowest area is what the row is about; a wider one may be missing.
  if (text === '' && !isNarrowest) return []
  const code = reader.read(text, line, sink)
  return code ? [{ column, code, name: cells[column.nameIndex]?.trim() ?? '' }] : []
}

/** Tables of the ONS that say which areas lie in which. Each area is told once, with the wider ones of the first row that names it. */
export function planLookup(head: Head): ReturnType<KindReader['plan']> {
  const columns = areaColumns(head)
  const readers = columns.map((column) => codeReader('zone', column.column))
  const told = new Set<string>()
  return {
    kind: 'zones',
    dataset: null,
    source: 'ONS, Open Geography',
    licence: licences.ogl,
    referenceDate: null,
    mapping: Object.fromEntries(columns.map(({ kind, column }) => [kind, column])),
    read(cells, line, sink) {
      const row = columns.flatMap((column, i) => {
        const reader = readers[i]
        return reader ? readArea(column, i === 0, reader, cells, line, sink) : []
      })
      for (const area of row) {
        if (told.has(area.code.code)) continue
        told.add(area.code.code)
        const zone = zoneOf(area, row)
        if (!zone) continue
        if (zone.name === null && area.column.nameIndex >= 0) sink.missing(1)
        sink.zone(zone, line)
      }
    },
  }
}
