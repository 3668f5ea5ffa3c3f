import type { ZoneLevel } from '#domain/territory'
import { swapWatch } from '../codeReader.ts'
import { codeExamples, departmentOf, isEpciCode, readAnyZoneCode, readZoneCode, type ReadCode } from '../codes.ts'
import { nowhere, positionReader } from '../coordinates.ts'
import { onlyOnce } from '../figures.ts'
import { findFields, fold, refusalOf, type Field, type Fields, type Head } from '../head.ts'
import { licences, type KindReader } from '../kindReader.ts'
import { nameOf } from '../names.ts'
import { isMissing, parseNumber } from '../numbers.ts'
import type { ZoneRecord } from '../records.ts'
import { issueAt } from '../report.ts'
import type { ReadingContext, RecordSink } from '../rowReader.ts'
import { levelExamples, readCountry, readLevel } from '../zoneWords.ts'

const codeNames = [
  // Before the commune: a table by IRIS names both, and its figures are the IRIS's.
  'iris',
  'dciris',
  'codeiris',
  'com',
  'codgeo',
  'codecommuneinsee',
  'codeinsee',
  'inseecom',
  'insee',
  'codeinseecommune',
  'codecommune',
  'codcom',
  'depcom',
  'codezone',
  'code',
  'areacode',
  'geographycode',
  'zone',
  'sirenepci',
  'siren',
  'codeepci',
  'epci',
  'arr',
  'dep',
  'codedepartement',
]
const nameNames = [
  'libelle',
  'libgeo',
  'libcom',
  'nomcommune',
  'nomdelacommune',
  'commune',
  'libiris',
  'nccenr',
  'nom',
  'name',
  'areaname',
  'zonename',
  'libzone',
  'libepci',
  'nomepci',
  'raisonsociale',
  'nomdepartement',
  'libelledepartement',
]

export const zoneListFields: readonly Field[] = [
  { field: 'code', names: codeNames, required: true },
  { field: 'name', names: nameNames },
  {
    field: 'population',
    names: [
      'pmun',
      'population',
      'populationmunicipale',
      'poptotale',
      'ptot',
      'populationtotale',
      'pop',
      'habitants',
      'residents',
      'inhabitants',
    ],
    pattern: /^(?:pmun|ptot|p|pop)\d{2,4}(?:pop)?$/,
  },
  { field: 'level', names: ['level', 'niveau', 'nivgeo', 'typezone'] },
  { field: 'parent', names: ['parent', 'codeparent', 'parentcode', 'zoneparente'] },
  { field: 'department', names: ['dep', 'codedepartement', 'departement', 'coddep', 'inseedep'] },
  { field: 'epci', names: ['epci', 'codeepci', 'sirenepci', 'epcicode'] },
  { field: 'epciName', names: ['libepci', 'nomepci', 'epcinom', 'libelleepci'] },
  { field: 'type', names: ['typecom'] },
  { field: 'compound', names: ['comparent'] },
  { field: 'country', names: ['pays', 'country'] },
  { field: 'lat', names: ['lat', 'latitude'] },
  { field: 'lon', names: ['lon', 'long', 'longitude', 'lng'] },
]

/** A commune's number within its département, as older lists give it, behind the département's code. */
function wholeCode(found: Fields, cells: readonly string[]): string {
  const text = found.text(cells, 'code')
  if (!/^\d{1,3}$/.test(text) || !/^(?:codecommune|codcom|com)$/.test(fold(found.column('code')))) return text
  const department = found.text(cells, 'department')
  return /^(?:\d{1,2}|2[ABab]|97\d)$/.test(department)
    ? department.padStart(2, '0') + text.padStart(5 - Math.max(department.length, 2), '0')
    : text
}

/** The observatory's own codes (`audomarois`) say nothing of themselves: the file must tell their level. */
function codeOf(
  found: Fields,
  cells: readonly string[],
  text: string,
  line: number,
  sink: RecordSink,
): (ReadCode & { level: ZoneLevel }) | null {
  const column = found.column('code')
  const written = found.text(cells, 'level')
  const told = readLevel(written)
  if (written !== '' && told === null) {
    sink.fault(issueAt(line, found.column('level'), written, 'level.unknown', levelExamples))
    return null
  }
  const code = told === null ? readZoneCode(text) : readAnyZoneCode(text)
  const level = told ?? code?.level ?? null
  if (code && level !== null) return { ...code, level }
  const fault = text === '' ? 'value.missing' : code ? 'level.unknown' : 'code.malformed'
  sink.fault(issueAt(line, column, text, fault, code ? levelExamples : codeExamples))
  return null
}

/** The hierarchy by which a zone lies in another, from what the other is. */
function hierarchyOf(child: ZoneLevel, parent: ReadCode): ZoneRecord['parents'][number]['hierarchy'] {
  if (parent.level === 'epci') return parent.country === 'FR' ? 'intercommunal' : 'administrative'
  if (parent.level === null) return 'territories'
  if (parent.level === 'ward') return 'electoral'
  return child === 'iris' || child === 'smallArea' || parent.level === 'msoa' || parent.level === 'lsoa'
    ? 'statistical'
    : 'administrative'
}

function departmentParent(found: Fields, cells: readonly string[], code: ReadCode, level: ZoneLevel): ZoneRecord['parents'] {
  if (code.country !== 'FR') return []
  if (level === 'department') return [{ code: 'FR', hierarchy: 'administrative' }]
  if (level !== 'commune' && level !== 'arrondissement') return []
  const told = found.at('department') === found.at('code') ? null : readZoneCode(found.text(cells, 'department'))
  return [{ code: told?.level === 'department' ? told.code : departmentOf(code.code), hierarchy: 'administrative' }]
}

