/** A column that files fill. */
interface RelationColumn {
  readonly name: string
  readonly type: string
  /** A file that says nothing about it leaves what is stored. */
  readonly keep?: true
  /** Written with a row that is added or changed, and no reason by itself to call a row changed. */
  readonly follows?: true
}

/** A table that files fill: how a row of a file finds the row it tells about. */
export interface Relation {
  readonly table: string
  readonly key: readonly RelationColumn[]
  readonly columns: readonly RelationColumn[]
  /** Rows of one key in one file: refused, added up over a column, or the first one counts. */
  readonly duplicates: 'refuse' | 'first' | { readonly sum: string }
}

const text = (name: string): RelationColumn => ({ name, type: 'text' })
const kept = (name: string, type = 'text'): RelationColumn => ({ name, type, keep: true })
const double = (name: string): RelationColumn => ({ name, type: 'double precision' })

const list = [
  {
    table: 'zone',
    key: [text('edition'), text('code')],
    columns: [
      text('level'),
      kept('name_fr'),
      kept('name_en'),
      kept('lon', 'double precision'),
      kept('lat', 'double precision'),
      kept('population', 'integer'),
      text('country'),
      kept('root'),
      { name: 'source', type: 'text', keep: true, follows: true },
    ],
    duplicates: 'first',
  },
  {
    table: 'zone_parent',
    key: [text('edition'), text('child'), text('parent'), text('hierarchy')],
    columns: [],
    duplicates: 'first',
  },
  {
    table: 'zone_shape',
    key: [text('edition'), text('code')],
    columns: [
      { name: 'rings', type: 'jsonb' },
      { name: 'polygons', type: 'jsonb' },
      { name: 'schematic', type: 'boolean' },
      { name: 'derived', type: 'boolean' },
    ],
    duplicates: 'refuse',
  },
  { table: 'zone_succession', key: [text('former'), text('current')], columns: [text('source')], duplicates: 'first' },
  {
    table: 'column_name',
    key: [text('code')],
    columns: [text('table_code'), text('table_name'), text('label')],
    duplicates: 'first',
  },
  {
    table: 'dataset',
    key: [text('code')],
    columns: [text('kind'), text('title_fr'), text('title_en'), text('source'), kept('licence'), kept('reference_date')],
    duplicates: 'first',
  },
  {
    table: 'measure',
    key: [text('dataset'), { name: 'position', type: 'integer' }],
    columns: [text('code'), text('label_fr'), text('label_en'), text('unit'), text('denominator')],
    duplicates: 'refuse',
  },
  {
    table: 'measure_value',
    key: [text('territory_id'), text('dataset'), text('zone')],
    columns: [{ name: 'figures', type: 'double precision[]' }],
    duplicates: 'refuse',
  },
  {
    table: 'population_count',
    key: [text('territory_id'), text('dataset'), text('zone'), text('sex'), text('age'), text('activity')],
    columns: [double('people')],
    duplicates: 'refuse',
  },
  {
    table: 'facility_count',
    key: [text('territory_id'), text('dataset'), text('zone'), text('type')],
    columns: [{ name: 'facilities', type: 'integer' }],
    duplicates: { sum: 'facilities' },
  },
  {
    table: 'postcode',
    key: [text('postcode'), text('zone')],
    columns: [double('lon'), double('lat')],
    duplicates: 'first',
  },
] as const satisfies readonly Relation[]

export type RelationName = (typeof list)[number]['table']

const byName: ReadonlyMap<string, Relation> = new Map(list.map((relation) => [relation.table, relation]))

export function relationOf(name: RelationName): Relation {
  const relation = byName.get(name)
  if (!relation) throw new Error(`no relation is called ${name}`)
  return relation
}

/** In the order in which rows may point at each other. */
export const relationNames: readonly RelationName[] = list.map((relation) => relation.table)
