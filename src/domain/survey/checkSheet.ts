import { isServiceCode } from '#domain/territory'
import { isChannelCode } from './channels.ts'
import { isCriterionCode, isItemCode } from './grid.ts'
import type { Mask } from './gridContent.ts'
import { publicDimensionCodes, publicDimensions } from './publics.ts'
import { mostImportant } from './questionnaire.ts'
import type { AnswerSheet, SheetService } from './sheet.ts'

/** Something of a sheet that cannot be so. */
export interface SheetIssue {
  /** Which part: `zone`, `age`, `needs.postOffice`, `services.postOffice.delays`, `citations.3`. */
  readonly field: string
  readonly code: SheetIssueCode
  /** The bad value as text. */
  readonly value: string
}

export const sheetIssueCodes = [
  'zone.unknown',
  'public.unknown',
  'language.unknown',
  'service.unknown',
  'service.twice',
  'service.usedAndGivenUp',
  'service.notUsed',
  'criterion.unknown',
  'criterion.masked',
  'criterion.twice',
  'item.unknown',
  'item.masked',
  'score.outside',
  'important.tooMany',
  'channel.unknown',
  'probability.outside',
  'words.tooLong',
  'citations.tooMany',
  'kind.other',
  'sheet.empty',
] as const
export type SheetIssueCode = (typeof sheetIssueCodes)[number]

/** Characters of one answer in own words. */
export const longestWords = 1000
/** Things that one person may cite. */
export const mostCitations = 10

export interface SheetRules {
  readonly mask: Mask
  readonly isZone: (code: string) => boolean
  readonly kind: 'elicitation' | 'satisfaction'
}

type Issue = SheetIssue

const issue = (field: string, code: SheetIssueCode, value: unknown): Issue => ({
  field,
  code,
  value: typeof value === 'string' ? value : JSON.stringify(value ?? null),
})

function repeated<T>(values: readonly T[]): ReadonlySet<T> {
  return new Set(values.filter((value, i) => values.indexOf(value) !== i))
}

function personIssues(sheet: AnswerSheet, { isZone }: SheetRules): Issue[] {
  const zone = sheet.zone === null || isZone(sheet.zone) ? [] : [issue('zone', 'zone.unknown', sheet.zone)]
  const publics = publicDimensionCodes.flatMap((dimension) => {
    const category = sheet.publics[dimension]
    const known: readonly string[] = publicDimensions[dimension]
    return category === null || known.includes(category) ? [] : [issue(dimension, 'public.unknown', category)]
  })
  const language: readonly string[] = ['fr', 'en']
  return [
    ...zone,
    ...publics,
    ...(language.includes(sheet.language) ? [] : [issue('language', 'language.unknown', sheet.language)]),
  ]
}

function needIssues({ needs }: AnswerSheet, { mask }: SheetRules): Issue[] {
  const twice = repeated(needs.map(({ service }) => service))
  return needs.flatMap(({ service, gaveUpFor }) => {
    const field = `needs.${service}`
    if (!isServiceCode(service)) return [issue(field, 'service.unknown', service)]
    if (twice.has(service)) {
      const ways = new Set(needs.filter((need) => need.service === service).map((need) => need.gaveUpFor === null))
      return [issue(field, ways.size > 1 ? 'service.usedAndGivenUp' : 'service.twice', service)]
    }
    if (gaveUpFor === null) return []
    if (!isCriterionCode(gaveUpFor)) return [issue(field, 'criterion.unknown', gaveUpFor)]
    return mask(service, gaveUpFor) ? [issue(field, 'criterion.masked', gaveUpFor)] : []
  })
}

function scoreIssues(field: string, { service, scores }: SheetService, { mask }: SheetRules): Issue[] {
  return Object.entries(scores).flatMap(([item, score]) => {
    const at = `${field}.${item}`
    if (!isItemCode(item)) return [issue(at, 'item.unknown', item)]
    if (mask(service, item)) return [issue(at, 'item.masked', item)]
    return Number.isInteger(score) && score >= 0 && score <= 10 ? [] : [issue(at, 'score.outside', score)]
  })
}

