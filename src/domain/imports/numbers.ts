/** What sources write for a figure that they lack or withhold, folded to lower case. A bare `0` is never one of them. */
const missingMarks: ReadonlySet<string> = new Set([
  '',
  'na',
  'n/a',
  '#n/a',
  'ns',
  'nd',
  'n.d.',
  's',
  'c',
  '..',
  ':',
  '-',
  '–',
  'null',
  'nan',
  'nc',
  'n.c.',
])

/** Whether a cell says that there is no figure: empty, `NA`, `ns`, `nd`, `s`, `N/A - secret statistique`. Missing is never zero. */
export function isMissing(text: string): boolean {
  if (text === '' || text === 'NA') return true
  const first = text.charCodeAt(0)
  if (first >= 48 && first <= 57) return false
  const folded = text.trim().toLowerCase()
  return missingMarks.has(folded) || folded.startsWith('n/a')
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
/** Space, no-break space, narrow no-break space, thin space, and the apostrophes that Switzerland groups by. */
const isGap = (unit: number): boolean =>
  unit === 32 || unit === 0xa0 || unit === 0x202f || unit === 0x2009 || unit === 39 || unit === 0x2019

/** Digits in groups of three behind a first group of one to three, with one mark between them all: the digits alone, or `null`. */
function ungroup(text: string, isMark: (unit: number) => boolean): string | null {
  let digits = ''
  let run = 0
  let mark = -1
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isDigit(unit)) {
      digits += text[i]
      run++
      continue
    }
    if (!isMark(unit) || (mark >= 0 && unit !== mark)) return null
    if (mark < 0 ? run < 1 || run > 3 : run !== 3) return null
    mark = unit
    run = 0
  }
  return digits !== '' && (mark < 0 || run === 3) ? digits : null
}

/** Digits, or an exponent as spreadsheets write it (`1.2E+05`). */
function isTail(text: string): boolean {
  let i = 0
  while (i < text.length && isDigit(text.charCodeAt(i))) i++
  if (i === text.length) return true
  if (text[i] !== 'e' && text[i] !== 'E') return false
  i++
  if (text[i] === '+' || text[i] === '-') i++
  const first = i
  while (i < text.length && isDigit(text.charCodeAt(i))) i++
  return i > first && i - first <= 3 && i === text.length
}

/** `1,234` and `1.234`: a group, or three decimals? */
function isAmbiguous(head: string, tail: string): boolean {
  return head.length <= 3 && tail.length === 3 && head !== '0' && plainWhole(head) !== null && plainWhole(tail) !== null
}

function assemble(head: string, tail: string, groups: (unit: number) => boolean): number | null {
  const whole = head === '' ? '' : ungroup(head, groups)
  if (whole === null || !isTail(tail) || (whole === '' && !isDigit(tail.charCodeAt(0)))) return null
  const value = Number(`${whole}.${tail}`)
  return Number.isFinite(value) ? value : null
}

const comma = 44
const point = 46

function plainWhole(body: string): number | null {
  // 0-9 alone is by far the commonest: no string is made for it.
  let value = 0
  for (let i = 0; i < body.length; i++) {
    const unit = body.charCodeAt(i)
    if (!isDigit(unit)) return null
    value = value * 10 + unit - 48
  }
  return body.length > 0 && body.length <= 15 ? value : null
}

/** Digits around one decimal mark: the next commonest, read without taking it apart. */
function plainDecimal(body: string, mark: number): number | null {
  let at = -1
  for (let i = 0; i < body.length; i++) {
    const unit = body.charCodeAt(i)
    if (isDigit(unit)) continue
    if (unit !== mark || at >= 0) return null
    at = i
  }
  if (at < 1 || at === body.length - 1) return null
  return Number(mark === comma ? `${body.slice(0, at)}.${body.slice(at + 1)}` : body)
}

function withoutMark(body: string): number | null {
  const digits = ungroup(body, isGap) ?? (isTail(body) && isDigit(body.charCodeAt(0)) ? body : null)
  if (digits === null) return null
  const value = Number(digits)
  return Number.isFinite(value) ? value : null
}

/** With both marks the last one is the decimal mark, and the other groups by three. */
function withBoth(body: string, decimalComma: boolean | undefined): number | null {
  const decimal = body.lastIndexOf(',') > body.lastIndexOf('.') ? comma : point
  if (decimalComma !== undefined && decimalComma !== (decimal === comma)) return null
  const at = decimal === comma ? body.lastIndexOf(',') : body.lastIndexOf('.')
  const grouping = decimal === comma ? point : comma
  return assemble(body.slice(0, at), body.slice(at + 1), (unit) => unit === grouping)
}

function withOne(body: string, mark: number, decimalComma: boolean | undefined): number | null {
  const text = mark === comma ? ',' : '.'
  const at = body.indexOf(text)
  const single = body.lastIndexOf(text) === at
  if (!single) {
    const whole = ungroup(body, (unit) => unit === mark)
    return whole === null ? null : Number(whole)
  }
  const decimal = decimalComma === undefined ? null : (mark === comma) === decimalComma
  const head = body.slice(0, at)
  const tail = body.slice(at + 1)
  if (decimal === false && isAmbiguous(head, tail)) return Number(head + tail)
  // A point is a decimal point wherever nobody says otherwise; a comma with three digits behind it could be either.
  if (decimal === null && mark === comma && isAmbiguous(head, tail)) return null
  if (decimal === false && mark === comma) return null
  return assemble(head, tail, isGap)
}

function unsigned(body: string, decimalComma: boolean | undefined): number | null {
  const hasPoint = body.includes('.')
  if (body.includes(',')) return hasPoint ? withBoth(body, decimalComma) : withOne(body, comma, decimalComma)
  return hasPoint ? withOne(body, point, decimalComma) : withoutMark(body)
}

/**
 * A number as people and programs write it, or `null` where the text is none: `1234.5`, `1 234,5` (any kind of space), `1,234.5`, `1.234,5`, `-3`, `1.2E+05`.
 * Nothing may be left over: `12abc`, `1 23`, `12 %` and `Infinity` are no numbers. `decimalComma` says which mark the file uses for decimals; where it is
 * unknown, `1,234` is refused, since it could be either. A point that cannot group (`12.5`) is a decimal point even in a file that writes commas.
 */
export function parseNumber(text: string, decimalComma?: boolean): number | null {
  const trimmed = text.trim()
  const plain = plainWhole(trimmed) ?? plainDecimal(trimmed, decimalComma ? comma : point)
  if (plain !== null) return plain
  const sign = trimmed.charCodeAt(0)
  const negative = sign === 45 || sign === 0x2212
  const body = negative || sign === 43 ? trimmed.slice(1) : trimmed
  const value = unsigned(body, decimalComma)
  if (value === null) return null
  return negative && value !== 0 ? -value : value
}
