import type { Indicator, IndicatorUnit, MapValues, ZoneFigure } from '#app/maps/mapContract.ts'
import type { ZoneLevel } from '#domain/territory'
import type { CriterionCode } from '#domain/survey'
import { capital } from '#words/zones.ts'
import type { Visit } from '../page.ts'
import { itemInSentence } from '../parts/itemNames.ts'

const narrow = '\u202F'

type Writer = (visit: Visit, value: number) => string

/** French sets a narrow space before a sign, English none. */
const signed = (text: string, sign: string, { language }: Visit): string =>
  language === 'fr' ? `${text}${narrow}${sign}` : `${text}${sign}`

const decimal: Writer = ({ format }, value) => format.decimal(value)
/** Also for parts of drawn areas, which need not be whole. */
const integer: Writer = ({ format }, value) => format.integer(value)

const writers: Readonly<Partial<Record<IndicatorUnit, Writer>>> = {
  share: (visit, value) => signed(visit.format.decimal(value * 100), '%', visit),
  percent: (visit, value) => signed(visit.format.decimal(value), '%', visit),
  euros: (visit, value) => (visit.language === 'fr' ? `${integer(visit, value)}${narrow}€` : `€${integer(visit, value)}`),
  points: ({ format }, value) => format.signed(value),
  score: decimal,
  per10k: decimal,
  perKm2: (visit, value) => (value >= 10 ? integer(visit, value) : decimal(visit, value)),
  ratio: ({ format }, value) => format.fine(value),
  unknown: (visit, value) => (Number.isInteger(value) ? integer(visit, value) : visit.format.fine(value)),
}

/** A figure as a reader of this language writes it, with its unit where that is short. */
export function figureText(visit: Visit, unit: IndicatorUnit, value: number): string {
  return (writers[unit] ?? integer)(visit, value)
}

/** A zone's figure, or why it has none. */
export function figureOrReason(visit: Visit, values: MapValues, figure: ZoneFigure): string {
  const { words } = visit
  if (figure.value === null) return words.maps.statuses[figure.status === 'ok' ? 'missing' : figure.status]
  if (values.indicator.unit !== 'level') return figureText(visit, values.indicator.unit, figure.value)
  const { level, sureness } = figure
  if (!level || !sureness) return words.maps.statuses.missing
  return sureness === 'uncertain' ? words.sureness.uncertain : `${words.levels[level]} (${words.sureness[sureness]})`
}

function look(table: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined
}

/** What an indicator is called in a list. */
export function indicatorName({ words, language }: Visit, indicator: Indicator): string {
  const { maps } = words
  const detail = indicator.detail ?? ''
  if (indicator.family === 'facilities')
    return indicator.unit === 'per10k' ? maps.per10k(maps.facility(detail)) : maps.facility(detail)
  const name =
    indicator.label?.[language] ?? look(maps.figures, indicator.code) ?? capital(look(maps.categories, detail) ?? detail)
  return indicator.unit === 'share' ? maps.shareOf(name) : name
}

/** What an indicator's figures are about, as a heading over several. */
export function subjectName({ words, language }: Visit, indicator: Indicator): string {
  return indicator.title?.[language] ?? look(words.maps.subjects, indicator.subject) ?? indicator.subject
}

/** What a map shows: the indicator with its service and criterion. */
export function shownName(visit: Visit, values: MapValues): string {
  const { words } = visit
  const name = indicatorName(visit, values.indicator)
  const service = values.service ? words.services[values.service].name.toLocaleLowerCase(visit.language) : null
  const criterion = values.criterion ? itemInSentence(words, values.criterion as CriterionCode) : null
  const details = [service, criterion].filter((part) => part !== null)
  return details.length === 0 ? name : words.maps.about(name, details.join(', '))
}

/** What a level's zones are called here: a district in Kent is an inter-municipal body in France. */
export function unitOf({ words }: Visit, level: ZoneLevel, country: 'FR' | 'GB', n: number): string {
  const { units, unitsOfKent } = words.maps
  const unit = (country === 'GB' ? unitsOfKent[level] : undefined) ?? units[level]
  return unit ? unit[n === 1 ? 'one' : 'many'] : level
}