function importantIssues(field: string, { service, important }: SheetService, { mask }: SheetRules): Issue[] {
  const at = `${field}.important`
  const twice = [...repeated(important)].map((criterion) => issue(at, 'criterion.twice', criterion))
  const wrong = important.flatMap((criterion) => {
    if (!isCriterionCode(criterion)) return [issue(at, 'criterion.unknown', criterion)]
    return mask(service, criterion) ? [issue(at, 'criterion.masked', criterion)] : []
  })
  return [...twice, ...wrong, ...(important.length > mostImportant ? [issue(at, 'important.tooMany', important.length)] : [])]
}

function channelIssues(field: string, service: SheetService): Issue[] {
  return (['channelUsed', 'channelPreferred'] as const).flatMap((name) => {
    const channel = service[name]
    return channel === null || isChannelCode(channel) ? [] : [issue(`${field}.${name}`, 'channel.unknown', channel)]
  })
}

function serviceIssues(sheet: AnswerSheet, rules: SheetRules): Issue[] {
  const twice = repeated(sheet.services.map(({ service }) => service))
  const used = new Set(sheet.needs.filter((need) => need.gaveUpFor === null).map(({ service }) => service))
  return sheet.services.flatMap((each) => {
    const { service, probability, words } = each
    const field = `services.${service}`
    if (!isServiceCode(service)) return [issue(field, 'service.unknown', service)]
    const inRange = Number.isFinite(probability) && probability > 0 && probability <= 1
    return [
      ...(twice.has(service) ? [issue(field, 'service.twice', service)] : []),
      ...(used.has(service) ? [] : [issue(field, 'service.notUsed', service)]),
      ...(inRange ? [] : [issue(`${field}.probability`, 'probability.outside', probability)]),
      ...scoreIssues(field, each, rules),
      ...importantIssues(field, each, rules),
      ...channelIssues(field, each),
      ...(words.length > longestWords ? [issue(`${field}.words`, 'words.tooLong', words.length)] : []),
    ]
  })
}

function citationIssues({ citations }: AnswerSheet): Issue[] {
  const long = citations.flatMap((text, i) =>
    text.length > longestWords ? [issue(`citations.${i + 1}`, 'words.tooLong', text.length)] : [],
  )
  return citations.length > mostCitations ? [...long, issue('citations', 'citations.tooMany', citations.length)] : long
}

function kindIssues(sheet: AnswerSheet, { kind }: SheetRules): Issue[] {
  const rated = sheet.needs.length > 0 || sheet.services.length > 0
  const cited = sheet.citations.some((text) => text.trim() !== '')
  if (kind === 'elicitation' && rated) return [issue('services', 'kind.other', kind)]
  if (kind === 'satisfaction' && cited) return [issue('citations', 'kind.other', kind)]
  // Who needed no service has answered a survey of satisfaction; who cited nothing has not answered one of citations.
  return kind === 'elicitation' && !cited ? [issue('citations', 'sheet.empty', '')] : []
}

/**
 * Everything that must hold of a sheet, however it came: codes known, no masked question rated, whole scores from 0 to 10, three important criteria at
 * most, probabilities in (0, 1], no service both used and given up, own words of at most 1000 characters. Empty when all holds.
 *
 * Example: a score of 11 for `postOffice`, `delays` gives `[{ field: 'services.postOffice.delays', code: 'score.outside', value: '11' }]`.
 */
export function checkSheet(sheet: AnswerSheet, rules: SheetRules): readonly SheetIssue[] {
  return [
    ...personIssues(sheet, rules),
    ...needIssues(sheet, rules),
    ...serviceIssues(sheet, rules),
    ...citationIssues(sheet),
    ...kindIssues(sheet, rules),
  ]
}
