import { inGroup, publicCodes, questionIndex, type Answers, type ItemCode, type PublicCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import { benjaminiHochberg } from '#stats/benjaminiHochberg.ts'
import { studentTCdf } from '#stats/studentT.ts'
import type { Comparison } from './comparison.ts'
import { estimateCell } from './estimateCell.ts'
import type { Guard } from './guards.ts'

/** A user group against the others in the same territory. */
export interface Contrast {
  readonly group: PublicCode
  readonly n: number
  readonly score: number
  /** Score of the group minus that of the territory's users as a whole, in points. */
  readonly difference: number
  readonly se: number
  readonly lower: number
  readonly upper: number
  /** Two-sided, corrected over the groups of the sheet. */
  readonly pAdjusted: number
}

/** What stands behind a cell. */
export interface Evidence {
  /** Weighted share of each score 0-10 in the territory, and in the zone compared with; `null` when suppressed. */
  readonly distribution: readonly number[] | null
  readonly againstDistribution: readonly number[] | null
  /** Groups whose difference is significant at 10 %, and the rest, largest difference first. */
  readonly contrasts: readonly Contrast[]
}

/** What guards a user group's cell in the sheet's territory. */
type GuardsFor = (group: PublicCode) => readonly Guard[]

function distribution(answers: Answers, question: number, domain: Uint8Array, threshold: number): number[] | null {
  const ratings = answers.ratings.get(question)
  if (!ratings) return null
  const shares = Array.from({ length: 11 }, () => 0)
  let total = 0
  let n = 0
  for (let i = 0; i < ratings.respondent.length; i++) {
    const row = ratings.respondent[i] as number
    if (domain[row] === 0) continue
    const w = (answers.weight[row] as number) * (ratings.factor[i] as number)
    const bin = Math.round(ratings.score[i] as number)
    shares[bin] = (shares[bin] ?? 0) + w
    total += w
    n++
  }
  return n < Math.max(threshold, 30) || total === 0 ? null : shares.map((share) => share / total)
}

function groupFlags(answers: Answers, group: PublicCode, within: Uint8Array): Uint8Array {
  const belongs = inGroup(answers, group)
  return within.map((flag, i) => (flag === 1 && belongs(i) ? 1 : 0))
}

/** Each group's deviation from all users of the territory (overlapping samples), thin groups left out. */
function contrasts(
  answers: Answers,
  service: ServiceCode,
  item: ItemCode,
  comparison: Comparison,
  guardsFor: GuardsFor,
): Contrast[] {
  const found = publicCodes.flatMap((group) => {
    const own = groupFlags(answers, group, comparison.territory)
    const cell = estimateCell(answers, service, item, {
      ...comparison,
      territory: own,
      against: comparison.territory,
      guards: { territory: [...guardsFor(group)], against: comparison.guards.territory },
    })
    const { n, score, deviation, deviationSe, deviationLower, deviationUpper } = cell
    if (cell.status !== 'ok' || n === null || score === null || deviation === null || deviationSe === null) return []
    const interval = { lower: deviationLower ?? Number.NaN, upper: deviationUpper ?? Number.NaN }
    return [{ group, n, score, difference: deviation, se: deviationSe, ...interval }]
  })
  const df = answers.variance.design.units - answers.variance.design.strata
  const adjusted = benjaminiHochberg(found.map((each) => 2 * studentTCdf(-Math.abs(each.difference / each.se), df)))
  return found
    .map((each, i) => ({ ...each, pAdjusted: adjusted[i] ?? 1 }))
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
}

/** Everything an evidence sheet draws beyond the cell itself. Distributions need 30 answers: with fewer, single people show. */
export function buildEvidence(
  answers: Answers,
  service: ServiceCode,
  item: ItemCode,
  comparison: Comparison,
  guardsFor: GuardsFor,
): Evidence {
  const question = questionIndex(service, item)
  return {
    distribution: distribution(answers, question, comparison.territory, comparison.disclosureThreshold),
    againstDistribution: distribution(answers, question, comparison.against, comparison.disclosureThreshold),
    contrasts: contrasts(answers, service, item, comparison, guardsFor),
  }
}
