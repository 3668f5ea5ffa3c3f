/** Letters of a name without accents, capitals and marks, spaces single. */
function letters(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return ` ${plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

function trigrams(name: string): Set<string> {
  const text = letters(name)
  return new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, i) => text.slice(i, i + 3)))
}

/**
 * How alike two names are, from 0 to 1: twice the three-letter pieces they share over all they have (Dice). Accents and capitals do not count.
 *
 * Example: "Mairie de Lumbres" and "MAIRIE DE LUMBRES" are 1, "Mairie" and "Piscine" 0.
 */
export function nameLikeness(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)]
  if (left.size + right.size === 0) return 0
  const shared = [...left].filter((piece) => right.has(piece)).length
  return (2 * shared) / (left.size + right.size)
}
