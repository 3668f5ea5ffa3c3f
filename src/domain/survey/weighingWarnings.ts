import { chosenMargins } from './weighedMargins.ts'
import type { PopulationMargin } from './respondent.ts'
import type { MarginSource, WeighedCategory, WeighingWarning } from './weighingReport.ts'
import type { WeightingSettings } from './weightingSettings.ts'

/** A correction beyond these, measured against the average one, makes one person speak for many. */
const leastCorrection = 0.25
const mostCorrection = 4
/** A category with fewer respondents should be joined to another. */
export const rareBelow = 30

interface Weighed {
  readonly design: Float64Array
  readonly weights: Float64Array
  readonly n: number
  readonly effectiveN: number
  readonly categories: readonly WeighedCategory[]
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0)
}

function count(values: Float64Array, test: (value: number, i: number) => boolean): number {
  return values.reduce((n, value, i) => n + Number(test(value, i)), 0)
}

/** Corrections far from the average one. Design weights that do not add up to the population (an open survey's are all 1) have an average far from 1. */
function farCorrections({ design, weights }: Weighed): WeighingWarning[] {
  const average = sum(weights) / sum(design)
  const respondents = count(weights, (weight, i) => {
    const own = design[i] ?? 0
    if (own === 0) return false
    const relative = weight / own / average
    return relative < leastCorrection || relative > mostCorrection
  })
  if (respondents === 0) return []
  return [{ code: 'gBeyond', respondents, least: leastCorrection * average, most: mostCorrection * average }]
}

function counted(code: 'negativeWeights' | 'zeroWeights', respondents: number): WeighingWarning[] {
  return respondents === 0 ? [] : [{ code, respondents }]
}

function scaledTotals(sources: readonly MarginSource[], margins: readonly PopulationMargin[]): WeighingWarning[] {
  return sources.flatMap(({ variable, total }): WeighingWarning[] => {
    const from = margins.find((margin) => margin.variable === variable)?.scaledFrom ?? null
    return from === null ? [] : [{ code: 'totalsScaled', variable, from, to: total }]
  })
}

/** Where the totals of each variable in use came from. */
export function sourcesOf(margins: readonly PopulationMargin[], settings: WeightingSettings): MarginSource[] {
  const byVariable = Map.groupBy(chosenMargins(margins, settings), (margin) => margin.variable)
  return [...byVariable].map(([variable, rows]) => ({
    variable,
    source: [...new Set(rows.map((row) => row.source))].join(' · '),
    origin: rows[0]?.origin ?? 'survey',
    referenceDate: rows[0]?.referenceDate ?? null,
    total: rows.reduce((all, row) => all + row.total, 0),
  }))
}

/** What an analyst should know about these weights, the gravest first. */
export function weighingWarnings(
  weighed: Weighed,
  sources: readonly MarginSource[],
  margins: readonly PopulationMargin[],
): WeighingWarning[] {
  const { n, effectiveN, design, weights, categories } = weighed
  const below: WeighingWarning[] = effectiveN < n / 2 ? [{ code: 'effectiveBelowHalf', effectiveN, n }] : []
  const rare = categories.flatMap(({ variable, category, target, respondents = 0 }): WeighingWarning[] =>
    target > 0 && respondents < rareBelow ? [{ code: 'rareCategory', variable, category, respondents }] : [],
  )
  return [
    ...counted(
      'negativeWeights',
      count(weights, (weight) => weight < 0),
    ),
    ...below,
    ...farCorrections(weighed),
    ...rare,
    ...counted(
      'zeroWeights',
      count(weights, (weight, i) => weight === 0 && (design[i] ?? 0) > 0),
    ),
    ...scaledTotals(sources, margins),
  ]
}
