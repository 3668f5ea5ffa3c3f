const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const withComma = /^[+-]?(?:\d+,\d*|,\d+)(?:[eE][+-]?\d+)?$/
/** Thousands apart by a space, as French spreadsheets write them. */
const spaced = /^([+-]?\d{1,3}(?:[ \u00A0\u202F]\d{3})+)(?:[.,](\d*))?$/
const maybeThousands = /^[+-]?\d{1,3}(?:,\d{3})+$/

/**
 * A number as files have it: decimal point, or decimal comma; NaN for anything else, Infinity included.
 *
 * @param decimalComma whether the file writes decimal commas; where it does not, `1,234` could be a thousand and more and is refused
 * @example fileNumber('1 234,5', true) // => 1234.5
 */
export function fileNumber(text: string, decimalComma: boolean): number {
  const value = read(text, decimalComma)
  return Number.isFinite(value) ? value : Number.NaN
}

function read(text: string, decimalComma: boolean): number {
  if (plain.test(text)) return Number(text)
  if (withComma.test(text)) return !decimalComma && maybeThousands.test(text) ? Number.NaN : Number(text.replace(',', '.'))
  const parts = spaced.exec(text)
  if (!parts?.[1]) return Number.NaN
  return Number(`${parts[1].replaceAll(/[ \u00A0\u202F]/g, '')}.${parts[2] ?? ''}`)
}

/** Whether a cell is no text: nothing, or a number however written. Such a cell cannot be taken for a formula. */
export function isMissingOrNumber(text: string): boolean {
  return text === '' || Number.isFinite(read(text, true))
}
