import type { Viewer } from '#domain/accounts'
import type { FileIssue } from '#domain/imports'
import {
  marginCategory,
  marginVariableCodes,
  publicDimensions,
  type PopulationMargin,
  type PublicDimension,
  type Respondent,
} from '#domain/survey'
import type { Geography } from '#domain/territory'
import { recordAudit } from '#store/audit.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { replaceMargins, selectMargins } from '#store/margins.ts'
import { write } from '#store/open.ts'
import { selectRespondents } from '#store/survey.ts'
import { lockSurvey } from '#store/weightings.ts'
import { loadAtlas, type Observatory } from '../observatory.ts'
import { readMargins, type KnownCategories, type MarginRow } from './marginsFile.ts'
import { findSurvey } from './weighedSurvey.ts'
import type { MarginIssues, SurveyAsked } from './weightViews.ts'

/** Margins as they are brought: the table's bytes, where it comes from and of when. */
export interface BroughtMargins {
  readonly fileName: string
  readonly content: Uint8Array
  readonly source: string
  readonly referenceDate: string
  /** Variable to whose total all others are scaled where totals differ; '' refuses then. */
  readonly scaleTo: string
}

const longestSource = 300

/** Categories of each variable: user groups, the strata of the answers and every zone of the root. */
function knownCategories(geography: Geography, root: string, respondents: readonly Respondent[]): KnownCategories {
  const zones = (variable: 'stratum' | 'zone', level: 'epci' | 'commune'): ReadonlySet<string> =>
    new Set([
      ...respondents.map((respondent) => respondent[variable]),
      ...geography.zones.filter((zone) => zone.level === level && zone.root === root).map(({ code }) => code),
    ])
  return (variable) => {
    if (!(marginVariableCodes as readonly string[]).includes(variable)) return null
    if (variable === 'stratum') return zones('stratum', 'epci')
    if (variable === 'zone') return zones('zone', 'commune')
    if (variable !== 'sexAge') return new Set(publicDimensions[variable as PublicDimension])
    return new Set(publicDimensions.sex.flatMap((sex) => publicDimensions.age.map((age) => `${sex}:${age}`)))
  }
}

/** Categories that people answered and the file does not give: they would have no place. */
function missingCategories(rows: readonly MarginRow[], respondents: readonly Respondent[]): FileIssue[] {
  return [...Map.groupBy(rows, ({ variable }) => variable)].flatMap(([variable, own]) => {
    const given = new Set(own.map(({ category }) => category))
    const counts = new Map<string, number>()
    for (const respondent of respondents) {
      const category = marginCategory(respondent, variable)
      if (category !== null && !given.has(category)) counts.set(category, (counts.get(category) ?? 0) + 1)
    }
    return [...counts].map(([category, n]): FileIssue => ({
      line: own.at(-1)?.line ?? 0,
      column: variable,
      value: category,
      code: 'margin.incomplete',
      expected: String(n),
    }))
  })
}

function fieldIssues({ source, referenceDate }: BroughtMargins): Record<string, string> {
  const textIssue = (text: string, longest: number): string | null => {
    if (text.trim() === '') return 'text.missing'
    return text.length > longest ? 'text.tooLong' : null
  }
  const found = { source: textIssue(source, longestSource), referenceDate: textIssue(referenceDate, 40) }
  return Object.fromEntries(Object.entries(found).flatMap(([field, code]) => (code ? [[field, code]] : [])))
}

function totalsOf(margins: readonly PopulationMargin[]): { variable: string; total: number }[] {
  return [...Map.groupBy(margins, ({ variable }) => variable)].map(([variable, rows]) => ({
    variable,
    total: rows.reduce((sum, { total }) => sum + total, 0),
  }))
}

function differ(totals: readonly { readonly total: number }[]): boolean {
  const all = totals.map(({ total }) => total)
  return Math.max(...all) - Math.min(...all) > 1e-9 * Math.max(...all, 1)
}

/** All margins with the total of one variable; what each had before is kept with it. */
function scaled(margins: readonly PopulationMargin[], totals: ReadonlyMap<string, number>, to: number): PopulationMargin[] {
  return margins.map((margin) => {
    const from = totals.get(margin.variable) ?? 0
    if (from === 0 || Math.abs(from - to) <= 1e-9 * to) return margin
    return { ...margin, total: (margin.total * to) / from, scaledFrom: margin.scaledFrom ?? from }
  })
}

/**
 * Takes margins of a survey from a table, checked whole before anything is kept; variables that the table does not name stay. `null` when they were kept,
 * else every fault. Totals that differ between variables are refused with their figures, unless the analyst says to which they are scaled.
 */
export function bringMargins(
  obs: Observatory,
  viewer: Viewer,
  asked: SurveyAsked,
  brought: BroughtMargins,
): Promise<MarginIssues | null> {
  return write(obs.db, async (writer) => {
    const survey = await findSurvey(writer, asked)
    await lockSurvey(writer, survey)
    const { geography } = await loadAtlas(writer, obs.caches)
    const respondents = await selectRespondents(writer, survey)
    const { rows, issues } = await readMargins(
      brought.fileName,
      brought.content,
      knownCategories(geography, survey.territory, respondents),
    )
    const lines = issues.length > 0 ? issues : missingCategories(rows, respondents)
    const fields = fieldIssues(brought)
    if (lines.length > 0 || Object.keys(fields).length > 0) return { lines, fields, totals: [] }
    const own = (await selectMargins(writer, survey)).filter(
      (margin) => !rows.some(({ variable }) => variable === margin.variable),
    )
    const origin = { source: brought.source.trim(), origin: 'file' as const, referenceDate: brought.referenceDate.trim() }
    const by = { at: obs.now().toISOString(), by: viewer.name }
    const made = [...own, ...rows.map(({ variable, category, total }) => ({ variable, category, total, ...origin, brought: by }))]
    const totals = totalsOf(made)
    const to = totals.find(({ variable }) => variable === brought.scaleTo)?.total
    if (differ(totals) && (to === undefined || to === 0)) return { lines: [], fields: { scaleTo: 'totals.differ' }, totals }
    const kept = differ(totals) ? scaled(made, new Map(totals.map(({ variable, total }) => [variable, total])), to ?? 0) : made
    await replaceMargins(writer, survey, kept)
    await raiseVersion(writer, 'observatory')
    const details = { variables: [...new Set(rows.map(({ variable }) => variable))].join(', '), source: origin.source }
    await recordAudit(writer, { actor: viewer, action: 'weights.margins', subject: survey.code, details })
    return null
  })
}
