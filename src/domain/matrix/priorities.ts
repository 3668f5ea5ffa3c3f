import { criterionOf, isCriterionCode } from '#domain/survey'
import { serviceCodes, type ServiceCode } from '#domain/territory'
import type { MatrixCell } from './cell.ts'
import type { Rule } from './rule.ts'

/** Something to do: a criterion of a service whose verdict calls for it, and what inside it is weakest. */
export interface Priority {
  readonly cell: MatrixCell
  /** Its sub-criteria that can be told, the weakest first; three at most. */
  readonly weakest: readonly MatrixCell[]
  /** The zone compared with is under the threshold too: a matter for the whole département or county. */
  readonly everywhere: boolean
}

export interface ServicePriorities {
  readonly service: ServiceCode
  readonly priorities: readonly Priority[]
}

const sure = { established: 0, likely: 1, uncertain: 2 } as const

/** Rethink before watch, established before likely, what matters to more people first, then the lowest score. */
function byUrgency(a: MatrixCell, b: MatrixCell): number {
  const rank = (cell: MatrixCell): number => (cell.level === 'rethink' ? 0 : 10) + sure[cell.sureness ?? 'uncertain']
  return rank(a) - rank(b) || (b.importance ?? 0) - (a.importance ?? 0) || (a.score ?? 10) - (b.score ?? 10)
}

/** Whether a verdict of the rule by deviation is one of "weak everywhere". */
function isWeakEverywhere(cell: MatrixCell, rule: Pick<Rule, 'by' | 'scoreThreshold'>): boolean {
  return (
    rule.by === 'deviation' && cell.level === 'watch' && cell.againstScore !== null && cell.againstScore < rule.scoreThreshold
  )
}

/**
 * What to do first, service by service: the criteria to rethink or to watch whose verdict is at least likely, in order of urgency, each with its weakest
 * sub-criteria. Uncertain verdicts start nothing. Services without any are left out; those with something to rethink come first.
 */
export function prioritiesOf(cells: readonly MatrixCell[], rule: Rule): ServicePriorities[] {
  const calling = cells.filter(
    (cell) => isCriterionCode(cell.item) && (cell.level === 'rethink' || cell.level === 'watch') && cell.sureness !== 'uncertain',
  )
  const partsOf = (cell: MatrixCell): MatrixCell[] =>
    cells
      .filter(
        (each) =>
          each.service === cell.service &&
          !isCriterionCode(each.item) &&
          criterionOf(each.item) === cell.item &&
          each.status === 'ok',
      )
      .toSorted((a, b) => (a.score ?? 10) - (b.score ?? 10))
      .slice(0, 3)
  const found = serviceCodes.flatMap((service): ServicePriorities[] => {
    const own = calling.filter((cell) => cell.service === service).toSorted(byUrgency)
    if (own.length === 0) return []
    return [
      { service, priorities: own.map((cell) => ({ cell, weakest: partsOf(cell), everywhere: isWeakEverywhere(cell, rule) })) },
    ]
  })
  const first = ({ priorities: [head] }: ServicePriorities): MatrixCell[] => (head ? [head.cell] : [])
  const order = found
    .flatMap(first)
    .toSorted(byUrgency)
    .map((cell) => cell.service)
  return found.toSorted((a, b) => order.indexOf(a.service) - order.indexOf(b.service))
}
