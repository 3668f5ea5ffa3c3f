import { marginCategory, rareBelow, type PopulationMargin, type Respondent } from '#domain/survey'
import type { Geography } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { selectImportedPopulation } from '#store/imports/populations.ts'
import type { Reader } from '#store/open.ts'
import { countRespondents } from '#store/survey.ts'
import type { Survey } from '#store/surveys.ts'
import { weighableSurveys, type Weighting } from '#store/weightings.ts'
import { zoneName } from '../naming.ts'
import type { MarginsOf, MarginVariable, PopulationCoverage, SurveyAsked, VersionLine, WeighedSurvey } from './weightViews.ts'

/** The survey of an address, closed or published, or a refusal `weights.noSurvey`. */
export async function findSurvey(reader: Reader, { root, code }: SurveyAsked): Promise<Survey> {
  const found = (await weighableSurveys(reader)).find((survey) => survey.territory === root && survey.code === code)
  if (!found) throw new DomainError('weights.noSurvey', { code })
  return found
}

export async function weighedSurvey(reader: Reader, geography: Geography, survey: Survey): Promise<WeighedSurvey> {
  const { code, title, fieldStart, fieldEnd, synthetic, state, version, territory } = survey
  const root = zoneName(geography.get(territory))
  return {
    code,
    root,
    title,
    fieldStart,
    fieldEnd,
    synthetic,
    state,
    version,
    respondents: await countRespondents(reader, survey),
  }
}

export function versionLine(weighting: Weighting, inForce: Weighting | null): VersionLine {
  const { number, name, madeAt, madeBy, settings, report } = weighting
  const { n, designEffect, effectiveN, gMin, gMax, negativeWeights = 0 } = report
  const figures = { n, designEffect, effectiveN, gMin, gMax, negativeWeights }
  return { number, name, madeAt: madeAt.toISOString(), madeBy, settings, ...figures, inForce: weighting.id === inForce?.id }
}

function marginVariable(variable: string, rows: readonly PopulationMargin[], respondents: readonly Respondent[]): MarginVariable {
  const counts = new Map<string | null, number>()
  for (const respondent of respondents) {
    const category = marginCategory(respondent, variable)
    counts.set(category, (counts.get(category) ?? 0) + 1)
  }
  const [first] = rows
  return {
    variable,
    source: [...new Set(rows.map(({ source }) => source))].join(' · '),
    origin: first?.origin ?? 'survey',
    referenceDate: first?.referenceDate ?? null,
    brought: first?.brought ?? null,
    scaledFrom: first?.scaledFrom ?? null,
    total: rows.reduce((sum, { total }) => sum + total, 0),
    categories: rows.map(({ category, total }) => {
      const answered = counts.get(category) ?? 0
      return { category, total, respondents: answered, isRare: total > 0 && answered < rareBelow }
    }),
    notTold: counts.get(null) ?? 0,
  }
}

/** Names of the zones among categories, by code. */
export function zoneNamesIn(
  geography: Geography,
  categories: readonly { readonly variable: string; readonly category: string }[],
): ReadonlyMap<string, Bilingual> {
  const zones = categories.filter(({ variable }) => variable === 'stratum' || variable === 'zone')
  return new Map(
    zones.flatMap(({ category }) => {
      const zone = geography.find(category)
      return zone ? [[category, zone.name] as const] : []
    }),
  )
}

async function coverage(reader: Reader, geography: Geography, root: string): Promise<PopulationCoverage | null> {
  const population = await selectImportedPopulation(reader, root)
  if (!population) return null
  const { source, referenceDate, whole, zones } = population
  return { source, referenceDate, whole, zones, ofZones: geography.within(root, 'commune').length }
}

/** The margins of a survey as pages show them. */
export async function marginsOf(
  reader: Reader,
  geography: Geography,
  survey: Survey,
  rows: { readonly margins: readonly PopulationMargin[]; readonly respondents: readonly Respondent[] },
): Promise<MarginsOf> {
  const byVariable = Map.groupBy(rows.margins, ({ variable }) => variable)
  return {
    variables: [...byVariable].map(([variable, own]) => marginVariable(variable, own, rows.respondents)),
    zoneNames: zoneNamesIn(geography, rows.margins),
    population: await coverage(reader, geography, survey.territory),
  }
}
