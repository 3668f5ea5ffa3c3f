import { sql } from 'kysely'
import type { Writer } from '../open.ts'
import { relationNames, relationOf, type RelationName } from './relations.ts'

/** Rows taken back, by table. */
export type TakenBack = Readonly<Record<string, { readonly removed: number; readonly restored: number }>>

async function restoreRows(writer: Writer, name: RelationName, importId: string): Promise<number> {
  const { key, columns } = relationOf(name)
  const table = sql.table(name)
  const names = [...columns.map((column) => column.name), 'import_id']
  const set = sql.join(names.map((column) => sql`${sql.ref(column)} = former.${sql.ref(column)}`))
  const same = sql.join(
    key.map((column) => sql`target.${sql.ref(column.name)} = former.${sql.ref(column.name)}`),
    sql` AND `,
  )
  const { numAffectedRows } = await sql`
    UPDATE ${table} AS target SET ${set}
    FROM (SELECT (jsonb_populate_record(NULL::${table}, before)).* FROM import_change
          WHERE import_id = ${importId}::uuid AND relation = ${name}) AS former
    WHERE ${same}`.execute(writer)
  return Number(numAffectedRows ?? 0)
}

async function removeRows(writer: Writer, name: RelationName, importId: string): Promise<number> {
  const { numAffectedRows } = await sql`DELETE FROM ${sql.table(name)} WHERE import_id = ${importId}::uuid`.execute(writer)
  return Number(numAffectedRows ?? 0)
}

/** Puts changed rows back as they were, then removes what the import added, from the rows that point to those pointed at. */
export async function takeBack(writer: Writer, importId: string): Promise<TakenBack> {
  const found: Record<string, { removed: number; restored: number }> = {}
  for (const name of relationNames) found[name] = { restored: await restoreRows(writer, name, importId), removed: 0 }
  for (const name of relationNames.toReversed()) {
    const removed = await removeRows(writer, name, importId)
    found[name] = { restored: found[name]?.restored ?? 0, removed }
  }
  return found
}

export async function markUndone(writer: Writer, importId: string, by: string | null, at: Date): Promise<void> {
  await writer.updateTable('import').set({ undone_at: at, undone_by_name: by }).where('id', '=', importId).execute()
}
