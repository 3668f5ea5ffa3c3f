import type { BroughtMargins } from '#app/weights/bringMargins.ts'
import { DomainError } from '#kernel/result.ts'
import { withoutNul } from '../parts/form.tsx'
import type { WebContext } from '../routing.ts'

/** A table of margins has some hundreds of lines. */
const mostBytes = 2 * 1024 * 1024

async function bodyOf(c: WebContext): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length
    if (length > mostBytes) throw new DomainError('form.tooLarge')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** What was sent: margins of a file, else those typed, whose text can be shown again. */
export interface SentMargins extends BroughtMargins {
  readonly typed: string
}

const forms = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i

/** Reads the form of margins; a body that is no form counts as an empty one, one over 2 MB is refused with `form.tooLarge`. */
export async function readMarginsForm(c: WebContext): Promise<SentMargins> {
  const type = c.req.header('content-type') ?? ''
  const body = await bodyOf(c)
  const isForm = forms.test(type) && body.length > 0
  const form = isForm
    ? await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => new FormData())
    : new FormData()
  const text = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? withoutNul(value) : ''
  }
  const file = form.get('file')
  const fromFile = file instanceof File && file.size > 0 ? file : null
  const content = fromFile ? new Uint8Array(await fromFile.arrayBuffer()) : new TextEncoder().encode(text('typed'))
  return {
    fileName: fromFile ? withoutNul(fromFile.name).slice(0, 120) : 'margins.csv',
    content,
    // A file's text is shown again to be mended in place.
    typed: fromFile ? withoutNul(new TextDecoder().decode(content)) : text('typed'),
    source: text('source'),
    referenceDate: text('referenceDate'),
    scaleTo: text('scaleTo'),
  }
}
