import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

/** A PostgreSQL of Debian's with PostGIS, for the time of a measurement. */
export interface PostGis {
  readonly client: Client
  /** PostgreSQL's and PostGIS's versions. */
  readonly version: string
  readonly stop: () => Promise<void>
}

const installed = '/usr/lib/postgresql'
const extensions = '/usr/share/postgresql'

/** The newest of Debian's PostgreSQL that has PostGIS. */
function found(): string | null {
  if (!existsSync(installed)) return null
  const versions = readdirSync(installed).filter((version) =>
    existsSync(join(extensions, version, 'extension', 'postgis.control')),
  )
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0]
  return newest === undefined ? null : join(installed, newest, 'bin')
}

interface Account {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root: the package's own user then runs it. */
function account(): Account | null {
  if (process.getuid?.() !== 0) return null
  const number = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: number('-u'), gid: number('-g') }
}

function run(command: string, args: readonly string[], owner: Account | null): void {
  const { status, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    cwd: '/',
    ...owner,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr.slice(-300)}`)
}

/** Starts it in a temporary folder behind a socket; `null` where it is not installed (Debian: postgresql-15-postgis-3). */
export async function startPostGis(): Promise<PostGis | null> {
  const bin = found()
  if (bin === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'postgis-'))
  const owner = account()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  run(join(bin, 'initdb'), ['-D', data, '-U', 'bench', '--auth=trust', '--locale=C', '--encoding=UTF8'], owner)
  const options = `-k ${folder} -c listen_addresses='' -c shared_buffers=256MB`
  run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start'], owner)
  const client = new Client({ host: folder, user: 'bench', database: 'postgres' })
  await client.connect()
  await client.query('CREATE EXTENSION postgis')
  const { rows } = await client.query<{ said: string }>(
    `SELECT 'PostgreSQL ' || current_setting('server_version') || ', PostGIS ' || postgis_lib_version() AS said`,
  )
  return {
    client,
    version: rows[0]?.said ?? '',
    async stop() {
      await client.end()
      run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], owner)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
