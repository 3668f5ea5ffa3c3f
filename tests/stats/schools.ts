import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

const FOLDER = new URL('../../../shared/data/survey/', import.meta.url)

/** Why a test of the published school samples is skipped, or false when their files are there. */
export const schoolsMissing: string | false = existsSync(new URL('apisrs.csv', FOLDER))
  ? false
  : 'the school samples (../shared/data/survey) are not on this machine'

/** One of R survey's school samples: columns of text and of numbers by name. */
export interface Schools {
  rows: number
  text: (column: string) => string[]
  numbers: (column: string) => Float64Array
  /** 1 where a column has a value, else 0. */
  marks: (column: string, value: string) => Uint8Array
  /** The same as numbers, for proportions. */
  indicator: (column: string, value: string) => Float64Array
}

export function readSchools(name: 'apisrs' | 'apistrat'): Schools {
  const records: Record<string, string>[] = parse(readFileSync(new URL(`${name}.csv`, FOLDER), 'utf8'), { columns: true })
  const text = (column: string): string[] => records.map((record) => record[column] ?? '')
  return {
    rows: records.length,
    text,
    numbers: (column) => Float64Array.from(text(column), Number),
    marks: (column, value) => Uint8Array.from(text(column), (cell) => (cell === value ? 1 : 0)),
    indicator: (column, value) => Float64Array.from(text(column), (cell) => (cell === value ? 1 : 0)),
  }
}

/** A margin of a school sample, for raking. */
export function schoolMargin(schools: Schools, variable: string, targets: Readonly<Record<string, number>>) {
  const categories = Object.keys(targets)
  return {
    variable,
    categories,
    codes: Int32Array.from(schools.text(variable), (cell) => categories.indexOf(cell)),
    targets: Float64Array.from(Object.values(targets)),
  }
}
