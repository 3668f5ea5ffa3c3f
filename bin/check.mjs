#!/usr/bin/env node
// npm run check [types|format|lint|unused|architecture …]
import { runChecks } from './checks.mjs'
import { ensureInstalled } from './install.mjs'

await ensureInstalled()
const names = process.argv.slice(2)
process.exit((await runChecks(names.length > 0 ? names : undefined)) ? 0 : 1)
