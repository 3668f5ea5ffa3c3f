import { Client } from 'pg'

/**
 * Makes, where they are missing, the role that owns the schema, the role that serves and owns nothing (row-level security binds it), and the
 * database. Run at every start: a kill between two statements is mended by the next one.
 */
export async function ensureRoles(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const has = async (sql: string) => (await client.query(sql)).rowCount === 1
    for (const role of ['passerelle_owner', 'passerelle_web']) {
      if (!(await has(`SELECT FROM pg_roles WHERE rolname = '${role}'`)))
        await client.query(`CREATE ROLE ${role} LOGIN NOCREATEDB NOCREATEROLE`)
    }
    if (!(await has(`SELECT FROM pg_database WHERE datname = 'passerelle'`))) {
      await client.query(`CREATE DATABASE passerelle OWNER passerelle_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`)
    }
  } finally {
    await client.end()
  }
}
