import { gzipSync } from 'node:zlib'
import type { WebApp } from './routing.ts'
import type { Assets } from './assets.ts'

/** Static files: their names hold a hash, so a browser may keep them for ever. Fonts are compressed already. */
export function addAssetRoutes(app: WebApp, assets: Assets): void {
  const zipped = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const asset of assets.byPath.values()) {
    if (asset.type !== 'font/woff2') zipped.set(asset.name, new Uint8Array(gzipSync(asset.body, { level: 9 })))
  }
  app.get('/assets/:file', (c) => {
    const asset = assets.byPath.get(c.req.path)
    if (!asset) return c.notFound()
    c.header('Content-Type', asset.type)
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    const small = zipped.get(asset.name)
    if (!small) return c.body(asset.body)
    c.header('Vary', 'Accept-Encoding')
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(asset.body)
    c.header('Content-Encoding', 'gzip')
    return c.body(small)
  })
  app.get('/favicon.ico', (c) => c.redirect(assets.icon, 301))
}
