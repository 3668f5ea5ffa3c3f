import { yearInName } from '../dates.ts'
import { codeReader } from '../codeReader.ts'
import { findFields, refusalOf, type Field } from '../head.ts'
import { hasAll, licences, type KindReader } from '../kindReader.ts'
import { isMissing, parseNumber } from '../numbers.ts'
import { issueAt } from '../report.ts'
import type { RecordSink, TablePlan } from '../rowReader.ts'

const fields: readonly Field[] = [
  { field: 'zone', names: ['depcom', 'codgeo', 'codeinsee', 'codecommune', 'geo', 'commune'], required: true },
  { field: 'type', names: ['typequ', 'facilitytype', 'typeequipement', 'type'], required: true },
  { field: 'count', names: ['nbequip', 'obsvalue', 'nombre', 'nb', 'count'] },
  { field: 'geoObject', names: ['geoobject'] },
  { field: 'iris', names: ['dciris', 'iris', 'codeiris'] },
  { field: 'year', names: ['an', 'annee', 'timeperiod', 'year'] },
]

function planFacilities(...[head, context]: Parameters<KindReader['plan']>): ReturnType<KindReader['plan']> {
  const refusal = refusalOf('facilities', head, fields, context)
  if (refusal) return refusal
  const found = findFields(head, fields, context.mapping)
  const commune = codeReader('commune', found.column('zone'), found.column('type'))
  const year = yearInName(context.fileName)

  function countOf(cells: readonly string[], line: number, sink: RecordSink): number | null {
    // Later editions list facilities one by one, with coordinates and no count.
    if (!found.has('count')) return 1
    const text = found.text(cells, 'count')
    if (isMissing(text)) {
      sink.missing(1)
      return null
    }
    const count = parseNumber(text, context.decimalComma)
    const column = found.column('count')
    if (count === null) sink.fault(issueAt(line, column, text, 'value.notNumber', '3'))
    else if (count < 0) sink.fault(issueAt(line, column, text, 'value.negative', '>= 0'))
    else if (!Number.isInteger(count)) sink.fault(issueAt(line, column, text, 'value.notWhole', '3'))
    else return count
    return null
  }

  const read: TablePlan['read'] = (cells, line, sink) => {
    const level = found.text(cells, 'geoObject').toUpperCase()
    const type = found.text(cells, 'type').toUpperCase()
    // Totals of wider areas and of all types are sums of the rows that are read.
    if ((level !== '' && level !== 'COM' && level !== 'ARM') || type === '_T') {
      sink.skipped?.('row.total', 1)
      return
    }
    const zone = commune.read(found.text(cells, 'zone'), line, sink, type)
    const isType = /^[A-Z]\d{3}$/.test(type)
    // A row without its commune was told already; were the two exchanged, the type would be told again for the same reason.
    if (!isType && zone)
      sink.fault(issueAt(line, found.column('type'), type, type === '' ? 'value.missing' : 'code.malformed', 'A203'))
    const facilities = countOf(cells, line, sink)
    if (zone && isType && facilities !== null) sink.facility({ line, zone: zone.code, type, facilities })
  }
  return {
    kind: 'facilities',
    dataset: {
      code: year === null ? 'bpe' : `bpe-${year}`,
      kind: 'facilities',
      title: {
        fr: year === null ? 'Équipements (BPE)' : `Équipements en ${year} (BPE)`,
        en: year === null ? 'Facilities (INSEE)' : `Facilities in ${year} (INSEE)`,
      },
      source: 'INSEE, Base permanente des équipements',
      licence: licences.licenceOuverte,
      referenceDate: year,
      measures: [],
    },
    source: 'INSEE, Base permanente des équipements',
    licence: licences.licenceOuverte,
    referenceDate: year,
    mapping: found.mapping,
    duplicates: 'add',
    read,
  }
}

/**
 * INSEE's facilities (BPE): counts by commune or IRIS and type, or one row per facility. Records carry the commune: those of one commune and type add up,
 * whether they came from its IRIS or from single facilities.
 */
export const facilities: KindReader = {
  kind: 'facilities',
  recognises: (head) => hasAll(head, ['typequ', 'facilitytype'], ['depcom', 'codgeo', 'geo', 'dciris']),
  plan: planFacilities,
}
