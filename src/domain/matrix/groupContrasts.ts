import {
  inGroup,
  publicCodes,
  questionIndex,
  subCriterionCodes,
  type Answers,
  type ItemCode,
  type PublicCode,
} from '#domain/survey'
import { serviceCodes, type Geography, type ServiceCode } from '#domain/territory'
import { benjaminiHochberg } from '#stats/benjaminiHochberg.ts'
import { tInterval } from '#stats/intervals.ts'
import { effectiveSize } from '#stats/kish.ts'
import { addInfluence, sparseMean, type SparseValues } from '#stats/sparseMean.ts'
import { sparseCovariance, sparseDegreesOfFreedom } from '#stats/sparseVariance.ts'
import { studentTCdf } from '#stats/studentT.ts'
import { membership } from './buildMatrix.ts'
import { standardError } from './comparison.ts'
import { guardsOf, isGuarded, type Guard } from './guards.ts'

/** How a user group of a zone differs from everybody else there in the score of one item. */
export interface GroupContrast {
  readonly group: PublicCode
  readonly item: ItemCode
  /** People of the group who gave a score, and people of the rest of the zone who did. */
  readonly n: number
  readonly others: number
  /** Mean score of the group, 0-10. */
  readonly score: number
  /** Mean of the group minus mean of the others, in points, with its standard error and 95 % interval. */
  readonly difference: number
  readonly se: number
  readonly lower: number
  readonly upper: number
  /** Two-sided, and the same corrected (Benjamini-Hochberg) over the publics and items told. */
  readonly p: number
  readonly pAdjusted: number
}

/** What is compared. */
export interface ContrastRequest {
  readonly zone: string
  /** Groups of fewer people than this are left out, and those that could be found by subtraction; 0 when the viewer holds the records. */
  readonly disclosureThreshold: number
  /** One service; absent means the ratings of all services together. */
  readonly service?: ServiceCode
  /** Absent means the 36 sub-criteria. */
  readonly items?: readonly ItemCode[]
  /** Effective number of people below which a group, or the others, say nothing; 30 when absent. */
  readonly minimumEffectiveN?: number
}

/** The scores of an item: those of one service, or of all one after the other, so that a respondent may stand there several times. */
function scoresOf({ ratings }: Answers, services: readonly ServiceCode[], item: ItemCode): SparseValues {
  const found = services.flatMap((service) => ratings.get(questionIndex(service, item)) ?? [])
  return {
    row: Int32Array.from(found.flatMap(({ respondent }) => [...respondent])),
    value: Float64Array.from(found.flatMap(({ score }) => [...score])),
    factor: Float64Array.from(found.flatMap(({ factor }) => [...factor])),
  }
}

function keep({ row, value, factor }: SparseValues, domain: Uint8Array): SparseValues {
  const inside = (_: number, k: number): boolean => domain[row[k] as number] === 1
  return { row: row.filter(inside), value: value.filter(inside), factor: factor.filter(inside) }
}

/** People who gave at least one of the scores, and how many they are worth: each counts with the sum of the weights of their scores. */
function peopleOf({ row, factor }: SparseValues, weight: Float64Array, domain: Uint8Array): { n: number; effectiveN: number } {
  const weights = new Map<number, number>()
  for (const [k, person] of row.entries()) {
    if (domain[person] === 0) continue
    weights.set(person, (weights.get(person) ?? 0) + (weight[person] as number) * (factor[k] as number))
  }
  return { n: weights.size, effectiveN: effectiveSize([...weights.values()]) }
}

/** A group within the zone: flags of those who belong and of the others, and what guards its figures. */
interface Split {
  readonly group: PublicCode
  readonly own: Uint8Array
  readonly rest: Uint8Array
  readonly guards: readonly Guard[]
}

