/** Abbreviations that signs and people use for the same word. */
const written: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', sts: 'saints', stes: 'saintes' }

/** Words that join others and tell nothing by themselves. */
const joining = new Set(
  (
    'de du des d la le les l en au aux a et sur sous dans pour un une mon ma pres proche ou ' +
    'the of in at and for to near my an on i need'
  ).split(' '),
)

export function isJoiningWord(word: string): boolean {
  return joining.has(word)
}

/**
 * The words of a text as they are compared: small letters without accents, ligatures opened, hyphens and elisions as gaps, "St." as "saint", a British
 * postcode as one word.
 *
 * Example: "L’Œuvre, St-Omer" gives `['l', 'oeuvre', 'saint', 'omer']`; "TN24 8XY" gives `['tn248xy']`.
 */
export function wordsOfText(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll(/['’ʼ`]s(?![\p{L}\p{N}])/gu, 's')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\b([a-z]{1,2}\d[a-z\d]?) (\d[a-z]{2})\b/g, '$1$2')
    .trim()
  return plain === '' ? [] : plain.split(' ').map((word) => written[word] ?? word)
}

/** How many slips of the pen are forgiven in a word or name; none where there are digits, since one postcode is not another. */
export function forgiven(word: string): 0 | 1 | 2 {
  if (/\d/.test(word)) return 0
  const letters = word.length
  return letters < 4 ? 0 : letters < 8 ? 1 : 2
}
