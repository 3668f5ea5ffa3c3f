#!/usr/bin/env node
import { ensureInstalled } from './install.mjs'
import { run } from './launch.mjs'

await ensureInstalled()
await run('tests/mutation/run.ts', process.argv.slice(2))
