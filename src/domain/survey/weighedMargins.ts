import type { CategoryTarget } from '#stats/calibrationTarget.ts'
import { marginCategory, type PopulationMargin, type Respondent } from './respondent.ts'
import type { WeightingSettings } from './weightingSettings.ts'

/** A category that weights are calibrated to; margins and the categories of a report both are. */
export interface MarginCategory {
  readonly variable: string
  readonly category: string
}

/** Respondents whom a margin has no place for, counted by what they said; `category` is empty where they said nothing. */
export interface Unplaced {
  readonly variable: string
  readonly category: string
  readonly respondents: number
  /** Number of the first of them within the survey. */
  readonly first: number
}

/** Categories joined by the analyst: where one that joins another has itself joined a third, the third holds all. */
export function joinedCategory(joined: WeightingSettings['joined'], variable: string, category: string): string {
  const passed = new Set<string>()
  let found = category
  // A ring of categories that join each other stands still at its first.
  for (let next = joined[variable]?.[found]; next !== undefined && !passed.has(found); next = joined[variable]?.[found]) {
    passed.add(found)
    found = next
  }
  return found
}

/** The margins that settings choose, with the totals of joined categories added up; the order of variables and categories stays. */
export function chosenMargins(margins: readonly PopulationMargin[], settings: WeightingSettings): PopulationMargin[] {
  const { variables, joined } = settings
  const chosen = variables === null ? margins : margins.filter(({ variable }) => variables.includes(variable))
  const held = new Map<string, PopulationMargin>()
  for (const margin of chosen) {
    const category = joinedCategory(joined, margin.variable, margin.category)
    const key = `${margin.variable}\n${category}`
    const before = held.get(key)
    held.set(key, { ...margin, category, total: margin.total + (before?.total ?? 0) })
  }
  return [...held.values()]
}

/** The codes of one variable per respondent; -1 where the margin has no such category. */
function codesOf(
  respondents: readonly Respondent[],
  variable: string,
  categories: readonly string[],
  joined: WeightingSettings['joined'],
): Int32Array {
  const position = new Map(categories.map((category, i) => [category, i]))
  return Int32Array.from(respondents, (respondent) => {
    const category = marginCategory(respondent, variable)
    return category === null ? -1 : (position.get(joinedCategory(joined, variable, category)) ?? -1)
  })
}

function unplacedIn(respondents: readonly Respondent[], variable: string, codes: Int32Array): Unplaced[] {
  const left = respondents.filter((_, i) => codes[i] === -1)
  const byCategory = Map.groupBy(left, (respondent) => marginCategory(respondent, variable) ?? '')
  return [...byCategory].map(([category, rows]) => ({
    variable,
    category,
    respondents: rows.length,
    first: rows[0]?.number ?? 0,
  }))
}

/**
 * The margins as targets of the calibration, after joining. Respondents whom a margin has no place for are listed in `unplaced`; with any of
 * them the targets cannot be used.
 */
export function calibrationTargets(
  respondents: readonly Respondent[],
  margins: readonly PopulationMargin[],
  settings: WeightingSettings,
): { readonly targets: CategoryTarget[]; readonly unplaced: Unplaced[] } {
  const byVariable = Map.groupBy(chosenMargins(margins, settings), (margin) => margin.variable)
  const unplaced: Unplaced[] = []
  const targets = [...byVariable].map(([variable, rows]): CategoryTarget => {
    const categories = rows.map((row) => row.category)
    const codes = codesOf(respondents, variable, categories, settings.joined)
    unplaced.push(...unplacedIn(respondents, variable, codes))
    return { kind: 'categories', variable, codes, categories, targets: Float64Array.from(rows, (row) => row.total) }
  })
  return { targets, unplaced }
}

/** The dummies of the categories that weights were calibrated to, for the variance. Categories are those after joining, as a weighting's report has them. */
export function calibratedCategories(
  respondents: readonly Respondent[],
  margins: readonly MarginCategory[],
  joined: WeightingSettings['joined'],
): { readonly codes: Int32Array; readonly categories: readonly string[] }[] {
  const byVariable = Map.groupBy(margins, (margin) => margin.variable)
  return [...byVariable].map(([variable, rows]) => {
    const categories = rows.map((row) => row.category)
    return { codes: codesOf(respondents, variable, categories, joined), categories }
  })
}
