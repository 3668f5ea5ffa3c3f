import { createHmac, randomInt, scrypt, type ScryptOptions } from 'node:crypto'
import type { SurveyKey } from '#store/surveys.ts'

/** Crockford's 32 signs: no I, L, O or U, so that none is taken for another, on paper or aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Ten signs are 50 bits: two groups that fit on a slip of paper. */
const length = 10

/** A new code drawn by the system's source of chance, such as `7KM2Q-9XVPD`. */
export function newCode(): string {
  const signs = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length)))
  return written(signs.join(''))
}

const codeSigns = new RegExp(`^[${alphabet}]{${length}}$`)

function written(signs: string): string {
  return `${signs.slice(0, length / 2)}-${signs.slice(length / 2)}`
}

/** The code in a text as people type it (small letters, spaces, O for 0, I or L for 1); `null` when it can be none. */
export function codeTyped(text: string): string | null {
  const signs = text
    .toUpperCase()
    .replaceAll(/[\s.\-–—]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return codeSigns.test(signs) ? written(signs) : null
}

/** What a code opens: where its draft lies, and what the draft is sealed with. */
export interface CodeKeys {
  /** Key of the rows of `survey_draft` and `survey_code`. */
  readonly key: string
  /** 256 bits for AES-GCM. */
  readonly seal: Buffer
}

// Some 10 ms: nothing to who answers, years of machines to who holds a copy of the database and tries all codes.
const effort: ScryptOptions = { N: 4096, r: 8, p: 1 }

/**
 * Derives both keys of a code by scrypt, salted with a keyed hash of the survey, so that neither says anything of the other, of the code, or of the same
 * code in another survey. `code` is a code as `codeTyped` gives it.
 */
export function codeKeys(secret: string, survey: SurveyKey, code: string): Promise<CodeKeys> {
  const salt = createHmac('sha256', secret).update(`survey-code\n${survey.territory}\n${survey.id}`).digest()
  return new Promise((resolve, reject) => {
    scrypt(code, salt, 64, effort, (error, bytes) => {
      if (error) reject(error)
      else resolve({ key: bytes.subarray(0, 32).toString('base64url'), seal: bytes.subarray(32) })
    })
  })
}

/** A code for a letter to somebody of a drawn sample, with the key that the database keeps of it; the code itself is kept nowhere. 10 ms each. */
export async function letterCode(secret: string, survey: SurveyKey): Promise<{ readonly code: string; readonly key: string }> {
  const code = newCode()
  return { code, key: (await codeKeys(secret, survey, code)).key }
}
