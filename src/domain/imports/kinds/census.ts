import { censusTables } from '../censusTables.ts'
import { codeReader } from '../codeReader.ts'
import { isColumnNamesHead } from '../columnNames.ts'
import { readFigures, onlyOnce, type FigureColumn } from '../figures.ts'
import { findFields, refusalOf, type Field, type Head } from '../head.ts'
import { licences, type KindReader } from '../kindReader.ts'
import { slug } from '../names.ts'
import type { MeasureUnit } from '../records.ts'
import type { ReadingContext, TablePlan } from '../rowReader.ts'

const zoneNames = [
  'oa',
  'oa21cd',
  'oa11cd',
  'oa21',
  'oa11',
  'geographycode',
  'outputareascode',
  'lsoa',
  'lsoa21cd',
  'lsoa11cd',
  'lowerlayersuperoutputareascode',
  'msoa',
  'msoa21cd',
  'msoa11cd',
  'middlelayersuperoutputareascode',
  'lowertierlocalauthoritiescode',
  'lad',
  'ladcd',
  'wardcode',
  'areacode',
  'mnemonic',
]
const fields: readonly Field[] = [
  { field: 'zone', names: zoneNames, required: true },
  {
    field: 'name',
    names: ['geography', 'name', 'areaname', 'outputareas', 'lowerlayersuperoutputareas', 'middlelayersuperoutputareas'],
  },
  { field: 'figures', names: [] },
]

/** A column of figures as its head names it. */
interface NamedColumn {
  readonly index: number
  readonly column: string
  readonly table: string
  readonly code: string
  readonly label: string
}

/** `ts0010001`: the table and the number of its column. */
function codedColumns(head: Head): NamedColumn[] {
  return head.columns.flatMap((column, index) => {
    const table = /^(ts\d{3}[a-z]?)\d{4}$/i.exec(column)?.[1]?.toLowerCase()
    return table === undefined ? [] : [{ index, column, table, code: column.toLowerCase(), label: '' }]
  })
}

/** `Residence type: Total; measures: Value`, as Nomis names columns behind date, geography and geography code. */
function labelledColumns(head: Head, fileName: string): NamedColumn[] {
  const last = Math.max(head.keys.indexOf('geographycode'), head.keys.indexOf('geography'), head.keys.indexOf('date'))
  if (head.keys.indexOf('geographycode') < 0) return []
  const inName = /ts\d{3}[a-z]?/i.exec(fileName)?.[0].toLowerCase()
  return head.columns.slice(last + 1).flatMap((column, i) => {
    const colon = column.indexOf(':')
    if (colon < 0) return []
    const title = column.slice(0, colon).trim()
    const label = column
      .slice(colon + 1)
      .replace(/;\s*measures:.*$/i, '')
      .trim()
    const table = inName ?? slug(title)
    return [
      {
        index: last + 1 + i,
        column,
        table,
        code: inName ? inName + String(i + 1).padStart(4, '0') : `m${String(i + 1).padStart(4, '0')}`,
        label,
      },
    ]
  })
}

function namedColumns(head: Head, fileName: string): NamedColumn[] {
  const coded = codedColumns(head)
  return coded.length > 0 ? coded : labelledColumns(head, fileName)
}

const isTotal = (label: string): boolean => /^(?:total\b|all (?:persons|households|usual residents|people))/i.test(label)

function unitOf(table: string, total: string): MeasureUnit {
  const known = censusTables[table.replace(/[a-z]$/, '')]?.unit
  if (known) return known
  if (/density|per square/i.test(total)) return 'perKm2'
  if (/household/i.test(total)) return 'households'
  return /resident|person|people/i.test(total) ? 'people' : 'count'
}

interface Understood {
  readonly columns: readonly FigureColumn[]
  readonly tables: readonly string[]
  /** The table's own name where a metadata file or the head tells it. */
  readonly title: string | null
}

