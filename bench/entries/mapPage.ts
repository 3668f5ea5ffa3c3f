import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { startProgram } from '../commands.ts'
import { interleave, type Contender, type Say, type Section } from '../harness.ts'
import type { BenchServer } from '../observatory.ts'

const rounds = 5
const chromiumPath = '/usr/bin/chromium'

interface Shown {
  /** Seconds until the first drawing was painted, and until the maps took over. */
  readonly first: number
  readonly ready: number
}

/** A fresh browser context each time: nothing is held from before. */
async function openPage(address: string, ready: boolean): Promise<Shown> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath: chromiumPath, args })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const start = performance.now()
    await page.goto(address, { waitUntil: 'commit' })
    await page.locator('.map-drawing').first().waitFor()
    const paint =
      await page.evaluate<number>(`new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
      .observe({ type: 'largest-contentful-paint', buffered: true }))`)
    if (ready) await page.locator('.maps-ready').waitFor({ timeout: 60_000 })
    return { first: paint / 1000, ready: (performance.now() - start) / 1000 }
  } finally {
    await browser.close()
  }
}

/** What a reader waits for on the map's page: the drawing that the server sends, and the map that takes it over. */
export async function mapPage(server: BenchServer, say: Say): Promise<Section> {
  const title = 'Map page'
  if (!existsSync(chromiumPath))
    return { title, about: 'Skipped.', tables: [], notes: [`Chromium is absent from ${chromiumPath}.`] }
  const url = await server.sample()
  const portal = await startProgram(join(import.meta.dirname, '..', 'programs', 'portalServer.ts'), [url])
  try {
    const address = (query: string): string => `http://localhost:${portal.port}/en/map${query}`
    const contenders: Contender[] = [
      { name: '89 communes, largest paint', run: async () => (await openPage(address(''), false)).first },
      { name: '887 communes, largest paint', run: async () => (await openPage(address('?territory=62'), false)).first },
      { name: '89 communes, map ready', run: async () => (await openPage(address(''), true)).ready },
    ]
    return {
      title,
      about: `Seconds from asking for the map's page to its largest paint (the drawing made on the server, with its legend) and to the map that a script lays over it, in a fresh Chromium each time, software rendering, everything on this machine.`,
      tables: [{ unit: 'seconds', measurements: await interleave(contenders, rounds, say) }],
      notes: [],
    }
  } finally {
    await portal.stop()
  }
}
