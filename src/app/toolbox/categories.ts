const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** Positions of some codes in their order: by number where all are numbers, else by code unit. */
export function inOrder(codes: readonly string[]): number[] {
  const numeric = codes.every((code) => number.test(code))
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  const compare = (a: string, b: string): number => (numeric ? Number(a) - Number(b) || byText(a, b) : byText(a, b))
  return Array.from(codes.keys()).toSorted((a, b) => compare(codes[a] ?? '', codes[b] ?? ''))
}

/** The category that a value given on the command line means: the same text, else the same number (1 for 1.0); -1 where none is. */
export function categoryOf(codes: readonly string[], value: string): number {
  const wanted = value.trim().normalize('NFC')
  const exact = codes.indexOf(wanted)
  if (exact >= 0 || !number.test(wanted)) return exact
  return codes.findIndex((code) => number.test(code) && Number(code) === Number(wanted))
}
