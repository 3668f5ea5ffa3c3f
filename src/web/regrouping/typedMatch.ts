import type { TypedMatch } from '#app/regrouping/matchGroups.ts'
import type { ClassificationAsked, ClassificationName } from '#app/regrouping/regroupingViews.ts'

/** A classification as one value of a list: its root and its number. */
export function choiceOf({ root, number }: Pick<ClassificationName, 'root' | 'number'>): string {
  return `${root.code}/${number}`
}

function readChoice(text: string): ClassificationAsked {
  const [root = '', number = ''] = text.split('/')
  return { root, number: /^\d{1,9}$/.test(number) ? Number(number) : 0 }
}

/** Two classifications and a scale out of an address or a form; `null` where none were asked for. */
export function readMatch(query: URLSearchParams): TypedMatch | null {
  const [left, right] = [query.get('left'), query.get('right')]
  if (left === null || right === null) return null
  return { left: readChoice(left), right: readChoice(right), scaling: query.get('scaling') === 'pooled' ? 'pooled' : 'within' }
}

export function matchFields({ left, right, scaling }: TypedMatch): (readonly [string, string])[] {
  return [
    ['left', `${left.root}/${left.number}`],
    ['right', `${right.root}/${right.number}`],
    ['scaling', scaling],
  ]
}

/** Two groups asked to stand side by side; `null` where the address names none. */
export function askedPair(query: URLSearchParams): readonly [number, number] | null {
  const [one, other] = [query.get('one') ?? '', query.get('other') ?? '']
  return /^\d{1,3}$/.test(one) && /^\d{1,3}$/.test(other) ? [Number(one), Number(other)] : null
}
