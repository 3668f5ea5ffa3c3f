import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const data = join(import.meta.dirname, '../../../shared/data')

/** Real census tables, where they are at hand. */
export const censusFolder = join(data, 'population/kent-census-2021')
export const classificationFolder = join(data, 'classification')
export const hasCensus = existsSync(censusFolder) && existsSync(classificationFolder)

function linesOf(path: string): string[][] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
}

/** Columns of all tables by area: `columns.get('ts0010001')?.get('E00080972')`. */
function columnsOfTables(): Map<string, Map<string, number>> {
  const columns = new Map<string, Map<string, number>>()
  for (const name of readdirSync(censusFolder).filter((file) => /^ts\d+\.csv\.gz$/.test(file))) {
    const [head = [], ...rows] = linesOf(join(censusFolder, name))
    for (const [j, column] of head.entries()) {
      if (j > 0) columns.set(column, new Map(rows.map((row) => [row[0] ?? '', Number(row[j])])))
    }
  }
  return columns
}

/** Sums of columns: `ts0020010+ts0020013`. */
type Sum = (area: string) => number

function quotientOf(formula: string, sumOf: (terms: string) => Sum): Sum {
  const complement = /^1-(\w+)\/(\w+)$/.exec(formula)
  const [, inner = formula] = /^\((.*)\)$/.exec(formula) ?? []
  if (complement) return (area) => 1 - sumOf(complement[1] ?? '')(area) / sumOf(complement[2] ?? '')(area)
  const [above = '', below = ''] = inner.split('/')
  return (area) => {
    const whole = sumOf(below)(area)
    return whole === 0 ? 0 : sumOf(above)(area) / whole
  }
}

/** Percentages of all areas as a file for `classify`: formulas such as `100*((a+b)/c)` or `100*(1-a/b)` by the name of their variable. */
export function writeVariables(path: string, formulas: ReadonlyMap<string, string>): void {
  const columns = columnsOfTables()
  const areas = [...(columns.get('ts0010001')?.keys() ?? [])]
  const sumOf = (terms: string): Sum => {
    const parts = [...terms.matchAll(/([+-]?)(\w+)/g)].map(([, sign, name = '']) => ({
      sign: sign === '-' ? -1 : 1,
      values: columns.get(name),
      fixed: Number(name),
    }))
    return (area) => parts.reduce((sum, { sign, values, fixed }) => sum + sign * (values?.get(area) ?? fixed), 0)
  }
  const variables = [...formulas].map(([name, formula]) => {
    const [, body = ''] = /^100\*\((.*)\)$/.exec(formula) ?? []
    return { name, value: quotientOf(body.replaceAll(/[()]/g, ''), sumOf) }
  })
  const rows = areas.map((area) => [area, ...variables.map(({ value }) => 100 * value(area))].join(','))
  writeFileSync(path, `${['OA', ...variables.map(({ name }) => name)].join(',')}\n${rows.join('\n')}\n`)
}

/** The formulas of the 41 variables whose range over England and Wales is published. */
export function publishedFormulas(): Map<string, string> {
  const [, ...rows] = linesOf(join(classificationFolder, 'ranges-england-wales.csv'))
  return new Map(rows.map(([variable = '', formula = '']) => [variable, formula.replace(/^asinh\((.*)\)$/, '$1')]))
}

/** Published supergroups of Kent's output areas. */
export function publishedSupergroups(): Map<string, string> {
  const [head = [], ...rows] = linesOf(join(classificationFolder, 'oac2021-assignments-kent.csv.gz'))
  const [area, group] = [head.indexOf('Geography_Code'), head.indexOf('Supergroup')]
  return new Map(rows.map((row) => [row[area] ?? '', row[group] ?? '']))
}

/** Stand-ins for 16 of the 19 other variables, from tables that are at hand: their scale is not known. */
export const standIns: ReadonlyMap<string, string> = new Map([
  ['v05', '100*(ts0170003/(ts0170001-ts0170002))'],
  ['v06', '100*(ts0170004/(ts0170001-ts0170002))'],
  ['v07', '100*((ts0170006+ts0170007+ts0170008+ts0170009+ts0170010)/(ts0170001-ts0170002))'],
  ['v13', '100*((ts0010001-ts0390001)/ts0010001)'],
  ['v14', '100*((ts0390001-ts0670001)/ts0010001)'],
  ['v17', '100*(ts0650003/ts0670001)'],
  ['v20', '100*(ts0300007/ts0300001)'],
  ['v21', '100*(ts0300004/ts0300001)'],
  ['v22', '100*((ts0300005+ts0300008)/ts0300001)'],
  ['v23', '100*(ts0300007/ts0300001)'],
  ['v24', '100*(ts0040012/ts0040001)'],
  ['v25', '100*(ts0040011/ts0040001)'],
  ['v26', '100*((ts0230004+ts0230005+ts0230006)/ts0230001)'],
  ['v27', '100*((ts0040003+ts0040004)/ts0040001)'],
  ['v33', '100*(ts0380002/ts0380001)'],
  ['v57', '100*(ts0650002/ts0670001)'],
])
