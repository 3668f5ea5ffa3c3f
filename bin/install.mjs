// Installs what package-lock.json lists, once, and says in one sentence what is wrong when it cannot.
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { giveUp, root } from './launch.mjs'

const modules = join(root, 'node_modules')
const marker = join(modules, '.passerelle-lock')
const lock = join(root, '.installing')
const staleAfter = 20 * 60_000

/** Makes node_modules what package-lock.json says, unless it already is. Two at once: the second waits for the first. */
export async function ensureInstalled() {
  if (!isInstalled()) await installAlone()
  linkCommand()
}

function isInstalled() {
  return readText(marker).trim() === wanted()
}

function wanted() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

async function installAlone() {
  const token = await takeLock()
  const fault = isInstalled() ? null : await install()
  if (readText(join(lock, 'owner')) === token) rmSync(lock, { recursive: true, force: true })
  if (fault) giveUp(fault)
}

/** A folder is made or not made, never both: the lock. Its owner's death is seen by its process id. */
async function takeLock() {
  const token = `${process.pid} ${randomUUID()}`
  for (let tries = 0; ; tries++) {
    if (makeLock(token)) {
      await sleep(50)
      if (readText(join(lock, 'owner')) === token) return token
    }
    if (tries === 0) console.error('Waiting for another process that installs the packages …')
    removeStaleLock()
    await sleep(500)
    if (isInstalled()) return token
  }
}

function makeLock(token) {
  try {
    mkdirSync(lock)
    writeFileSync(join(lock, 'owner'), token)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    return giveUp(sentenceFor(`${error.code} ${error.message}`))
  }
}

function removeStaleLock() {
  const pid = Number.parseInt(readText(join(lock, 'owner')), 10)
  try {
    if (isAlive(pid) && Date.now() - statSync(lock).mtimeMs < staleAfter) return
    const aside = `${lock}-${randomUUID()}`
    renameSync(lock, aside)
    rmSync(aside, { recursive: true, force: true })
  } catch {
    // Another process was faster.
  }
}

function isAlive(pid) {
  if (!(pid > 0)) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Installs; hands back the sentence of what went wrong, or null. */
async function install() {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const say = process.stderr.isTTY ? (text) => process.stderr.write(`\r\u001B[2K${text}`) : () => {}
  console.error('Installing the packages that package-lock.json lists (once, a minute or two) …')
  const ticking = setInterval(() => say(`  ${seconds()} s …`), 1000)
  const { code, output } = await npmCi()
  clearInterval(ticking)
  say('')
  if (code !== 0) return sentenceFor(output)
  writeFileSync(marker, `${wanted()}\n`)
  console.error(`Packages installed in ${seconds()} s.`)
  return null
}

function npmCi() {
  // Without our own .bin on the path: npm must not run on the very Node that it is about to replace.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(modules))
  const child = spawn('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (data) => (output += data))
  child.stderr.on('data', (data) => (output += data))
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      child.kill(signal)
      child.once('exit', () => giveUp('Stopped before the packages were installed; start again to go on.'))
    })
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${error.code} ${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

const causes = [
  [/ENOSPC/, `The packages could not be installed because the disk is full; free about 600 MB in ${root} and start again.`],
  [
    /EACCES|EPERM|EROFS/,
    `The packages could not be installed because ${root} is not writable by this user; use a folder of your own.`,
  ],
  [
    /ENOENT.*spawn npm|spawn npm ENOENT/,
    'The command npm was not found; install npm (Debian: apt-get install npm) and start again.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/,
    'The packages could not be fetched because the npm registry cannot be reached; check the network or npm config get registry, and start again.',
  ],
]

function sentenceFor(output) {
  const known = causes.find(([pattern]) => pattern.test(output))
  if (known) return known[1]
  const said = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .find((line) => line !== '' && !line.startsWith('code '))
  return `npm ci failed (${said ?? 'it said nothing'}); run it by hand in ${root} to see why.`
}

/** `npx passerelle` looks in node_modules/.bin, where npm does not put a project's own command. */
function linkCommand() {
  const link = join(modules, '.bin', 'passerelle')
  try {
    lstatSync(link)
  } catch {
    try {
      symlinkSync(join('..', '..', 'bin', 'passerelle.mjs'), link)
    } catch {
      // A read-only node_modules: npm start and npm test do not need the link.
    }
  }
}
