import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// The peer of the matrix page: no framework, no database; the same cells, escaped and set in a plain table at every request.
const rows = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Record<string, unknown>[]
const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(value: unknown): string {
  return String(value ?? '').replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character)
}

function page(): string {
  const head = columns.map((column) => `<th>${escaped(column)}</th>`).join('')
  const body = rows.map((row) => `<tr>${columns.map((column) => `<td>${escaped(row[column])}</td>`).join('')}</tr>`).join('\n')
  return `<!doctype html><html lang="en"><head><title>Matrix</title></head><body><table><tr>${head}</tr>\n${body}</table></body></html>`
}

const server = createServer((_request, response) => {
  const body = page()
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': Buffer.byteLength(body) })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.once('SIGTERM', () => process.exit(0))
