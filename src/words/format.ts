import type { Language } from '#kernel/bilingual.ts'

/** How figures and dates are written in one language. Built once: making an Intl formatter costs more than a page. */
export interface Format {
  /** 1234 -> "1 234" or "1,234". */
  integer(value: number): string
  /** One decimal: scores, expected counts. */
  decimal(value: number): string
  /** Two decimals: standard errors, deviations on sheets. */
  fine(value: number): string
  /** One decimal and always a sign, but for zero: "+0,4", "−0,6", "0,0". */
  signed(value: number): string
  /** 0-1 -> "12 %" or "12%"; under one per cent with a decimal. */
  percent(share: number): string
  /** A probability of being right: rounded down, so that 89.7% is not read as the 90% of a threshold, nor any as certainty: "> 99 %". */
  sure(share: number): string
  /** A p-value: three decimals, or "< 0,001". */
  probability(value: number): string
  /** ISO date -> "3 mars 2026", "1er janvier 2026", "3 March 2026". */
  date(iso: string): string
  /** The first day of a period, without its year when the last day has the same: "du 16 mars au 29 mai 2026". */
  firstDate(iso: string, last: string): string
  /** "a, b et c", "a, b and c". */
  list(items: readonly string[]): string
  /** ISO instant -> date and time in the time zone of Paris, which the observatory keeps. */
  instant(iso: string): string
}

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' }

/** French sets narrow no-break spaces inside figures; both languages a true minus. */
function typographic(text: string): string {
  return text.replaceAll('\u00A0', '\u202F').replaceAll('-', '−')
}

/** The same figures are shown to every reader, and Intl is slow: texts are kept by exact value, so that rounding stays its own. */
function remembered(write: (value: number) => string): (value: number) => string {
  const held = new Map<number, string>()
  return (value) => {
    const known = held.get(value)
    if (known !== undefined) return known
    if (held.size >= 10_000) held.clear()
    const made = write(value)
    held.set(value, made)
    return made
  }
}

function build(language: Language): Format {
  const locale = locales[language]
  const numbers = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
    const formatter = new Intl.NumberFormat(locale, options)
    return remembered((value) => typographic(formatter.format(value)))
  }
  const fixed = (digits: number, more: Intl.NumberFormatOptions = {}): ((value: number) => string) =>
    numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative', ...more })
  const wholePercent = numbers({ style: 'percent', maximumFractionDigits: 0 })
  const smallPercent = numbers({ style: 'percent', maximumFractionDigits: 1 })
  const three = fixed(3)
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' })
  /** The first of a month is an ordinal in French. */
  const ordinal = (text: string): string => (language === 'fr' ? text.replace(/^1 /, '1er ') : text)
  return {
    integer: numbers({ maximumFractionDigits: 0 }),
    decimal: fixed(1),
    fine: fixed(2),
    signed: fixed(1, { signDisplay: 'exceptZero' }),
    percent: (share) => (share !== 0 && Math.abs(share) < 0.01 ? smallPercent(share) : wholePercent(share)),
    sure: (share) => (share > 0.99 ? `>\u202F${wholePercent(0.99)}` : wholePercent(Math.floor(share * 100 + 1e-9) / 100)),
    probability: (value) => (value < 0.001 ? `<\u202F${three(0.001)}` : three(value)),
    list: (items) => conjunction.format(items),
    date: (iso) => ordinal(day.format(new Date(iso))),
    firstDate: (iso, last) => ordinal((iso.slice(0, 4) === last.slice(0, 4) ? dayAndMonth : day).format(new Date(iso))),
    instant: (iso) => ordinal(moment.format(new Date(iso))),
  }
}

const formats: Readonly<Record<Language, Format>> = { fr: build('fr'), en: build('en') }

export function formatOf(language: Language): Format {
  return formats[language]
}
