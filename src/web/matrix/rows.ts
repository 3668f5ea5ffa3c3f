import type { MatrixView } from '#app/views.ts'
import type { MatrixCell } from '#domain/matrix'
import type { CriterionCode, ItemCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import { criterionOf, isSubCriterion } from '../parts/itemNames.ts'

/** A service's line: its cells under the columns shown. */
export interface Row {
  readonly service: ServiceCode
  readonly cells: readonly MatrixCell[]
  /** Share of those who needed the service and gave it up for any reason; `null` when a part of it may not be told. */
  readonly givingUp: number | null
}

export interface Grid {
  readonly columns: readonly ItemCode[]
  readonly rows: readonly Row[]
}

/** People give one reason, so the rates of a service's criteria add up; a criterion that is not asked adds nothing. */
function totalGivingUp(cells: readonly MatrixCell[]): number | null {
  let total = 0
  for (const cell of cells) {
    if (cell.status === 'notApplicable') continue
    if (cell.givingUp === null) return null
    total += cell.givingUp
  }
  return total
}

/** Rows and columns in the order of the matrix; an open criterion is followed by its sub-criteria. */
export function gridOf(view: MatrixView, open: CriterionCode | null): Grid {
  const services = new Map<ServiceCode, Map<ItemCode, MatrixCell>>()
  const items = new Set<ItemCode>()
  for (const cell of view.matrix.cells) {
    items.add(cell.item)
    const held = services.get(cell.service)
    if (held) held.set(cell.item, cell)
    else services.set(cell.service, new Map([[cell.item, cell]]))
  }
  const criteria = [...items].filter((item) => !isSubCriterion(item))
  const parts = [...items].filter((item) => isSubCriterion(item) && criterionOf(item) === open)
  const columns = criteria.flatMap((item) => (item === open ? [item, ...parts] : [item]))
  const rows = [...services].map(([service, cells]) => ({
    service,
    cells: columns.flatMap((item) => cells.get(item) ?? []),
    givingUp: totalGivingUp(criteria.flatMap((item) => cells.get(item) ?? [])),
  }))
  return { columns, rows }
}
