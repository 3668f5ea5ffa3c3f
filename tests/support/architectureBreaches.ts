import type { RuleName } from './architectureRules.ts'
import type { SourceFile } from './architectureSource.ts'

/** Files that break one rule on purpose: a check that catches nothing here proves nothing there. */
export interface PlantedBreach {
  readonly what: string
  readonly rule: RuleName
  readonly files: readonly SourceFile[]
}

function planted(rule: RuleName, what: string, path: string, text: string): PlantedBreach {
  return { rule, what, files: [{ path, text }] }
}

const cell = 'src/domain/matrix/cell.ts'
const mean = 'src/stats/mean.ts'

export const plantedBreaches: readonly PlantedBreach[] = [
  planted('layer.unknown', 'a file outside the layers', 'src/helpers/text.ts', `export const a = 1`),
  planted('layer.unknown', 'an import of the tests', mean, `import { a } from '#tests/builders.ts'`),
  planted('layer.forbidden', 'a static import upwards', mean, `import { openStore } from '#store/open.ts'`),
  planted('layer.forbidden', 'a type import upwards', mean, `import type { Zone } from '#domain/territory'`),
  planted('layer.forbidden', 'a relative import upwards', mean, `import { a } from '../geo/voronoi.ts'`),
  planted('layer.forbidden', 'an import for its effect', mean, `import '#app/portal.ts'`),
  planted('layer.forbidden', 'a dynamic import', 'src/web/app.tsx', `const s = await import('#store/open.ts')`),
  planted('layer.forbidden', 'a dynamic import by template', 'src/web/app.tsx', 'const s = await import(`../store/open.ts`)'),
  planted('layer.forbidden', 'a re-export', 'src/kernel/all.ts', `export * from '../stats/mean.ts'`),
  planted('layer.forbidden', 'a re-export by name', 'src/kernel/all.ts', `export { mean } from '#stats/mean.ts'`),
  planted('layer.forbidden', 'a type written as an import', mean, `export type S = import('#store/open.ts').Store`),
  planted('layer.forbidden', 'a worker by address', 'src/app/run.ts', `new Worker(new URL('../web/app.tsx', import.meta.url))`),
  planted('layer.forbidden', 'an import = require', mean, `import x = require('#store/open.ts')`),
  planted('layer.forbidden', 'the terminal reaching the pages', 'src/cli/run.ts', `import { page } from '#web/page.tsx'`),
  planted('layer.forbidden', 'a page reaching the database', 'src/web/pages/a.tsx', `import { read } from '#store/read.ts'`),
  planted('layer.forbidden', 'an island reaching the use cases', 'src/web/islands/map.ts', `import { a } from '#app/portal.ts'`),
  planted('alias.unknown', 'an alias nobody declared', mean, `import { a } from '#utils/text.ts'`),
  planted('import.unreadable', 'a computed import', 'src/app/a.ts', `const f = (name: string) => import(name)`),
  planted('package.forbidden', 'a package in a pure layer', mean, `import pg from 'pg'`),
  planted('package.forbidden', 'a scoped package', mean, `import { polygon } from '@turf/helpers'`),
  planted('package.forbidden', 'a package by a path in it', 'src/app/a.ts', `import { serve } from 'hono/jsx'`),
  planted('package.forbidden', 'SQL outside the store', 'src/app/a.ts', `import { sql } from 'kysely'`),
  planted('package.forbidden', 'a required package', 'src/app/a.ts', `const pg = require('pg')`),
  planted('package.forbidden', 'a resolved package', 'src/app/a.ts', `const at = import.meta.resolve('pg')`),
  planted('node.forbidden', 'a module of Node in a pure layer', cell, `import { readFileSync } from 'node:fs'`),
  planted('node.forbidden', 'the same without its prefix', cell, `import { readFile } from 'fs/promises'`),
  planted('domain.codesOnly', 'a rule of the domain in a page', 'src/web/a.tsx', `import { judge } from '#domain/matrix'`),
  planted('domain.codesOnly', 'the whole subject', 'src/store/a.ts', `import * as matrix from '#domain/matrix'`),
  planted('subject.door', 'past the door, in the domain', cell, `import type { Ratings } from '../survey/answers.ts'`),
  planted('subject.door', 'past the door, from outside', 'src/app/a.ts', `import { judge } from '../domain/matrix/rule.ts'`),
  planted('subject.order', 'a subject above', 'src/domain/territory/zone.ts', `import type { Matrix } from '#domain/matrix'`),
  planted('subject.unknown', 'a subject nobody placed', 'src/domain/misc/index.ts', `export const a = 1`),
  planted('config.mainOnly', 'configuration read below', 'src/app/a.ts', `import { config } from '#config'`),
  planted('environment.mainOnly', 'the environment read below', 'src/web/a.tsx', `const port = process.env.PORT`),
  planted('environment.mainOnly', 'the same in brackets', 'src/web/a.tsx', `const port = process['env']['PORT']`),
  planted('pure', 'the clock', mean, `export const now = Date.now()`),
  planted('pure', 'the clock as an object', mean, `export const now = new Date()`),
  planted('pure', 'the clock as a text', mean, `export const now = Date()`),
  planted('pure', 'the clock passed on', mean, `export const clock = { now: Date }`),
  planted('pure', 'chance', cell, `export const draw = () => Math.random()`),
  planted('pure', 'chance taken apart', cell, `export const { random } = Math`),
  planted('pure', 'the console', cell, `console.log('here')`),
  planted('pure', 'the process', cell, `export const here = process.cwd()`),
  planted('pure', 'a finer clock', cell, `export const t = performance.now()`),
  planted('pure', 'a timer', cell, `setTimeout(() => undefined, 10)`),
  planted('pure', 'everything through globalThis', cell, `export const t = globalThis.Date.now()`),
  planted('any', 'a cast to any', 'src/app/a.ts', `export const a = JSON.parse('1') as any`),
  planted('any', 'a list of any', 'src/app/a.ts', `export const a: any[] = []`),
  planted('suppression', 'a silenced compiler', 'src/app/a.ts', `// @ts-ignore\nexport const a = 1`),
  planted(
    'suppression',
    'a silenced linter without a reason',
    'src/app/a.ts',
    `// oxlint-disable-next-line complexity\nexport const a = 1`,
  ),
  planted('jsx.webOnly', 'JSX in a use case', 'src/app/a.tsx', `export const a = <p />`),
  {
    rule: 'cycle',
    what: 'three files in a ring',
    files: [
      { path: 'src/stats/a.ts', text: `import { b } from './b.ts'\nexport const a = b` },
      { path: 'src/stats/b.ts', text: `import { c } from '#stats/c.ts'\nexport const b = c` },
      { path: 'src/stats/c.ts', text: `export { a as c } from './a.ts'` },
    ],
  },
]

