import { criterionOf, isCriterionCode, type CriterionCode, type SubCriterionCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import type { MatrixCell } from './cell.ts'

/** "What to do first" for a service: the criterion that most needs attention and, inside it, the weakest sub-criterion. */
export interface FirstThing {
  readonly criterion: CriterionCode
  readonly part: SubCriterionCode | null
  /** Why this one: its verdict is to rethink, or only to watch. */
  readonly because: 'rethink' | 'watch'
}

const rank = { established: 0, likely: 1, uncertain: 2 } as const

/** Whether a cell can start something: a criterion to rethink or to watch, and not by chance. */
function calls(cell: MatrixCell): boolean {
  const weak = cell.level === 'rethink' || cell.level === 'watch'
  return weak && cell.sureness !== 'uncertain' && isCriterionCode(cell.item)
}

/** Established before likely within a level, rethink before watch, then the lowest score. */
function byUrgency(a: MatrixCell, b: MatrixCell): number {
  const urgency = ({ level, sureness }: MatrixCell): number => (level === 'rethink' ? 0 : 10) + rank[sureness ?? 'uncertain']
  return urgency(a) - urgency(b) || (a.score ?? 10) - (b.score ?? 10)
}

function weakestPart(cells: readonly MatrixCell[], { service, item }: MatrixCell): SubCriterionCode | null {
  const parts = cells.filter(
    (each) => each.service === service && !isCriterionCode(each.item) && criterionOf(each.item) === item && each.status === 'ok',
  )
  const weakest = parts.toSorted((a, b) => (a.score ?? 10) - (b.score ?? 10))[0]
  return weakest ? (weakest.item as SubCriterionCode) : null
}

/** The first thing to do of each service that has one; uncertain verdicts start nothing. */
export function firstThings(cells: readonly MatrixCell[]): Map<ServiceCode, FirstThing> {
  const found = new Map<ServiceCode, FirstThing>()
  for (const cell of cells.filter(calls).toSorted(byUrgency)) {
    if (found.has(cell.service)) continue
    const because = cell.level === 'rethink' ? 'rethink' : 'watch'
    found.set(cell.service, { criterion: criterionOf(cell.item), part: weakestPart(cells, cell), because })
  }
  return found
}
