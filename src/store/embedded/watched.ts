import { type ChildProcess, spawn } from 'node:child_process'
import { program } from './binaries.ts'
import type { Place } from './place.ts'

/**
 * Reads a pipe from us beside the program: when we are gone, however that came, the pipe ends and the program gets the signal for a fast, clean
 * end. (Forked twice, so that it is no child of the program, which would wonder at it.)
 */
const watched = `exec 3<&0 </dev/null
( ( read -r _ <&3; kill -INT $$ 2>/dev/null ) >/dev/null 2>&1 & )
exec 3<&-
exec "$@"`

/**
 * Starts one of PostgreSQL's programs as the place's account, in its own session, so that Ctrl-C in the terminal does not reach it before our
 * connections are closed. It ends when its standard input is destroyed or this process dies, even by kill -9. `output`: a file, or 'pipe'.
 */
export function spawnWatched(
  place: Place,
  name: 'initdb' | 'postgres',
  args: readonly string[],
  output: number | 'pipe',
): ChildProcess {
  const child = spawn('/bin/sh', ['-c', watched, 'sh', program(place.binaries, name), ...args], {
    ...(place.account ? { uid: place.account.uid, gid: place.account.gid } : {}),
    cwd: '/',
    env: plainEnvironment(),
    detached: true,
    stdio: ['pipe', output, output],
  })
  child.stdin?.on('error', () => {})
  return child
}

/** The exit code of a program, null after a signal or when it could not be started. */
export function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.once('error', () => resolve(null))
  })
}

/** Neither language nor zone of the caller may reach the server: the same bytes everywhere. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(LANG|LANGUAGE|LC_.*|PG.*|TZ|LD_LIBRARY_PATH|LD_PRELOAD)$/.test(name),
  )
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}
