import type { Typed } from '#app/places/typedPlace.ts'
import { DomainError } from '#kernel/result.ts'
import { withoutNul } from '../parts/form.tsx'
import type { WebContext } from '../routing.ts'

/** More than a photo may have, so that one somewhat too large is told at its field and nothing that was typed is lost. */
const mostBytes = 16 * 1024 * 1024

export interface Upload {
  readonly typed: Typed
  /** The file of the input `photo`; empty when none was chosen. */
  readonly photo: Uint8Array
}

async function bodyOf(c: WebContext): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length
    if (length > mostBytes) throw new DomainError('upload.tooLarge')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const forms = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i

/** Reads a form with at most one photo. A body that is no form counts as an empty one; one over 16 MB is refused with `upload.tooLarge`. */
export async function readUpload(c: WebContext): Promise<Upload> {
  const type = c.req.header('content-type') ?? ''
  const body = await bodyOf(c)
  if (!forms.test(type) || body.length === 0) return { typed: {}, photo: new Uint8Array() }
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData())
  const typed: Record<string, string[]> = {}
  for (const [name, value] of form) if (typeof value === 'string') (typed[withoutNul(name)] ??= []).push(withoutNul(value))
  const file = form.get('photo')
  return { typed, photo: file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array() }
}
