#!/usr/bin/env node
import { ensureInstalled } from './install.mjs'
import { run } from './launch.mjs'

await ensureInstalled()
await run('src/store/writeSchema.ts', process.argv.slice(2))