/** Files that look like breaches and are none. */
export const innocents: readonly SourceFile[] = [
  {
    path: 'src/stats/a.ts',
    text: `// import pg from 'pg'\n/* import '#store/open.ts' */\nexport const a = "import x from '#app/x.ts'"`,
  },
  { path: 'src/stats/b.ts', text: 'export const text = `import("pg") ${1} process.env console.log`' },
  {
    path: 'src/stats/c.ts',
    text: `export const day = (iso: string) => new Date(iso).getTime() + Date.UTC(2026, 0, 1) + Math.sqrt(2)`,
  },
  {
    path: 'src/stats/d.ts',
    text: `export interface Step { readonly process: string; console: number }\nexport const f = (s: Step) => s.process`,
  },
  {
    path: 'src/stats/e.ts',
    text: `export const any = { any: 1, performance: 2 }\nexport const g = any.performance // @param ts-ignore`,
  },
  {
    path: cell,
    text: `import { criterionCodes, type Answers } from '#domain/survey'\nimport { mean } from '#stats/mean.ts'\nexport { mean }`,
  },
  {
    path: 'src/store/a.ts',
    text: `import type { Rule } from '#domain/matrix'\nimport { serviceCodes } from '#domain/territory'\nimport pg from 'pg'`,
  },
  {
    path: 'src/web/b.tsx',
    text: `import { type Rule, levels } from '#domain/matrix'\nimport { Hono } from 'hono'\nexport const a = <p class="x">as any</p>`,
  },
  { path: 'src/app/b.ts', text: `// oxlint-disable-next-line complexity -- a table of cases\nexport const a = 1` },
  {
    path: 'src/main.ts',
    text: `import { config } from '#config'\nimport { run } from '#cli/run.ts'\nconst later = (name: string) => import(name)`,
  },
  { path: 'src/geo/a.ts', text: `import { polygon } from '@turf/helpers'\nimport { Delaunay } from 'd3-delaunay'` },
]
