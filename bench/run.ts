import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cubeOf3000 } from './entries/cube.ts'
import { cubeGrowth } from './entries/cubeGrowth.ts'
import { firstLoad } from './entries/firstLoad.ts'
import { importPopulation } from './entries/importPopulation.ts'
import { kmeansFit } from './entries/kmeansFit.ts'
import { mapPage } from './entries/mapPage.ts'
import { mapTiles } from './entries/mapTiles.ts'
import { matrixOf3000 } from './entries/matrixOf3000.ts'
import { matrixPage } from './entries/matrixPage.ts'
import { meansByService } from './entries/meansByService.ts'
import { raking } from './entries/raking.ts'
import { search } from './entries/search.ts'
import type { Say, Section } from './harness.ts'
import { describeMachine } from './machine.ts'
import { startBenchServer, type BenchServer } from './observatory.ts'
import { report } from './report.ts'

type Entry = (server: BenchServer, say: Say) => Promise<Section>

const entries: Readonly<Record<string, Entry>> = {
  'matrix-page': matrixPage,
  'matrix-of-3000': (_server, say) => matrixOf3000(say),
  raking: (_server, say) => raking(say),
  'means-by-service': (_server, say) => meansByService(say),
  cube: (_server, say) => cubeOf3000(say),
  'cube-growth': (_server, say) => cubeGrowth(say),
  'first-load': firstLoad,
  'import-population': importPopulation,
  'map-tiles': (_server, say) => mapTiles(say),
  'map-page': mapPage,
  search,
  'kmeans-fit': (_server, say) => kmeansFit(say),
}

const say: Say = (text) => process.stderr.write(`${text}\n`)

/** npm run bench [-- NAME …]: measures, prints Markdown, and when all were measured keeps it in bench/RESULTS.md. */
async function bench(asked: readonly string[]): Promise<number> {
  const unknown = asked.filter((name) => !(name in entries))
  if (unknown.length > 0) {
    say(`There is no measurement ${unknown.join(', ')}; they are ${Object.keys(entries).join(', ')}.`)
    return 2
  }
  const chosen = Object.entries(entries).filter(([name]) => asked.length === 0 || asked.includes(name))
  const server = await startBenchServer()
  try {
    const sections: Section[] = []
    for (const [name, entry] of chosen) {
      say(name)
      // What was measured is kept when a later one fails.
      await entry(server, say).then(
        (section) => sections.push(section),
        (error: unknown) => say(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
      )
    }
    const text = report(await describeMachine(server.version), sections)
    process.stdout.write(text)
    if (sections.length < chosen.length) return 1
    if (asked.length === 0) writeFileSync(join(import.meta.dirname, 'RESULTS.md'), text)
    return 0
  } finally {
    await server.stop()
  }
}

process.exitCode = await bench(process.argv.slice(2))
