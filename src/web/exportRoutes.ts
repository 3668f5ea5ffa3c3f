import { exportPaths } from './paths.ts'
import type { Routing } from './routing.ts'

const formats = ['csv', 'xlsx', 'json'] as const

/** The matrix as a file, with the same choices as the page. */
export function addExportRoutes(routing: Routing): void {
  for (const format of formats) {
    routing.on('GET', exportPaths[format], 'results.read', async (c, { language, asked, query, portal }) => {
      const detail = query.get('detail') === '1'
      const file = await portal.exportMatrix({ ...asked, detail, format, language })
      c.header('Content-Type', file.type)
      c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      c.header('Cache-Control', 'private, no-cache')
      return c.body(new Uint8Array(file.body))
    })
  }
}
