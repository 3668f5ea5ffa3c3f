import { type Catalogue, type Constraint, tablesOf } from '#store/catalogue.ts'

export type Distribution = {
  readonly distributed: readonly string[]
  readonly reference: readonly string[]
  readonly local: readonly string[]
}
export type Breach = { readonly rule: string; readonly where: string }

const key = 'territory_id'

/** Where a schema breaks what Citus asks: each breach names the rule and the table and object that break it. */
export function breaches(catalogue: Catalogue, distribution: Distribution): Breach[] {
  const isDistributed = (table: string) => distribution.distributed.includes(table)
  return [
    ...distribution.distributed.filter((table) => !hasKey(catalogue, table)).map((where) => ({ rule: 'noTerritory', where })),
    ...uniqueKeys(catalogue)
      .filter(({ table, columns }) => isDistributed(table) && !columns.includes(key))
      .map(({ table, name }) => ({ rule: 'keyWithoutTerritory', where: `${table}.${name}` })),
    ...catalogue.constraints
      .filter(({ kind }) => kind === 'f')
      .flatMap((constraint) => referenceBreaches(constraint, distribution)),
    ...catalogue.triggers.filter((line) => isDistributed(line.split('.')[0] ?? '')).map((where) => ({ rule: 'trigger', where })),
    ...catalogue.sequences.map((where) => ({ rule: 'sequence', where })),
  ]
}

function hasKey(catalogue: Catalogue, table: string): boolean {
  return (
    tablesOf(catalogue)
      .get(table)
      ?.some(({ name, required }) => name === key && required) ?? false
  )
}

function uniqueKeys({
  constraints,
  indexes,
}: Catalogue): readonly { readonly table: string; readonly name: string; readonly columns: readonly string[] }[] {
  return [
    ...constraints.filter(({ kind }) => kind === 'p' || kind === 'u' || kind === 'x'),
    ...indexes.filter(({ unique }) => unique),
  ]
}

function referenceBreaches(constraint: Constraint, distribution: Distribution): Breach[] {
  const where = `${constraint.table}.${constraint.name}`
  const target = constraint.target ?? ''
  const toDistributed = distribution.distributed.includes(target)
  if (!distribution.distributed.includes(constraint.table))
    return toDistributed ? [{ rule: 'referenceToDistributed', where }] : []
  const found: Breach[] = []
  const place = constraint.columns.indexOf(key)
  if (toDistributed && (place < 0 || constraint.targetColumns[place] !== key))
    found.push({ rule: 'referenceWithoutTerritory', where })
  if (distribution.local.includes(target)) found.push({ rule: 'toLocal', where })
  if ((constraint.onDelete === 'n' || constraint.onDelete === 'd') && place >= 0) found.push({ rule: 'deleteSetsNull', where })
  return found
}
