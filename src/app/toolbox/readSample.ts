import { type SampleDesign, unitsPerStratum } from '#stats/sampleDesign.ts'
import type { CodedColumn } from './growingColumns.ts'
import type { Records, WantedColumn } from './readColumns.ts'
import type { TableFaults, TableNote } from './tableFaults.ts'

/** The columns that say how a sample was drawn. */
export interface SampleColumns {
  readonly weights?: string | undefined
  readonly strata?: string | undefined
  readonly cluster?: string | undefined
  readonly fpc?: string | undefined
}

/** Those columns as `readColumns` wants them. */
export function designColumns({ weights, strata, cluster, fpc }: SampleColumns): Record<string, WantedColumn> {
  return {
    ...(weights !== undefined && { weights: { column: weights, kind: 'number', needed: true, rule: 'weight' } as const }),
    ...(strata !== undefined && { strata: { column: strata, kind: 'code', needed: true } as const }),
    ...(cluster !== undefined && { cluster: { column: cluster, kind: 'code', needed: true } as const }),
    ...(fpc !== undefined && { fpc: { column: fpc, kind: 'number', needed: true, rule: 'positive' } as const }),
  }
}

/** How the records were drawn, and what they weigh. */
export interface Sample {
  readonly design: SampleDesign
  /** The weights of the file; 1 each without any. */
  readonly weights: Float64Array
  readonly notes: readonly TableNote[]
}

interface Units {
  readonly units: number
  readonly unit: Int32Array
  readonly stratumOfUnit: Int32Array
  /** A cluster that bears the same code in two strata, told apart; null where none does. */
  readonly shared: { readonly cluster: string; readonly strata: readonly [string, string]; readonly count: number } | null
}

/** Units from clusters numbered within their stratum: the same number in another stratum is another cluster. */
function clusterUnits(cluster: CodedColumn, strata: CodedColumn | null): Units {
  const index = new Map<number, number>()
  const firstStratum = new Int32Array(cluster.categories.length).fill(-1)
  const sharedCodes = new Set<number>()
  let example: [number, number, number] | null = null
  const stratumOfUnit: number[] = []
  const unit = cluster.codes.map((code, row) => {
    const h = strata?.codes[row] ?? 0
    const key = h * cluster.categories.length + code
    const known = index.get(key)
    if (known !== undefined) return known
    const earlier = firstStratum[code] as number
    if (earlier >= 0) {
      sharedCodes.add(code)
      example ??= [code, earlier, h]
    } else firstStratum[code] = h
    index.set(key, stratumOfUnit.length)
    stratumOfUnit.push(h)
    return stratumOfUnit.length - 1
  })
  const units = { units: stratumOfUnit.length, unit, stratumOfUnit: Int32Array.from(stratumOfUnit) }
  if (!example) return { ...units, shared: null }
  const [code, one, other] = example as [number, number, number]
  const name = (h: number): string => strata?.categories[h] ?? ''
  return {
    ...units,
    shared: { cluster: cluster.categories[code] ?? '', strata: [name(one), name(other)], count: sharedCodes.size },
  }
}

/** Every record is a unit of its own. */
function singleUnits(rows: number, strata: CodedColumn | null): Units {
  const unit = Int32Array.from({ length: rows }, (_, row) => row)
  return { units: rows, unit, stratumOfUnit: strata?.codes ?? new Int32Array(rows), shared: null }
}

interface Corrections {
  readonly records: Records
  readonly design: SampleDesign
  readonly strata: CodedColumn | null
  readonly column: string
  readonly faults: TableFaults
}

/** A population cannot have fewer units than were sampled from it. */
function refuseSmall({ records, design, strata, column, faults }: Corrections, given: Float64Array, firstLine: Int32Array): void {
  for (const [h, n] of unitsPerStratum(design).entries()) {
    const value = given[h] as number
    if (!(value > 1 && value < n)) continue
    const stratum = strata?.categories[h] ?? ''
    const fault = { file: records.file, line: firstLine[h] as number, column, value: String(value) }
    faults.add({ ...fault, code: stratum === '' ? 'fpc.small' : 'fpc.smallInStratum', expected: `${n}|${stratum}` })
  }
}

/** One value per stratum, from a column that must not change within it. */
function byStratum(
  records: Records,
  design: SampleDesign,
  strata: CodedColumn | null,
  column: string,
  faults: TableFaults,
): Float64Array {
  const values = records.number('fpc') ?? new Float64Array()
  const given = new Float64Array(design.strata).fill(Number.NaN)
  const firstLine = new Int32Array(design.strata)
  for (let row = 0; row < values.length; row++) {
    const h = strata?.codes[row] ?? 0
    const value = values[row] as number
    if (Number.isNaN(given[h])) {
      given[h] = value
      firstLine[h] = records.line[row] as number
    } else if (given[h] !== value) {
      const expected = `${given[h]} (${firstLine[h]})`
      faults.add({
        file: records.file,
        line: records.line[row] as number,
        column,
        value: String(value),
        code: 'fpc.differs',
        expected,
      })
    }
  }
  refuseSmall({ records, design, strata, column, faults }, given, firstLine)
  return given
}

function sharedNote(records: Records, { shared }: Units): TableNote[] {
  if (!shared) return []
  return [{ file: records.file, code: 'cluster.shared', values: [String(shared.count), shared.cluster, ...shared.strata] }]
}

/**
 * The sample design from the columns read: units within strata, sampling fractions, weights. Clusters of the same code in two strata are two clusters,
 * which a note says. A population correction up to 1 is a sampling fraction, above 1 the number of units in the stratum's population.
 *
 * Faults for a correction that changes within a stratum, or says fewer units than were sampled. Call it when the records have no other faults.
 * Equals R survey's `svydesign(ids, strata, fpc, weights, nest = TRUE)`, but for one thing: without weights every record weighs 1, whatever the fpc.
 */
export function readSample(records: Records, columns: SampleColumns, faults: TableFaults): Sample {
  const strata = records.code('strata')
  const cluster = records.code('cluster')
  const units = cluster ? clusterUnits(cluster, strata) : singleUnits(records.rows, strata)
  const plain: SampleDesign = {
    units: units.units,
    unit: units.unit,
    stratumOfUnit: units.stratumOfUnit,
    strata: strata?.categories.length ?? 1,
  }
  const weights = records.number('weights') ?? new Float64Array(records.rows).fill(1)
  const unweighted: TableNote[] =
    columns.fpc !== undefined && columns.weights === undefined ? [{ file: records.file, code: 'weights.none', values: [] }] : []
  const notes = [...records.notes, ...sharedNote(records, units), ...unweighted]
  if (columns.fpc === undefined) return { design: plain, weights, notes }
  const counts = unitsPerStratum(plain)
  const corrections = byStratum(records, plain, strata, columns.fpc, faults)
  const fraction = corrections.map((value, h) => (value <= 1 ? value : (counts[h] as number) / value))
  return { design: { ...plain, fraction }, weights, notes }
}