function splitsOf(answers: Answers, geography: Geography, zone: string, inside: Uint8Array, threshold: number): Split[] {
  return publicCodes.map((group) => {
    const belongs = inGroup(answers, group)
    const own = inside.map((flag, i) => (flag === 1 && belongs(i) ? 1 : 0))
    return {
      group,
      own,
      rest: inside.map((flag, i) => flag - (own[i] as number)),
      guards: threshold === 0 ? [] : guardsOf(answers, geography, zone, group, inside),
    }
  })
}

type Found = Omit<GroupContrast, 'item' | 'pAdjusted'>

/** What holds for every group of an item: all who answered it, the zone's degrees of freedom, and below how many nothing is told, or said. */
interface Terms {
  readonly people: Int32Array
  readonly df: number
  readonly threshold: number
  readonly fewest: number
}

/** The contrast of one group, or `null` where it may not be told or says nothing. */
function contrastOf(
  answers: Answers,
  values: SparseValues,
  { group, own, rest, guards }: Split,
  { people, df, threshold, fewest }: Terms,
): Found | null {
  const { weight, variance: frame } = answers
  const here = peopleOf(values, weight, own)
  const there = peopleOf(values, weight, rest)
  if (Math.min(here.n, there.n) < threshold || Math.min(here.effectiveN, there.effectiveN) < fewest) return null
  if (threshold > 0 && isGuarded(guards, people, threshold)) return null
  const mean = sparseMean(values, weight, own)
  const against = sparseMean(values, weight, rest)
  const influence = new Float64Array(values.row.length)
  addInfluence(influence, values, weight, own, mean, 1)
  addInfluence(influence, values, weight, rest, against, -1)
  const se = standardError(sparseCovariance(frame, values.row, influence, influence).first)
  if (se === null || !(df > 0)) return null
  const difference = mean.mean - against.mean
  const p = 2 * studentTCdf(-Math.abs(difference / se), df)
  return { group, n: here.n, others: there.n, score: mean.mean, difference, se, ...tInterval(difference, se, df), p }
}

/**
 * Each user group of a zone against all others there, for every item: the publics for whom a sub-criterion is notably intense (METHODS 7).
 *
 * The score over all services is the weighted mean over the item's ratings whatever the service; the respondent, who gives several, stays the unit that was
 * drawn. The others are everybody else of the zone, those of an unknown category too: the two share nobody and make up the whole, so that together they tell
 * no more than the group and the whole do. Standard error: design-based, from the influences of both means in one (strata, clusters, calibration); t with
 * the zone's degrees of freedom. Groups too small to be told or to say something are left out, before the correction of p. Equals R survey's
 * `svycontrast` of `svyby(…, covmat = TRUE)`, or the slope of `svyglm` on the group.
 *
 * @example groupContrasts(answers, geography, { zone: '62', disclosureThreshold: 5 })
 * // => [{ group: 'sex:female', item: 'information.known', n: 1423, others: 1377, score: 6.1, difference: -0.2, se: 0.07, … }, …]
 */
export function groupContrasts(answers: Answers, geography: Geography, request: ContrastRequest): GroupContrast[] {
  const { zone, disclosureThreshold: threshold, service, items = subCriterionCodes, minimumEffectiveN: fewest = 30 } = request
  const inside = membership(answers, geography, zone, null)
  const splits = splitsOf(answers, geography, zone, inside, threshold)
  const found = items.flatMap((item) => {
    const values = scoresOf(answers, service ? [service] : serviceCodes, item)
    const people = Int32Array.from(new Set(values.row))
    const within = keep(values, inside)
    const df = sparseDegreesOfFreedom(answers.variance, within.row, inside)
    const contrasts = splits.flatMap((split) => contrastOf(answers, within, split, { people, df, threshold, fewest }) ?? [])
    return contrasts.map((contrast) => ({ ...contrast, item }))
  })
  const adjusted = benjaminiHochberg(found.map(({ p }) => p))
  return found.map((contrast, i) => ({ ...contrast, pAdjusted: adjusted[i] as number }))
}
