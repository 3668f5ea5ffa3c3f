import type { Hono } from 'hono'
import type { Portal } from '#app/portal.ts'
import { languages } from '#kernel/bilingual.ts'
import { askedOf } from './asked.ts'
import { exportPaths } from './paths.ts'

const formats = ['csv', 'xlsx', 'json'] as const

/** The matrix as a file, with the same choices as the page. */
export function addExportRoutes(app: Hono, portal: Portal): void {
  for (const language of languages) {
    for (const format of formats) {
      app.get(exportPaths[format][language], async (c) => {
        const query = new URL(c.req.url).searchParams
        const detail = query.get('detail') === '1'
        const file = await portal.exportMatrix({ ...askedOf(query), detail, format, language })
        c.header('Content-Type', file.type)
        c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        c.header('Cache-Control', 'private, no-cache')
        return c.body(new Uint8Array(file.body))
      })
    }
  }
}
