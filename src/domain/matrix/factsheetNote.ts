import { wordsOfText } from '#domain/search'
import type { BoundValue } from './factsheetFigures.ts'

/** A piece of an analyst's text: plain words, or a figure by its key, such as `score townHall`. */
export type NotePiece = { readonly text: string } | { readonly key: string }

/** A text as it was typed, read. */
export interface ReadNote {
  readonly pieces: readonly NotePiece[]
  /** What stood in square brackets and names no figure, as it was typed. */
  readonly unknown: readonly string[]
}

const bracketed = /\[([^\][\n]{1,120})\]/g

function spelt(text: string): string {
  return wordsOfText(text).join(' ')
}

/** A dictionary of figures from all their spellings; case, accents and signs do not count, and where two spell alike the first holds. */
export function figureDictionary(spellings: Iterable<readonly [spelling: string, key: string]>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [spelling, key] of spellings) if (!found.has(spelt(spelling))) found.set(spelt(spelling), key)
  return found
}

/**
 * Reads a text in which figures are named in square brackets. Brackets around no letter or digit, such as […], stay as they are.
 *
 * @example readNote('La mairie a [note mairie].', figureDictionary([['note mairie', 'score townHall']])).pieces
 * // => [{ text: 'La mairie a ' }, { key: 'score townHall' }, { text: '.' }]
 */
export function readNote(text: string, dictionary: ReadonlyMap<string, string>): ReadNote {
  const pieces: NotePiece[] = []
  const unknown: string[] = []
  let from = 0
  for (const found of text.matchAll(bracketed)) {
    const [whole, inside = ''] = found
    if (spelt(inside) === '') continue
    const key = dictionary.get(spelt(inside))
    if (key === undefined) {
      unknown.push(whole)
      continue
    }
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) })
    pieces.push({ key })
    from = found.index + whole.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return { pieces, unknown }
}

/** A text as it is stored: figures by their keys. */
export function storedNote(pieces: readonly NotePiece[]): string {
  return pieces.map((piece) => ('key' in piece ? `[${piece.key}]` : piece.text)).join('')
}

/** The pieces of a stored text: of what stands in brackets only the keys that it was issued with are figures. */
export function notePieces(stored: string, issued: Iterable<string>): readonly NotePiece[] {
  const keys = new Set(issued)
  const parts = stored.split(/(\[[^\][\n]{1,120}\])/)
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const key = part.startsWith('[') ? part.slice(1, -1) : ''
      return keys.has(key) ? { key } : { text: part }
    })
}

/** What became of a figure since a sentence was written: the same as shown, another number, or another meaning, so that the sentence must be read again. */
export type FigureChange = 'same' | 'moved' | 'meaning'

/** Digits after the point that pages show: shares in whole per cent. */
const shownDigits = { score: 1, points: 1, count: 0, share: 2 } as const

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}

function numberChange(
  kind: keyof typeof shownDigits,
  before: number | null,
  now: number | null,
  scoreThreshold: number,
): FigureChange {
  if (before === null && now === null) return 'same'
  if (before === null || now === null) return 'meaning'
  const [a, b] = [rounded(before, shownDigits[kind]), rounded(now, shownDigits[kind])]
  if (kind === 'points' && Math.sign(a) !== Math.sign(b)) return 'meaning'
  if (kind === 'score' && before < scoreThreshold !== now < scoreThreshold) return 'meaning'
  return a === b ? 'same' : 'moved'
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each))
}

/** The gravest of several changes; none at all is the same. */
export function gravest(changes: Iterable<FigureChange>): FigureChange {
  const all = new Set(changes)
  return all.has('meaning') ? 'meaning' : all.has('moved') ? 'moved' : 'same'
}

type IntervalValue = Extract<BoundValue, { readonly kind: 'interval' }>

function intervalChange(before: IntervalValue, now: IntervalValue, scoreThreshold: number): FigureChange {
  return gravest([
    numberChange('points', before.lower, now.lower, scoreThreshold),
    numberChange('points', before.upper, now.upper, scoreThreshold),
  ])
}

/**
 * Compares a figure with what it was when its sentence was written, as both are shown. A meaning changes when another service or other publics are named,
 * when a difference changes its side, when a score crosses the threshold, and when a figure can no longer be given.
 *
 * @example changeOf({ kind: 'score', value: 6.24 }, { kind: 'score', value: 6.31 }, 6.5) // => 'moved'
 */
export function changeOf(before: BoundValue, now: BoundValue | undefined, scoreThreshold: number): FigureChange {
  if (now === undefined || before.kind !== now.kind) return 'meaning'
  switch (before.kind) {
    case 'service':
      return now.kind === 'service' && now.service === before.service ? 'same' : 'meaning'
    case 'publics':
      return now.kind === 'publics' && sameMembers(before.groups, now.groups) ? 'same' : 'meaning'
    case 'interval':
      return now.kind === 'interval' ? intervalChange(before, now, scoreThreshold) : 'meaning'
    default:
      return 'value' in now ? numberChange(before.kind, before.value, now.value, scoreThreshold) : 'meaning'
  }
}
