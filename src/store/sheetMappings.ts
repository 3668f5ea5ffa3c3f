import { sql } from 'kysely'
import type { Reader, Writer } from './open.ts'

/** How columns were mapped when a file of the same head was taken in; `null` for a head never seen. */
export async function selectSheetMapping(reader: Reader, signature: string): Promise<unknown> {
  const row = await reader.selectFrom('sheet_mapping').select('mapping').where('signature', '=', signature).executeTakeFirst()
  return row?.mapping ?? null
}

/** Remembers how the columns of a head map, for the next file of the same head. */
export async function keepSheetMapping(
  writer: Writer,
  kept: { readonly id: string; readonly signature: string; readonly name: string; readonly mapping: unknown; readonly at: Date },
): Promise<void> {
  const { id, signature, name, at } = kept
  const mapping = JSON.stringify(kept.mapping)
  await writer
    .insertInto('sheet_mapping')
    .values({ id, signature, name, mapping, used_at: at })
    .onConflict((conflict) =>
      conflict.column('signature').doUpdateSet({ name, mapping, used_at: at, version: sql<number>`sheet_mapping.version + 1` }),
    )
    .execute()
}
