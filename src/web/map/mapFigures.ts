import type { Indicator, IndicatorUnit, MapValues, ZoneFigure } from '#app/maps/mapContract.ts'
import type { ZoneLevel } from '#domain/territory'
import type { CriterionCode } from '#domain/survey'
import { capital } from '#words/zones.ts'
import type { Visit } from '../page.ts'
import { itemInSentence } from '../parts/itemNames.ts'

const narrow = '\u202F'

/** A figure as a reader of this language writes it, with its unit where that is short. */
export function figureText({ format, language }: Visit, unit: IndicatorUnit, value: number): string {
  const spaced = (text: string, sign: string): string => (language === 'fr' ? `${text}${narrow}${sign}` : `${text}${sign}`)
  switch (unit) {
    case 'share':
      return spaced(format.decimal(value * 100), '%')
    case 'percent':
      return spaced(format.decimal(value), '%')
    case 'euros':
      return language === 'fr' ? `${format.integer(value)}${narrow}€` : `€${format.integer(value)}`
    case 'points':
      return format.signed(value)
    case 'score':
    case 'per10k':
      return format.decimal(value)
    case 'perKm2':
      return value >= 10 ? format.integer(value) : format.decimal(value)
    case 'ratio':
      return format.fine(value)
    case 'unknown':
      return Number.isInteger(value) ? format.integer(value) : format.fine(value)
    default:
      // A part of a drawn area need not be whole.
      return format.integer(value)
  }
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
  const name = indicator.label?.[language] ?? look(maps.figures, indicator.code) ?? capital(look(maps.categories, detail) ?? detail)
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
