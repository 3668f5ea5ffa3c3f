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

function urgency(cell: MatrixCell): number {
  const level = cell.level === 'rethink' ? 0 : 1
  return level * 10 + (cell.sureness ? rank[cell.sureness] : 3)
}

/** Established before likely, rethink before watch, then the lowest score; uncertain verdicts start nothing. */
export function firstThings(cells: readonly MatrixCell[]): Map<ServiceCode, FirstThing> {
  const found = new Map<ServiceCode, { cell: MatrixCell; thing: FirstThing }>()
  for (const cell of cells) {
    if (!isCriterionCode(cell.item) || cell.sureness === 'uncertain') continue
    if (cell.level !== 'rethink' && cell.level !== 'watch') continue
    const held = found.get(cell.service)?.cell
    if (held && urgency(held) < urgency(cell)) continue
    if (held && urgency(held) === urgency(cell) && (held.score ?? 10) <= (cell.score ?? 10)) continue
    const parts = cells.filter(
      (each) =>
        each.service === cell.service &&
        !isCriterionCode(each.item) &&
        criterionOf(each.item) === cell.item &&
        each.status === 'ok',
    )
    const weakest = parts.toSorted((a, b) => (a.score ?? 10) - (b.score ?? 10))[0]
    const part = weakest ? (weakest.item as SubCriterionCode) : null
    found.set(cell.service, { cell, thing: { criterion: cell.item, part, because: cell.level } })
  }
  return new Map([...found].map(([service, { thing }]) => [service, thing]))
}
