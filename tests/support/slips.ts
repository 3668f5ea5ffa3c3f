import type { Random } from '#kernel/random.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** `count` ways of writing a text with one slip of the pen each: a letter added, left out, replaced, or two neighbours exchanged. */
export function slips(text: string, count: number, random: Random): string[] {
  return Array.from({ length: count }, () => {
    const at = random.below(text.length)
    const letter = letters.charAt(random.below(letters.length))
    const [before, after] = [text.slice(0, at), text.slice(at + 1)]
    const own = text.charAt(at)
    const kinds = [
      before + letter + own + after,
      before + after,
      before + letter + after,
      after === '' ? text : before + after.charAt(0) + own + after.slice(1),
    ]
    return kinds[random.below(kinds.length)] ?? text
  })
}

/** Restricted Damerau-Levenshtein distance by its whole table: the reference that a faster way must equal. */
export function writtenDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const same = a.charAt(i - 1) === b.charAt(j - 1)
      let least = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + (same ? 0 : 1))
      const exchanged = i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1)
      if (exchanged) least = Math.min(least, at(i - 2, j - 2) + 1)
      row.push(least)
    }
  }
  return at(a.length, b.length)
}