function understand(head: Head, context: ReadingContext): Understood {
  const named = namedColumns(head, context.fileName).map((each) => {
    const known = context.columnNames.find(each.code) ?? context.columnNames.find(each.column)
    return { ...each, label: known?.label ?? each.label, title: known?.table ?? each.column.split(':')[0] ?? '' }
  })
  const tables = [...new Set(named.map(({ table }) => table))]
  const totals = new Map(
    tables.map((table) => {
      const own = named.filter((each) => each.table === table)
      const first = own[0]
      // Without names the first column is the total: all tables of several columns begin with it.
      const total = own.find(({ label }) => isTotal(label)) ?? (first?.label === '' && own.length > 1 ? first : undefined)
      return [table, { code: total?.code ?? null, unit: unitOf(table, total?.label ?? first?.label ?? '') }]
    }),
  )
  const columns = named.map(({ index, column, table, code, label }): FigureColumn => {
    const text = label === '' ? code : label
    const total = totals.get(table)
    const denominator = total?.code === code ? null : (total?.code ?? null)
    const measure = { code, label: { fr: text, en: text }, unit: total?.unit ?? 'unknown', denominator } as const
    return { index, column, measure, smallest: 0, largest: null }
  })
  const title = tables.length === 1 && named[0]?.label !== '' ? (named[0]?.title ?? null) : null
  return { columns, tables, title }
}

function planNames(head: Head): TablePlan {
  return {
    kind: 'census',
    dataset: null,
    source: null,
    licence: licences.ogl,
    referenceDate: null,
    mapping: Object.fromEntries(head.columns.map((column) => [column, column])),
    namesColumns: true,
    read: () => undefined,
  }
}

function titleOf(code: string, understood: Understood, single: boolean): { fr: string; en: string } {
  const known = single ? censusTables[code.replace(/[a-z]$/, '')] : undefined
  if (known) return { fr: known.fr, en: known.en }
  const text = understood.title ?? code
  return { fr: text, en: text }
}

function planCensus(head: Head, context: ReadingContext): ReturnType<KindReader['plan']> {
  if (isColumnNamesHead(head.columns)) return planNames(head)
  const understood = understand(head, context)
  const { columns, tables } = understood
  const refusal = refusalOf('census', head, fields, context, columns.length === 0 ? ['figures'] : [])
  if (refusal) return refusal
  const found = findFields(head, fields, context.mapping)
  const zoneColumn = found.column('zone')
  const codes = codeReader('zone', zoneColumn, found.column('name'))
  const once = onlyOnce(zoneColumn)
  const single = tables.length === 1
  const code = single ? (tables[0] ?? 'census') : slug(context.fileName.replace(/\..*$/, ''))
  const isTopicSummary = /^ts\d{3}/.test(tables[0] ?? '')
  const referenceDate = isTopicSummary ? '2021' : null
  const source = 'ONS, Census 2021'
  return {
    kind: 'census',
    dataset: {
      code,
      kind: 'census',
      title: titleOf(code, understood, single),
      source,
      licence: licences.ogl,
      referenceDate,
      measures: columns.map(({ measure }) => measure),
    },
    source,
    licence: licences.ogl,
    referenceDate,
    mapping: { ...found.mapping, ...Object.fromEntries(columns.map(({ column, measure }) => [measure.code, column])) },
    read(cells, line, sink) {
      const zone = codes.read(found.text(cells, 'zone'), line, sink, found.text(cells, 'name'))
      const figures = readFigures(columns, cells, context.decimalComma, line, sink)
      if (zone && once(zone.code, line, sink)) sink.figures({ line, zone: zone.code, figures })
    },
  }
}

/** Wide tables of the census of England and Wales: a row per area, a column per category; or the file that names their columns. */
export const census: KindReader = {
  kind: 'census',
  recognises: (head, context) =>
    isColumnNamesHead(head.columns) ||
    (codedColumns(head).length > 0 && head.keys.some((key) => zoneNames.includes(key))) ||
    labelledColumns(head, context.fileName).length > 0,
  plan: planCensus,
}
