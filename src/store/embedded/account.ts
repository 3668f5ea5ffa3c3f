import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { EnvironmentError } from '#kernel/environmentError.ts'

/** The system user that PostgreSQL runs as, when we are root, which it refuses to be. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number }

const ownName = 'passerelle'

export function weAreRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * Who PostgreSQL runs as: the owner of the cluster where there is one already, else the system user `passerelle` (made when it is missing and
 * `useradd` exists), else `nobody`.
 */
export function serverAccount(cluster: string): Account {
  return ownerOf(cluster) ?? accountNamed(ownName) ?? madeAccount() ?? accountNamed('nobody') ?? noAccount()
}

function ownerOf(cluster: string): Account | undefined {
  const found = statSync(cluster, { throwIfNoEntry: false })
  if (!found || found.uid === 0) return undefined
  return { name: `user ${found.uid}`, uid: found.uid, gid: found.gid }
}

function accountNamed(name: string): Account | undefined {
  const line = accountLines().find((fields) => fields[0] === name)
  const [uid, gid] = [Number(line?.[2]), Number(line?.[3])]
  return uid > 0 && gid > 0 ? { name, uid, gid } : undefined
}

function accountLines(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
  } catch {
    return []
  }
}

function madeAccount(): Account | undefined {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', ownName], { stdio: 'ignore' })
  return accountNamed(ownName)
}

function noAccount(): never {
  throw new EnvironmentError(
    'PostgreSQL refuses to run as root and this system has neither useradd nor a user nobody; start as an ordinary user or set DATABASE_URL to a PostgreSQL 15 or later.',
  )
}

/** Whether the account may enter a folder, and read and run what is in it: asked of the system itself, so that ACLs count. */
export function canUse(account: Account, path: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    stdio: 'ignore',
  })
  return asked.status === 0
}
