import { inGroup, isCriterionCode, type Answers, type ItemCode, type PublicCode, type SurveyMembers } from '#domain/survey'
import { serviceCodes, type Geography } from '#domain/territory'
import { benjaminiHochberg } from '#stats/benjaminiHochberg.ts'
import { normalCdf } from '#stats/normal.ts'
import type { CellEstimate, Matrix, MatrixCell } from './cell.ts'
import type { Comparison } from './comparison.ts'
import { estimateCell } from './estimateCell.ts'
import { guardsOf, type Guard } from './guards.ts'
import { judge, type Rule } from './rule.ts'

/** Which matrix is asked for. */
export interface MatrixRequest {
  readonly territory: string
  readonly against: string
  readonly rule: Rule
  /** Keeps one user group, in the territory and in what it is compared with. */
  readonly group: PublicCode | null
  readonly items: readonly ItemCode[]
  readonly disclosureThreshold: number
}

/** A flag per respondent: lives in the zone and belongs to the group. */
export function membership(members: SurveyMembers, geography: Geography, zone: string, group: PublicCode | null): Uint8Array {
  const known = new Map<string, boolean>()
  const inside = (code: string): boolean => {
    const held = known.get(code) ?? geography.position(code, zone) === 'inside'
    known.set(code, held)
    return held
  }
  const belongs = inGroup(members, group)
  return Uint8Array.from(members.zone, (code, i) => (inside(code) && belongs(i) ? 1 : 0))
}

/** One-sided p of "not below" for every cell with a verdict; the rest stay out of the family, which is fixed before any filter. */
function belowTests(cells: readonly CellEstimate[]): Map<CellEstimate, { p: number; adjusted: number }> {
  const family = cells.filter((cell) => cell.status === 'ok' && cell.deviation !== null && cell.deviationSe !== null)
  const p = family.map((cell) => normalCdf((cell.deviation ?? 0) / (cell.deviationSe ?? 1)))
  const adjusted = benjaminiHochberg(p)
  return new Map(family.map((cell, i) => [cell, { p: p[i] ?? 1, adjusted: adjusted[i] ?? 1 }]))
}

function judged(cells: readonly CellEstimate[], rule: Rule): MatrixCell[] {
  const tests = belowTests(cells)
  return cells.map((cell) => {
    const { covariance: _, importanceCovariance: __, ...shown } = cell
    const test = tests.get(cell)
    return { ...shown, ...judge(cell, rule), belowP: test?.p ?? null, belowAdjusted: test?.adjusted ?? null }
  })
}

/** Whom a request is about: the flags of both zones and, where the viewer does not hold the records, what guards their cells. */
export function comparisonOf(members: SurveyMembers, geography: Geography, request: Omit<MatrixRequest, 'items'>): Comparison {
  const { territory, against, group, rule, disclosureThreshold } = request
  const flags = (zone: string): Uint8Array => membership(members, geography, zone, group)
  const guards = (zone: string): readonly Guard[] =>
    disclosureThreshold === 0 ? [] : guardsOf(members, geography, zone, group, membership(members, geography, zone, null))
  return {
    territory: flags(territory),
    against: flags(against),
    guards: { territory: guards(territory), against: guards(against) },
    disclosureThreshold,
    fewestReasons: group === null || disclosureThreshold === 0 ? 0 : 5,
    minimumEffectiveN: rule.minimumEffectiveN,
  }
}

/** Expected number of wrong verdicts among the established ones: the sum of 1 - p. */
export function expectedWrong(cells: readonly MatrixCell[]): number {
  const established = cells.filter((cell) => cell.sureness === 'established')
  return established.reduce((sum, cell) => sum + 1 - (cell.probability ?? 1), 0)
}

/**
 * The accessibility matrix of a territory: services x items, each cell estimated, tested and judged.
 * Criteria and sub-criteria are families of their own; the expected number of wrong verdicts counts the established criteria.
 */
export function buildMatrix(answers: Answers, geography: Geography, request: MatrixRequest): Matrix {
  const comparison = comparisonOf(answers, geography, request)
  const families = [request.items.filter(isCriterionCode), request.items.filter((item) => !isCriterionCode(item))]
  const cells = families.flatMap((items) => {
    const estimates = serviceCodes.flatMap((service) => items.map((item) => estimateCell(answers, service, item, comparison)))
    return judged(estimates, request.rule)
  })
  const { territory, against, rule } = request
  return {
    territory,
    against,
    rule: rule.code,
    cells,
    expectedWrong: expectedWrong(cells.filter((cell) => isCriterionCode(cell.item))),
  }
}
