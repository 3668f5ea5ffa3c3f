import { codeReader } from '../codeReader.ts'
import type { ReadCode } from '../codes.ts'
import { yearInName } from '../dates.ts'
import { findFields, refusalOf, type Field, type Head } from '../head.ts'
import { hasAll, licences, type KindReader } from '../kindReader.ts'
import { slug } from '../names.ts'
import { isMissing, parseNumber } from '../numbers.ts'
import { activityCategory, ageCategory, remembered, sexCategory } from '../populationCategories.ts'
import { issueAt } from '../report.ts'
import type { ReadingContext, RecordSink, TablePlan } from '../rowReader.ts'

const fields: readonly Field[] = [
  {
    field: 'zone',
    names: [
      // Before the commune: a table by IRIS names both, and its figures are the IRIS's.
      'iris',
      'dciris',
      'codeiris',
      'codgeo',
      'zone',
      'codezone',
      'codecommune',
      'codeinsee',
      'com',
      'depcom',
      'geo',
      'areacode',
      'geographycode',
      'oa',
      'code',
    ],
    pattern: /^(?:outputareas|lowerlayersuperoutputareas|middlelayersuperoutputareas|lowertierlocalauthorities)code$/,
    required: true,
  },
  {
    field: 'count',
    names: [
      'nb',
      'nombre',
      'count',
      'people',
      'personnes',
      'population',
      'effectif',
      'effectifs',
      'observation',
      'obsvalue',
      'habitants',
      'pop',
    ],
    required: true,
  },
  { field: 'sex', names: ['sexe', 'sex', 'genre', 'gender'], pattern: /^sex\d?categories$/ },
  {
    field: 'age',
    names: ['age', 'trancheage', 'trancheagage', 'tranchedage', 'ageband', 'agegroup', 'classedage'],
    pattern: /^age(?:[a-z]{0,4}\d+|\d*categories)$/,
  },
  {
    field: 'activity',
    names: ['tact', 'activite', 'activity', 'typeactivite', 'economicactivity', 'statut'],
    pattern: /^(?:tactr?\d*|economicactivity\w*categories)$/,
  },
  { field: 'geoObject', names: ['geoobject'] },
]

/** Columns that say nothing about people; any other makes rows that add up. */
const besides =
  /^(?:nivgeo|lowertierlocalauthorities|lowerlayersuperoutputareas|middlelayersuperoutputareas|libgeo|libelle|libcom|nom|name|commune|reg|dep|lib\w*|timeperiod|annee|year|an|\w*code|outputareas|geography|date|)$/

/** Areas of these kinds are zones of ours; a file that mixes them with regions and the country says which are which. */
const ourObjects: ReadonlySet<string> = new Set(['', 'COM', 'ARM', 'IRIS', 'EPCI', 'DEP'])

function datasetOf(context: ReadingContext, isInsee: boolean): NonNullable<TablePlan['dataset']> {
  const year = yearInName(context.fileName)
  const name = slug(context.fileName.replace(/\.(?:csv|txt|tsv|gz|zip)\b.*$/i, ''))
  return {
    code: name === '' ? 'population' : `population-${name}`,
    kind: 'population',
    title: {
      fr: year ? `Population par sexe, âge et activité en ${year}` : 'Population par sexe, âge et activité',
      en: year ? `Population by sex, age and activity in ${year}` : 'Population by sex, age and activity',
    },
    source: isInsee ? 'INSEE, recensement de la population' : context.fileName,
    licence: isInsee ? licences.licenceOuverte : null,
    referenceDate: year,
    measures: [],
  }
}

/** A count of people, or `null` after it was told or counted as missing. INSEE's are estimates with decimals. */
function peopleOf(
  text: string,
  column: string,
  decimalComma: boolean | undefined,
  line: number,
  sink: RecordSink,
): number | null {
  const people = isMissing(text) ? undefined : parseNumber(text, decimalComma)
  if (people != null && people >= 0) return people
  if (people === undefined) sink.missing(1)
  else if (people === null) sink.fault(issueAt(line, column, text, 'value.notNumber', decimalComma ? '1 234,5' : '1234.5'))
  else sink.fault(issueAt(line, column, text, 'value.negative', '>= 0'))
  return null
}

/** A reader of zones that looks again only where the code changes: tables in long form have many rows for each. */
function zoneReader(column: string): (text: string, line: number, sink: RecordSink) => ReadCode | null {
  const codes = codeReader('any', column)
  let lastText: string | null = null
  let last: ReadCode | null = null
  return (text, line, sink) => {
    if (text === lastText && last) return last
    last = codes.read(text, line, sink)
    lastText = text
    return last
  }
}

/** Tells once of each word for a sex that is none: a column taken for another shows by it. */
function unknownSexes(sexOf: (text: string) => string): (text: string, column: string, line: number, sink: RecordSink) => void {
  const told = new Set<string>()
  return (text, column, line, sink) => {
    const sex = sexOf(text)
    if (sex === '' || sex === 'male' || sex === 'female' || told.has(sex)) return
    told.add(sex)
    if (told.size <= 20) sink.warning(issueAt(line, column, text, 'category.unknown', 'male, female'))
  }
}

