import type { VersionLine, WeighedSurvey } from '#app/weights/weightViews.ts'
import type { PublicCode } from '#domain/survey'
import type { Bilingual } from '#kernel/bilingual.ts'
import { capital } from '#words/zones.ts'
import type { Visit } from '../page.ts'
import { pathTo, type PageKey } from '../paths.ts'
import { inWords } from '../parts/zoneWords.ts'

type ZoneNames = ReadonlyMap<string, Bilingual>

/** A margin's category in words: user groups, zones, sex and age together; else the code as it came. */
export function categoryName(visit: Visit, variable: string, category: string, zones: ZoneNames = new Map()): string {
  const group = (code: string): string | undefined => visit.words.publics[code as PublicCode]
  if (variable === 'sexAge') {
    const [sex = '', age = ''] = category.split(':')
    return capital([group(`sex:${sex}`) ?? sex, group(`age:${age}`) ?? age].join(', '))
  }
  const zone = variable === 'stratum' || variable === 'zone' ? zones.get(category)?.[visit.language] : undefined
  return capital(zone ?? group(`${variable}:${category}`) ?? category)
}

export function variableName({ words }: Visit, variable: string): string {
  return capital(words.weights.variables[variable] ?? variable)
}

export function versionName({ words, format }: Visit, { number, name }: Pick<VersionLine, 'number' | 'name'>): string {
  return words.weights.versionName(format.integer(number), name)
}

/** Who made a version, and when. */
export function makerOf({ words, format }: Visit, { madeBy, madeAt }: Pick<VersionLine, 'madeBy' | 'madeAt'>): string {
  return words.weights.madeBy(madeBy ?? words.weights.automatic, format.instant(madeAt))
}

/** How many answered, when and where. */
export function surveyContext(visit: Visit, survey: WeighedSurvey): string {
  const { words, format } = visit
  const { fieldStart, fieldEnd, respondents, root } = survey
  const dates = words.weights.dates(format.firstDate(fieldStart, fieldEnd), format.date(fieldEnd))
  return words.weights.surveyContext(format.integer(respondents), dates, inWords(visit, root).the)
}

type SurveyPage = Extract<PageKey, 'weightSurvey' | 'weightTry' | 'weightMargins' | 'weightDifference'>

/** The address of a page about a survey's weights. */
export function toSurvey(
  { language, asked }: Visit,
  key: SurveyPage,
  survey: WeighedSurvey,
  more: Readonly<Record<string, string | null>> = {},
): string {
  return pathTo(language, key, asked, { parts: { root: survey.root.code, code: survey.code }, more })
}

export function toVersion({ language, asked }: Visit, survey: WeighedSurvey, number: number): string {
  const parts = { root: survey.root.code, code: survey.code, number: String(number) }
  return pathTo(language, 'weightVersion', asked, { parts })
}

/** The parts of an address that name a survey. */
export function askedSurvey({ parts }: Visit): { readonly root: string; readonly code: string } {
  return { root: parts['root'] ?? '', code: parts['code'] ?? '' }
}
