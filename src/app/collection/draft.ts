import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Interview } from '#domain/survey'
import type { Typed } from '../places/typedPlace.ts'
import type { StepCode } from './collectionViews.ts'

/** A page as it was filled in, letter by letter, right or wrong. */
interface SavedStep {
  readonly typed: Typed
  /** The draft's version that this page came with, and the device that saved it. */
  readonly version: number
  readonly device: string
}

/** An unfinished answer: what chance decided, and what was typed so far. It names neither day nor person. */
export interface Draft {
  readonly interview: Interview
  readonly steps: Readonly<Partial<Record<StepCode, SavedStep>>>
}

const ivLength = 12
const tagLength = 16

/** Seals a draft with AES-256-GCM: nonce, tag, text. */
export function sealDraft(seal: Buffer, draft: Draft): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', seal, iv)
  const text = Buffer.concat([cipher.update(JSON.stringify(draft), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), text])
}

/** Opens what `sealDraft` sealed; throws on another key or a changed byte. */
export function openDraft(seal: Buffer, sealed: Buffer): Draft {
  const decipher = createDecipheriv('aes-256-gcm', seal, sealed.subarray(0, ivLength))
  decipher.setAuthTag(sealed.subarray(ivLength, ivLength + tagLength))
  const text = Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()])
  return JSON.parse(text.toString('utf8')) as Draft
}