function planLong(head: Head, context: ReadingContext): ReturnType<KindReader['plan']> {
  const found = findFields(head, fields, context.mapping)
  const grouped = found.has('sex') || found.has('age') || found.has('activity')
  const refusal = refusalOf('population', head, fields, context, grouped ? [] : ['sex', 'age', 'activity'])
  if (refusal) return refusal
  const { decimalComma } = context
  const [zoneAt, sexAt, ageAt, activityAt, countAt, objectAt] = ['zone', 'sex', 'age', 'activity', 'count', 'geoObject'].map(
    found.at,
  ) as [number, number, number, number, number, number]
  const used = new Set([zoneAt, sexAt, ageAt, activityAt, countAt, objectAt])
  const adds = head.keys.some((key, index) => !used.has(index) && !besides.test(key))
  const readZone = zoneReader(found.column('zone'))
  const countColumn = found.column('count')
  const sexOf = remembered(sexCategory)
  const ageOf = remembered(ageCategory)
  const activityOf = remembered(activityCategory)
  const text = (cells: readonly string[], at: number): string => cells[at] ?? ''
  const warnUnknown = unknownSexes(sexOf)
  const isInsee = hasAll(head, ['codgeo', 'geo'], ['nb', 'obsvalue'])
  const dataset = datasetOf(context, isInsee)
  return {
    kind: 'population',
    dataset,
    source: dataset.source,
    licence: dataset.licence,
    referenceDate: dataset.referenceDate,
    mapping: found.mapping,
    ...(adds ? { duplicates: 'add' as const } : {}),
    read(cells, line, sink) {
      if (objectAt >= 0 && !ourObjects.has(text(cells, objectAt))) {
        sink.skipped?.('row.total', 1)
        return
      }
      warnUnknown(text(cells, sexAt), found.column('sex'), line, sink)
      const zone = readZone(text(cells, zoneAt), line, sink)
      const people = peopleOf(text(cells, countAt), countColumn, decimalComma, line, sink)
      if (!zone || people === null) return
      sink.population({
        line,
        zone: zone.code,
        sex: sexOf(text(cells, sexAt)),
        age: ageOf(text(cells, ageAt)),
        activity: activityOf(text(cells, activityAt)),
        people,
      })
    },
  }
}

interface WideColumn {
  readonly index: number
  readonly column: string
  readonly sex: string
  readonly age: string
}

const wideSexes: Readonly<Record<string, string>> = { POP: '', H: 'male', POPH: 'male', F: 'female', POPF: 'female' }
/** The six bands of the census's summary that do not overlap; `POP1564` and the like repeat them. */
const wideBands: Readonly<Record<string, string>> = {
  '': '',
  '0014': '0-14',
  '1529': '15-29',
  '3044': '30-44',
  '4559': '45-59',
  '6074': '60-74',
  '75P': '75+',
}

/** `P21_POP3044`, `P21_F75P`, `P21_POPH`: columns of INSEE's summary of the census (base-cc). Of several years the first is read. */
function wideColumns(head: Head): WideColumn[] {
  const named = head.columns.flatMap((column, index) => {
    const found = /^(P\d\d)_(POPH|POPF|POP|H|F)(\d{4}|75P)?$/i.exec(column)
    if (!found) return []
    const [, year = '', group = '', band = ''] = found
    const sex = wideSexes[group.toUpperCase()]
    const age = wideBands[band.toUpperCase()]
    return sex === undefined || age === undefined ? [] : [{ index, column, sex, age, year }]
  })
  return named.filter(({ year }) => year === named[0]?.year)
}

function planWide(head: Head, context: ReadingContext): ReturnType<KindReader['plan']> {
  const zoneOnly = fields.filter(({ field }) => field === 'zone')
  const refusal = refusalOf('population', head, zoneOnly, context)
  if (refusal) return refusal
  const found = findFields(head, zoneOnly, context.mapping)
  const columns = wideColumns(head)
  const readZone = zoneReader(found.column('zone'))
  const dataset = datasetOf(context, true)
  return {
    kind: 'population',
    dataset,
    source: dataset.source,
    licence: dataset.licence,
    referenceDate: dataset.referenceDate,
    mapping: { ...found.mapping, ...Object.fromEntries(columns.map(({ column }) => [column, column])) },
    read(cells, line, sink) {
      const zone = readZone(found.text(cells, 'zone'), line, sink)
      for (const { index, column, sex, age } of columns) {
        const people = peopleOf(cells[index] ?? '', column, context.decimalComma, line, sink)
        if (zone && people !== null) sink.population({ line, zone: zone.code, sex, age, activity: '', people })
      }
    },
  }
}

const isWide = (head: Head): boolean => wideColumns(head).length >= 4

/** People by zone, sex, age and activity: INSEE's tables in long form, any other such table, or the wide summary of the census. */
export const population: KindReader = {
  kind: 'population',
  recognises(head, context) {
    if (isWide(head)) return true
    const found = findFields(head, fields, context.mapping)
    return found.has('zone') && found.has('count') && (found.has('sex') || found.has('age') || found.has('activity'))
  },
  plan: (head, context) => (isWide(head) ? planWide(head, context) : planLong(head, context)),
}
