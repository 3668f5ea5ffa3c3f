import { readHead } from './head.ts'
import { issueAt } from './report.ts'
import type { KindReader } from './kindReader.ts'
import type { ImportKind } from './kinds.ts'
import { answers } from './kinds/answers.ts'
import { census } from './kinds/census.ts'
import { facilities } from './kinds/facilities.ts'
import { filosofi } from './kinds/filosofi.ts'
import { franceServices } from './kinds/franceServices.ts'
import { libraries } from './kinds/libraries.ts'
import { places } from './kinds/places.ts'
import { population } from './kinds/population.ts'
import { postcodes } from './kinds/postcodes.ts'
import { zones } from './kinds/zones.ts'
import type { ReadingContext, TablePlan, TableRefusal } from './rowReader.ts'

/** In the order in which a head is asked: those that only one publisher writes first, those that anybody may write last. */
const readers: readonly KindReader[] = [
  franceServices,
  libraries,
  answers,
  facilities,
  filosofi,
  postcodes,
  census,
  population,
  places,
  zones,
]

/**
 * Understands the head of a table: of which kind it is and how its rows are read. Case, accents, spaces, marks, quotes and the order of columns do not
 * matter. `null` when it fits no kind; a refusal when it does (or `kind` says so) and columns are missing: their fields are `unmapped` and can be chosen in
 * `context.mapping`.
 */
export function planTable(
  header: readonly string[],
  context: ReadingContext,
  kind?: ImportKind,
): TablePlan | TableRefusal | null {
  const head = readHead(header)
  if (kind === 'boundaries') {
    return { kind, unmapped: [], issues: [issueAt(1, '', head.columns.join(', '), 'file.unknownKind', 'GeoJSON, TopoJSON')] }
  }
  const reader =
    kind === undefined ? readers.find((each) => each.recognises(head, context)) : readers.find((each) => each.kind === kind)
  return reader?.plan(head, context) ?? null
}

/** Whether a table can be read. */
export function isPlan(planned: TablePlan | TableRefusal | null): planned is TablePlan {
  return planned !== null && 'read' in planned
}
