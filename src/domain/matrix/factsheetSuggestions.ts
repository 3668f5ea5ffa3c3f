import { isJoiningWord, wordsOfText } from '#domain/search'
import { criterionCodes, criterionOf, subCriteriaOf, subCriterionCodes, type SubCriterionCode } from '#domain/survey'
import { subCriterionWords } from './factsheetVocabulary.ts'

/** Names of a sub-criterion, in any language. */
type NamesOf = (item: SubCriterionCode) => readonly string[]

const most = 4

/** Whether the words of a text have all beginnings of an entry. */
function holds(words: readonly string[], entry: string): boolean {
  return entry.split(' ').every((start) => words.some((word) => word.startsWith(start)))
}

/** Words of a name that are long enough to tell something, cut so that other endings agree. */
function nameStarts(name: string): string[] {
  return wordsOfText(name)
    .filter((word) => word.length >= 4 && !isJoiningWord(word))
    .map((word) => word.slice(0, Math.max(4, word.length - 2)))
}

/**
 * Sub-criteria that somebody's words may be about, the likeliest first, at most four: by words that people use and by the names of the grid. A help for
 * whoever codes, never a decision.
 *
 * @example suggestItems('Impossible de joindre quelqu’un au téléphone', () => []) // => ['contact.phone']
 */
export function suggestItems(text: string, namesOf: NamesOf): SubCriterionCode[] {
  const words = wordsOfText(text)
  const scored = subCriterionCodes.map((item) => {
    const used = subCriterionWords[item].filter((entry) => holds(words, entry)).length
    const named = new Set(
      namesOf(item)
        .flatMap(nameStarts)
        .filter((start) => words.some((word) => word.startsWith(start))),
    ).size
    return { item, score: 2 * used + named }
  })
  const found = scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score)
  return found.slice(0, most).map(({ item }) => item)
}

/** The number of a sub-criterion in the grid, criterion first: `8.2` is the second of the eighth. */
export function itemNumber(item: SubCriterionCode): string {
  const criterion = criterionOf(item)
  return `${criterionCodes.indexOf(criterion) + 1}.${subCriteriaOf(criterion).indexOf(item) + 1}`
}

/** What was typed to name sub-criteria: those understood, and the pieces that were not, or that could be several. */
export interface TypedItems {
  readonly items: readonly SubCriterionCode[]
  readonly unknown: readonly string[]
}

/** The sub-criteria that a typed piece can mean: by number, by code, or by the beginning of a word of a name. */
function meant(piece: string, namesOf: NamesOf): readonly SubCriterionCode[] {
  const exact = subCriterionCodes.find((item) => item === piece || itemNumber(item) === piece)
  if (exact) return [exact]
  const typed = wordsOfText(piece)
  if (typed.length === 0) return []
  return subCriterionCodes.filter((item) =>
    namesOf(item).some((name) => {
      const words = wordsOfText(name)
      return typed.every((start) => words.some((word) => word.startsWith(start)))
    }),
  )
}

/**
 * Reads sub-criteria typed one after the other, between commas, semicolons or lines: numbers such as 8.2, or beginnings of names.
 *
 * @example typedItems('8.2, stationn', names).items // => ['welcome.listening', 'transport.parking']
 */
export function typedItems(text: string, namesOf: NamesOf): TypedItems {
  const pieces = text.split(/[,;\n]/).map((piece) => piece.trim())
  const read = pieces.filter((piece) => piece !== '').map((piece) => ({ piece, found: meant(piece, namesOf) }))
  return {
    items: [...new Set(read.flatMap(({ found }) => (found.length === 1 ? found : [])))],
    unknown: read.filter(({ found }) => found.length !== 1).map(({ piece }) => piece),
  }
}
