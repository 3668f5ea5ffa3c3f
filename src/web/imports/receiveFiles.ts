import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import type { Received } from '#app/imports/importDesk.ts'
import type { WebContext } from '../routing.ts'

/** Larger files go through the command line. */
export const largestUpload = 1024 ** 3

/** Takes one file as it comes; what it returns is kept in order. */
type Take = (file: Received) => Promise<string>

interface Arriving {
  readonly fields: Map<string, string>
  readonly taken: Promise<string | null>[]
}

/** A name without folder and control characters, as a page and a ledger may show it. */
function plainFileName(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? '').replaceAll(/\p{Cc}/gu, '').slice(0, 120)
}

function onFile(arriving: Arriving, take: Take, stream: Readable & { truncated?: boolean }, fileName: string): void {
  const name = plainFileName(fileName)
  if (name === '') {
    stream.resume()
    return
  }
  const { fields } = arriving
  const file = {
    fileName: name,
    kind: fields.get('kind') || null,
    crs: fields.get('crs') || null,
    content: stream,
    isCut: () => stream.truncated === true,
  }
  const taken = take(file)
  // Told when all is read; until then nobody waits for it.
  taken.catch(() => stream.resume())
  arriving.taken.push(taken)
}

/**
 * Reads a form with files piece by piece, each handed on as it comes, so that memory stays flat. The choices stand before the files in the form.
 * Gives what `take` gave for each file; nothing for an empty choice or a body that is no such form.
 */
export async function receiveFiles(c: WebContext, take: Take): Promise<string[]> {
  const type = c.req.header('content-type') ?? ''
  const { body } = c.req.raw
  if (!/^multipart\/form-data\b/i.test(type) || !body) return []
  const arriving: Arriving = { fields: new Map(), taken: [] }
  const parser = new Busboy({ headers: { 'content-type': type }, limits: { fileSize: largestUpload, files: 100, fields: 20 } })
  parser.on('field', (name, value) => void arriving.fields.set(name, value))
  parser.on('file', (_field, stream, fileName) => onFile(arriving, take, stream, fileName))
  const source = Readable.from(body as AsyncIterable<Uint8Array>)
  source.pipe(parser)
  source.on('error', (error) => parser.destroy(error))
  await finished(parser)
  return (await Promise.all(arriving.taken)).filter((id) => id !== null)
}
