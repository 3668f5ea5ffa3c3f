import { commonPasswords } from './commonPasswords.ts'

/** In signs; the longest keeps the hashing of a whole book from being an attack. */
export const passwordLengths = { shortest: 12, longest: 128 } as const

const passwordFaultCodes = [
  'password.tooShort',
  'password.tooLong',
  'password.repetitive',
  'password.personal',
  'password.common',
] as const
export type PasswordFault = (typeof passwordFaultCodes)[number]

const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
]

/** Small letters without accents. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function withoutLeet(text: string): string {
  return text.replaceAll(/[013457@$!]/g, (sign) => leet[sign] ?? sign)
}

/** The part that a text repeats, such as `abc` in `abcabcabc`; the text itself when it repeats nothing. */
function unitOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    const unit = text.slice(0, length)
    if (unit.repeat(Math.ceil(text.length / length)).slice(0, text.length) === text) return unit
  }
  return text
}

/** How many of its steps lead to the neighbour on a keyboard or in an alphabet, forwards or backwards, or stay: a share 0-1. */
function shareOfRun(text: string): number {
  let steps = 0
  for (let i = 1; i < text.length; i++) {
    const pair = text.slice(i - 1, i + 1)
    const back = `${pair[1] ?? ''}${pair[0] ?? ''}`
    if (pair[0] === pair[1] || rows.some((row) => row.includes(pair) || row.includes(back))) steps += 1
  }
  return text.length < 2 ? 0 : steps / (text.length - 1)
}

function isRepetitive(text: string): boolean {
  return new Set(text).size < 5 || unitOf(text).length <= 4 || shareOfRun(text) > 0.75
}

/** Signs around a common word that add nothing a thief does not try: a year, some digits, a mark. */
const longestDecoration = 8

function isCommon(text: string): boolean {
  // The whole, what stands between its outer digits and marks, and its letters alone: each as it is and with its disguises taken off.
  const core = text.replaceAll(/^[^a-z]+|[^a-z]+$/g, '')
  const letters = text.replaceAll(/[^a-z]/g, '')
  return [text, core, letters]
    .flatMap((part) => (text.length - part.length <= longestDecoration ? [part, withoutLeet(part)] : []))
    .some((part) => commonPasswords.has(part) || commonPasswords.has(unitOf(part)))
}

/** What must remain when a person's own words are taken out. */
const leastOwn = 8

function isPersonal(text: string, words: readonly string[]): boolean {
  const parts = words.flatMap((word) => plain(word).split(/[^a-z0-9]+/)).filter((part) => part.length >= 3)
  const rest = parts.toSorted((a, b) => b.length - a.length).reduce((left, part) => left.replaceAll(part, ''), text)
  return rest.length < text.length && rest.length < leastOwn
}

/**
 * Why a password is refused, or `null`. Length counts, no rule asks for capitals or digits (NIST SP 800-63B, ANSSI); refused is what a thief tries
 * first: common ones with whatever is put around them, runs and repetitions, and what is mostly the person's `own` name, address, or this site's name.
 *
 * @example passwordFault('Motdepasse2026!', ['Anne Petit']) // => 'password.common'
 */
export function passwordFault(password: string, own: readonly string[]): PasswordFault | null {
  if (password.length < passwordLengths.shortest) return 'password.tooShort'
  if (password.length > passwordLengths.longest) return 'password.tooLong'
  const text = plain(password)
  if (isRepetitive(text)) return 'password.repetitive'
  if (isPersonal(text, [...own, 'passerelle', 'observatoire', 'observatory'])) return 'password.personal'
  return isCommon(text) ? 'password.common' : null
}
