// Finds Chromium for the journeys, and fetches it through apt where it may.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { programEnvironment } from './launch.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a Chromium, or null when there is none. PASSERELLE_CHROMIUM names one by hand. */
export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    process.env.PASSERELLE_CHROMIUM,
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...fixedPlaces,
  ]
  return candidates.find((path) => path && existsSync(path)) ?? null
}

/** Finds or installs Chromium; says in one sentence why the journeys are skipped when it cannot. */
export function ensureBrowser() {
  return findBrowser() ?? installBrowser()
}

function installBrowser() {
  if (process.getuid?.() !== 0) return without('this user may not install it; as root: apt-get install chromium')
  console.error('Installing Chromium for the journeys (once) …')
  const update = apt('update')
  const install = apt('install', '--yes', '--no-install-recommends', 'chromium')
  const found = findBrowser()
  if (found) return found
  const said = [install, update].map(lastWords).find((words) => words !== '')
  return without(`apt-get could not install it (${said ?? 'it said nothing'})`)
}

function apt(...args) {
  return spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: programEnvironment({ DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }),
    encoding: 'utf8',
  })
}

function lastWords(result) {
  if (result.error) return result.error.message
  return result.status === 0 ? '' : (result.stderr.trim().split('\n').at(-1) ?? '')
}

function without(reason) {
  console.error(`Without Chromium the journeys are skipped: ${reason}.`)
  return null
}
