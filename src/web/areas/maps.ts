import { DomainError } from '#kernel/result.ts'
import { mapFilePaths, mapPartPath, tilePath } from '../addresses/maps.ts'
import { mapAsked } from '../map/mapAddress.ts'
import { mapPart } from '../map/mapPart.tsx'
import { svgFile } from '../map/svgFile.ts'
import { mapTitle } from '../map/mapTitle.ts'
import { mapPage } from '../pages/map.tsx'
import type { Routing, WebContext } from '../routing.ts'
import type { Visit } from '../page.ts'
import { acceptsGzip } from '../sending.ts'

function attached(c: WebContext, name: string, type: string, body: Uint8Array<ArrayBuffer>): Response {
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  c.header('Cache-Control', 'private, no-cache')
  return c.body(body)
}

function addFiles(routing: Routing): void {
  for (const format of ['csv', 'geojson'] as const) {
    routing.on('GET', mapFilePaths[format], 'map.read', async (c, visit) => {
      const file = await visit.desks.maps.file(visit.viewer, mapAsked(visit), format, visit.language)
      return attached(c, file.name, file.type, file.body)
    })
  }
  routing.on('GET', mapFilePaths.svg, 'map.read', async (c, visit) => {
    const view = await visit.desks.maps.page(visit.viewer, mapAsked(visit))
    const name = `${mapTitle(visit, view)}.svg`
    return attached(c, name, 'image/svg+xml', new TextEncoder().encode(svgFile(visit, view)))
  })
}

/** A day, under an address that names the version of what it holds; else the browser asks each time. */
function tileAge(query: URLSearchParams, version: string): string {
  return query.get('v') === version ? 'public, max-age=86400, immutable' : 'public, no-cache'
}

/** A tile: 204 where its layer has nothing, 304 to who holds it, 404 where there can be none. */
async function answerTile(c: WebContext, { desks, viewer, parts, query }: Visit): Promise<Response> {
  const whole = (name: string): number => (/^\d{1,8}$/.test(parts[name] ?? '') ? Number(parts[name]) : Number.NaN)
  const asked = { layer: parts['layer'] ?? '', z: whole('z'), x: whole('x'), y: whole('y') }
  const tile = await desks.maps.tile(viewer, asked).catch((error: unknown) => {
    if (error instanceof DomainError) return null
    throw error
  })
  if (!tile) return c.text('', 404)
  c.header('ETag', tile.etag)
  c.header('Cache-Control', tileAge(query, tile.version))
  c.header('Vary', 'Accept-Encoding')
  if (c.req.header('if-none-match')?.includes(tile.etag)) return c.body(null, 304)
  if (!tile.body || !tile.zipped) return c.body(null, 204)
  c.header('Content-Type', 'application/vnd.mapbox-vector-tile')
  if (!acceptsGzip(c)) return c.body(tile.body)
  c.header('Content-Encoding', 'gzip')
  return c.body(tile.zipped)
}

/** The map, its files, its tiles. */
export function addMapRoutes(routing: Routing): void {
  routing.page(mapPage)
  routing.on('GET', mapPartPath, 'map.read', async (c, visit) => {
    const view = await visit.desks.maps.page(visit.viewer, mapAsked(visit))
    c.header('Cache-Control', 'private, no-cache')
    return c.html(mapPart(visit, view))
  })
  addFiles(routing)
  routing.onPlain('GET', tilePath, 'map.read', answerTile)
}
