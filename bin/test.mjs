#!/usr/bin/env node
// npm test: the checks, then the whole suite. npm test -- FILE …: those files only, without the checks.
import { ensureBrowser, findBrowser } from './browser.mjs'
import { runChecks } from './checks.mjs'
import { ensureInstalled } from './install.mjs'
import { giveUp, run } from './launch.mjs'

await ensureInstalled()
const chosen = process.argv.slice(2)
const browser = chosen.length > 0 ? findBrowser() : ensureBrowser()
if (!browser && process.env.PASSERELLE_REQUIRE_BROWSER)
  giveUp('No Chromium was found, and here the journeys may not be skipped; install chromium.')
// The architecture test is part of the suite.
if (chosen.length === 0 && !(await runChecks(['types', 'format', 'lint', 'unused'])))
  giveUp('A check failed; the tests were not run.')
await run('tests/support/run.ts', chosen, browser ? { PASSERELLE_CHROMIUM: browser } : { PASSERELLE_NO_BROWSER: '1' })
