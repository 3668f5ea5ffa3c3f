import type { Reader, Writer } from './open.ts'

/** A value that the observatory keeps about itself, or `null`. */
export async function selectSetting(reader: Reader, name: string): Promise<unknown> {
  const row = await reader.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}

/** Keeps a value unless there is one already, and gives the one that is kept: two processes that start at once agree. */
export async function settingOr(writer: Writer, name: string, value: unknown): Promise<unknown> {
  await writer
    .insertInto('setting')
    .values({ name, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return selectSetting(writer, name)
}
