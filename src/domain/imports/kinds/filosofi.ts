import { codeReader } from '../codeReader.ts'
import { readFigures, onlyOnce, type FigureColumn } from '../figures.ts'
import { filosofiIndicators } from '../filosofiIndicators.ts'
import { findFields, refusalOf, type Field, type Head } from '../head.ts'
import { licences, type KindReader } from '../kindReader.ts'
import type { TablePlan } from '../rowReader.ts'

const fields: readonly Field[] = [
  { field: 'zone', names: ['codgeo', 'iris', 'codeiris', 'com', 'depcom', 'codeinsee', 'codecommune'], required: true },
  { field: 'name', names: ['libgeo', 'libiris', 'libelle', 'libcom'] },
  { field: 'MED', names: [] },
]

interface ReadName {
  readonly base: string
  readonly year: string
}

/** `TP60AGE116` is `TP60AGE1` of 2016; `DISP_MED18` is `MED` of 2018. Years go from 2012, when Filosofi began, to 2039. */
function readName(column: string): ReadName | null {
  const found = /^(?:DISP_)?([A-Z][A-Z0-9]*?)_?(1[2-9]|[23]\d)$/.exec(column.toUpperCase())
  if (!found) return null
  const [, base = '', year = ''] = found
  return Object.hasOwn(filosofiIndicators, base) ? { base, year: `20${year}` } : null
}

function figureColumns(head: Head): { readonly columns: readonly FigureColumn[]; readonly year: string } {
  const named = head.columns.flatMap((column, index) => {
    const name = readName(column)
    return name ? [{ column, index, ...name }] : []
  })
  const year = named[0]?.year ?? ''
  const columns = named
    .filter((each) => each.year === year)
    .map(({ column, index, base }): FigureColumn | null => {
      const known = filosofiIndicators[base]
      if (!known) return null
      const { label, unit, smallest, largest } = known
      return { index, column, measure: { code: column.toUpperCase(), label, unit, denominator: null }, smallest, largest }
    })
  return { columns: columns.filter((each) => each !== null), year }
}

function planFilosofi(...[head, context]: Parameters<KindReader['plan']>): ReturnType<KindReader['plan']> {
  const { columns, year } = figureColumns(head)
  const refusal = refusalOf('filosofi', head, fields, context, columns.length === 0 ? ['MED'] : [])
  if (refusal) return refusal
  const found = findFields(head, fields, context.mapping)
  const isIris = /^(?:iris|codeiris)$/.test(head.keys[found.at('zone')] ?? '')
  const column = found.column('zone')
  const codes = codeReader('zone', column, found.column('name'))
  const once = onlyOnce(column)
  const read: TablePlan['read'] = (cells, line, sink) => {
    const zone = codes.read(found.text(cells, 'zone'), line, sink, found.text(cells, 'name'))
    const figures = readFigures(columns, cells, context.decimalComma, line, sink)
    if (zone && once(zone.code, line, sink)) sink.figures({ line, zone: zone.code, figures })
  }
  return {
    kind: 'filosofi',
    dataset: {
      code: `filosofi-${year}${isIris ? '-iris' : ''}`,
      kind: 'filosofi',
      title: {
        fr: `Revenus et pauvreté en ${year} (Filosofi)${isIris ? ', par IRIS' : ''}`,
        en: `Income and poverty in ${year} (Filosofi)${isIris ? ', by IRIS' : ''}`,
      },
      source: 'INSEE-DGFiP-Cnaf-Cnav-CCMSA, Filosofi',
      licence: licences.licenceOuverte,
      referenceDate: year,
      measures: columns.map(({ measure }) => measure),
    },
    source: 'INSEE-DGFiP-Cnaf-Cnav-CCMSA, Filosofi',
    licence: licences.licenceOuverte,
    referenceDate: year,
    mapping: { ...found.mapping, ...Object.fromEntries(columns.map(({ column, measure }) => [measure.code, column])) },
    read,
  }
}

/** INSEE's Filosofi: income and poverty by commune or IRIS, one row per zone; statistical secrecy leaves most small communes without. */
export const filosofi: KindReader = {
  kind: 'filosofi',
  recognises: (head) => figureColumns(head).columns.length > 0 && head.keys.some((key) => fields[0]?.names.includes(key)),
  plan: planFilosofi,
}