function parentsOf(found: Fields, cells: readonly string[], code: ReadCode, level: ZoneLevel): ZoneRecord['parents'] {
  const parents = [...departmentParent(found, cells, code, level)]
  if (level === 'iris') parents.push({ code: code.code.slice(0, 5), hierarchy: 'statistical' })
  const compound = readZoneCode(found.text(cells, 'compound'))
  if (level === 'smallArea' && compound) parents.push({ code: compound.code, hierarchy: 'administrative' })
  const epci = found.text(cells, 'epci')
  if (found.at('epci') !== found.at('code') && isEpciCode(epci)) parents.push({ code: epci, hierarchy: 'intercommunal' })
  const parent = readAnyZoneCode(found.text(cells, 'parent'))
  if (parent && parent.code !== code.code && !parents.some((each) => each.code === parent.code))
    parents.push({ code: parent.code, hierarchy: hierarchyOf(level, parent) })
  return parents
}

function populationOf(
  found: Fields,
  cells: readonly string[],
  context: ReadingContext,
  line: number,
  sink: RecordSink,
): number | null {
  if (!found.has('population')) return null
  const text = found.text(cells, 'population')
  if (isMissing(text)) {
    sink.missing(1)
    return null
  }
  const people = parseNumber(text, context.decimalComma)
  const column = found.column('population')
  if (people === null) sink.fault(issueAt(line, column, text, 'value.notNumber', '15 678'))
  else if (people < 0) sink.fault(issueAt(line, column, text, 'value.negative', '>= 0'))
  return people
}

/** The inter-municipal bodies that a list of communes names beside them: each once. */
function epciTeller(found: Fields): (cells: readonly string[], line: number, sink: RecordSink) => void {
  const told = new Set<string>()
  return (cells, line, sink) => {
    const code = found.text(cells, 'epci')
    // Communes in none are said to be in `ZZZZZZZZZ`.
    if (code === '' || /^Z+$/.test(code) || told.has(code)) return
    told.add(code)
    if (!isEpciCode(code)) {
      sink.fault(issueAt(line, found.column('epci'), code, 'code.malformed', '200069037'))
      return
    }
    const name = nameOf(found.text(cells, 'epciName'))
    if (name) sink.zone({ code, level: 'epci', name, population: null, country: 'FR', lon: null, lat: null, parents: [] }, line)
  }
}

/** What is told of a commune that lives on inside another: its code leads there. */
function delegated(found: Fields, cells: readonly string[], line: number, sink: RecordSink): boolean {
  const type = found.text(cells, 'type').toUpperCase()
  if (type !== 'COMD' && type !== 'COMA') return false
  const former = readZoneCode(found.text(cells, 'code'))
  const current = readZoneCode(found.text(cells, 'compound'))
  if (former && current && former.code !== current.code) sink.succession({ former: former.code, current: current.code }, line)
  else sink.skipped?.('row.delegated', 1)
  return true
}

/**
 * Lists of zones, one per row: INSEE's communes, arrondissements and départements, EPCI and their communes, populations, and lists of one's own with a code
 * and whatever else they tell.
 */
export function planZoneList(head: Head, context: ReadingContext): ReturnType<KindReader['plan']> {
  const refusal = refusalOf('zones', head, zoneListFields, context)
  if (refusal) return refusal
  const found = findFields(head, zoneListFields, context.mapping)
  const codeColumn = found.column('code')
  const swapped = swapWatch(codeColumn, found.column('name'))
  const once = onlyOnce(codeColumn)
  const tellEpci = epciTeller(found)
  const position = positionReader(found)
  const isInsee = ['ncc', 'typecom', 'codgeo', 'pmun', 'ptot'].some((key) => head.keys.includes(key))
  let repairTold = false

  /** The row's code, unless it is none, was exchanged with the name or came before: then that was told. */
  function ownCode(cells: readonly string[], line: number, sink: RecordSink): ReturnType<typeof codeOf> {
    const text = wholeCode(found, cells)
    const name = found.text(cells, 'name')
    if (readZoneCode(text) === null && readZoneCode(name) !== null && !found.has('level')) {
      swapped.exchanged(line, `${text} / ${name}`, `${codeColumn}: ${name}`, sink)
      return null
    }
    const code = codeOf(found, cells, text, line, sink)
    if (!code || !once(code.code, line, sink)) return null
    if (code.repaired && !repairTold) sink.warning(issueAt(line, codeColumn, text, 'code.leadingZero', code.code))
    repairTold ||= code.repaired
    return code
  }

  return {
    kind: 'zones',
    dataset: null,
    source: isInsee ? 'INSEE, Code officiel géographique' : null,
    licence: isInsee ? licences.licenceOuverte : null,
    referenceDate: null,
    mapping: found.mapping,
    read(cells, line, sink) {
      if (delegated(found, cells, line, sink)) return
      const code = ownCode(cells, line, sink)
      if (found.at('epci') !== found.at('code')) tellEpci(cells, line, sink)
      const population = populationOf(found, cells, context, line, sink)
      const at = position(cells, line, sink)
      if (!code) return
      sink.zone(
        {
          code: code.code,
          level: code.level,
          name: nameOf(found.text(cells, 'name')),
          population,
          country: readCountry(found.text(cells, 'country')) ?? code.country,
          ...(at ?? nowhere),
          parents: parentsOf(found, cells, code, code.level),
        },
        line,
      )
    },
  }
}
