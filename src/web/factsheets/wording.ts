import type { BoundValue, Figure } from '#domain/matrix'
import { isPublicCode, type PublicCode, type SubCriterionCode } from '#domain/survey'
import { isServiceCode, type ServiceCode } from '#domain/territory'
import type { Words } from '#words/words.ts'
import { wordsOf } from '#words/words.ts'
import { capital } from '#words/zones.ts'
import type { Visit } from '../page.ts'

/** A service inside a sentence: without its capital. */
export function serviceInSentence(words: Words, service: ServiceCode): string {
  const { name } = words.services[service]
  return name.charAt(0).toLocaleLowerCase() + name.slice(1)
}

export function itemTitle(words: Words, item: SubCriterionCode): string {
  return capital(words.subCriteria[item])
}

/** User groups as a sentence lists them. */
export function publicsInSentence({ words, format }: Visit, groups: readonly PublicCode[]): string {
  return format.list(groups.map((group) => words.factsheets.publicsInSentence[group]))
}

/** A figure as a sentence shows it. */
export function valueText(visit: Visit, value: BoundValue | null): string {
  const { words, format } = visit
  const { sheet } = words.factsheets
  if (value === null) return sheet.notGiven
  switch (value.kind) {
    case 'service':
      return value.service === null ? sheet.noService : serviceInSentence(words, value.service)
    case 'publics':
      return value.groups.length === 0 ? sheet.noPublics : publicsInSentence(visit, value.groups)
    case 'interval':
      return value.lower === null || value.upper === null
        ? sheet.notGiven
        : words.shell.interval(format.decimal(value.lower), format.decimal(value.upper))
    default: {
      const writers = { score: format.decimal, points: format.signed, count: format.integer, share: format.percent }
      return value.value === null ? sheet.notGiven : writers[value.kind](value.value)
    }
  }
}

/** The service or public that a figure is about, in a reader's words; empty for a figure of the whole sub-criterion. */
function subjectOf(words: Words, { of }: Pick<Figure, 'of'>): string {
  if (of === null) return ''
  if (isServiceCode(of)) return serviceInSentence(words, of)
  return isPublicCode(of) ? words.publics[of] : of
}

/** How a figure is named between square brackets. */
export function tokenOf(words: Words, figure: Pick<Figure, 'code' | 'of'>): string {
  return `${words.factsheets.figures[figure.code]} ${subjectOf(words, figure)}`.trim()
}

/** What a figure is, in words. */
export function noteOf(words: Words, figure: Pick<Figure, 'code' | 'of'>): string {
  return words.factsheets.figureNotes[figure.code](subjectOf(words, figure))
}

/** Every name by which analysts may call a figure, in both languages, whichever they write. */
export function spellings({ code, of }: Pick<Figure, 'code' | 'of'>): readonly string[] {
  return (['fr', 'en'] as const).flatMap((language) => {
    const words = wordsOf(language)
    const short = of !== null && isServiceCode(of) ? words.services[of].short : (of ?? '')
    const { figures } = words.factsheets
    return [tokenOf(words, { code, of }), `${figures[code]} ${short}`, `${code} ${subjectOf(words, { of })}`]
  })
}
