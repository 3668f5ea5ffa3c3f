import { type Client, escapeIdentifier } from 'pg'

const schemas = ['public', 'pgboss']

/** Gives the serving role what it needs on every table, and no more: it owns nothing and changes no schema. Nothing happens where the role is missing or is the owner. */
export async function grantTo(client: Client, role: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1 AND rolname <> current_user', [role])
  if (rowCount !== 1) return
  const to = escapeIdentifier(role)
  for (const schema of schemas) {
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${to}`)
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${to}`)
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${to}`)
  }
  await client.query(`REVOKE INSERT, UPDATE, DELETE ON migration FROM ${to}`)
  const { rows } = await client.query<{ found: string | null }>(`SELECT to_regclass('audit_entry') AS found`)
  // What was done stays written: the serving role may add to the log and read it, nothing else.
  if (rows[0]?.found) await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM ${to}`)
}
