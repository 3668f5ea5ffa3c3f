import type { Answers } from '#domain/survey'
import type { Geography, Zone } from '#domain/territory'
import { benchmarkFactor, fayHerriot, type FayHerriotArea } from '#stats/fayHerriot.ts'
import { bodyOf, standardised, type CovariateColumn } from './covariates.ts'
import { directEstimate, personsByZone, type DirectEstimate, type PersonScores } from './directEstimates.ts'
import type { Covariate } from './smallAreaViews.ts'

/** A zone with what the model says of it, before disclosure rules. */
export interface ZoneModel {
  readonly zone: Zone
  readonly n: number
  readonly area: FayHerriotArea
}

export interface ZonesModel {
  readonly zones: readonly ZoneModel[]
  readonly fitted: number
  readonly covariates: readonly Covariate[]
  readonly A: number
  readonly factor: number
  readonly total: number
}

/** A direct mean leans on at least two people; below, the zone has the regression alone. */
const fewest = 2
/** Zones with answers needed for each covariate: a regression on fewer follows single zones. */
const zonesPerCovariate = 5
/** A body's own mean is a covariate of its communes from this effective number of respondents on; below, the whole's mean stands in. */
const firmBody = 10

/**
 * The generalised variance function: D = c / effective n, with one c for all zones.
 *
 * c is the mean of the design variances times the effective number of respondents, each corrected for its degree of freedom by n / (n − 1) and counted n times.
 * A variance estimated from a few people is itself nearly chance, and 0 where all said the same: a model would trust exactly these.
 * NaN where no zone has two respondents.
 */
export function unitVariance(direct: readonly DirectEstimate[]): number {
  let sum = 0
  let count = 0
  for (const { n, effectiveN, variance } of direct) {
    if (n < fewest || !Number.isFinite(variance)) continue
    sum += n * variance * effectiveN * (n / (n - 1))
    count += n
  }
  return sum / count
}

/** The direct mean of each commune's body. */
function bodyColumn(
  answers: Answers,
  geography: Geography,
  zones: readonly Zone[],
  scores: PersonScores,
  total: number,
): CovariateColumn {
  const bodies = [...new Set(zones.flatMap((zone) => bodyOf(geography, zone.code) ?? []))]
  const persons = personsByZone(answers, geography, bodies, scores)
  const means = new Map(
    bodies.map((body) => {
      const { mean, effectiveN } = directEstimate(answers, scores, persons.get(body.code) ?? [])
      return [body.code, effectiveN >= firmBody ? mean : total] as const
    }),
  )
  return { covariate: 'body', values: zones.map((zone) => means.get(bodyOf(geography, zone.code)?.code ?? '') ?? total) }
}

interface Regressor {
  readonly covariate: Covariate
  readonly column: Float64Array
}

function regressors(columns: readonly CovariateColumn[], fitted: number): Regressor[] {
  const usable = columns.flatMap(({ covariate, values }) => {
    const column = standardised(values)
    return column ? [{ covariate, column }] : []
  })
  return usable.slice(0, Math.max(0, Math.floor(fitted / zonesPerCovariate) - 1))
}

/** Figures multiplied so that their mean by population is the direct one; without any population each zone counts alike. */
function benchmarked(zones: readonly Zone[], areas: readonly FayHerriotArea[], total: number): number {
  const estimates = Float64Array.from(areas, (area) => area.estimate)
  const population = Float64Array.from(zones, (zone) => zone.population ?? 0)
  return benchmarkFactor(estimates, population.some((value) => value > 0) ? population : population.fill(1), total)
}

/**
 * Fay-Herriot's model of the zones of a root: direct means where at least two people answered, variances smoothed, regression on what is known of every zone.
 * `null` where too few zones have answers, or nobody's answers differ.
 */
export function modelZones(
  answers: Answers,
  geography: Geography,
  zones: readonly Zone[],
  scores: PersonScores,
  columns: readonly CovariateColumn[],
): ZonesModel | null {
  const persons = personsByZone(answers, geography, zones, scores)
  const total = directEstimate(answers, scores, [...persons.values()].flat()).mean
  const direct = zones.map((zone) => directEstimate(answers, scores, persons.get(zone.code) ?? []))
  const c = unitVariance(direct)
  const fitted = direct.filter(({ n }) => n >= fewest).length
  if (fitted < zonesPerCovariate || !(c > 0) || !(total > 0)) return null
  const isCommune = zones.every((zone) => zone.level === 'commune')
  const chosen = regressors(isCommune ? [bodyColumn(answers, geography, zones, scores, total), ...columns] : columns, fitted)
  const { A, areas } = fayHerriot({
    direct: Float64Array.from(direct, ({ n, mean }) => (n >= fewest ? mean : Number.NaN)),
    variance: Float64Array.from(direct, ({ n, effectiveN }) => (n >= fewest ? c / effectiveN : Number.NaN)),
    covariates: [new Float64Array(zones.length).fill(1), ...chosen.map(({ column }) => column)],
  })
  const modelled = zones.flatMap((zone, i): ZoneModel[] => {
    const area = areas[i]
    return area ? [{ zone, n: direct[i]?.n ?? 0, area }] : []
  })
  const factor = benchmarked(zones, areas, total)
  return { zones: modelled, fitted, covariates: chosen.map(({ covariate }) => covariate), A, factor, total }
}
