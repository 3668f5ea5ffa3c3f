import type { Matrix, MatrixCell } from '#domain/matrix'
import { insertColumns } from './insertColumns.ts'
import type { Reader, Writer } from './open.ts'
import type { Weighting } from './weightings.ts'

export interface PublishedMatrix {
  readonly id: string
  readonly territoryId: string
  readonly weightingId: string
  readonly madeAt: Date
  readonly matrix: Matrix
}

export async function insertMatrix(writer: Writer, published: PublishedMatrix): Promise<void> {
  const { matrix } = published
  await writer
    .insertInto('matrix')
    .values({
      territory_id: published.territoryId,
      id: published.id,
      weighting_id: published.weightingId,
      zone: matrix.territory,
      against: matrix.against,
      rule: matrix.rule,
      made_at: published.madeAt,
      expected_wrong: matrix.expectedWrong,
    })
    .execute()
  await insertColumns<MatrixCell>(
    writer,
    'matrix_cell',
    {
      territory_id: ['text', () => published.territoryId],
      matrix_id: ['uuid', () => published.id],
      service: ['text', (cell) => cell.service],
      item: ['text', (cell) => cell.item],
      status: ['text', (cell) => cell.status],
      n: ['integer', (cell) => cell.n],
      effective_n: ['double precision', (cell) => cell.effectiveN],
      score: ['double precision', (cell) => cell.score],
      se: ['double precision', (cell) => cell.se],
      lower: ['double precision', (cell) => cell.lower],
      upper: ['double precision', (cell) => cell.upper],
      against_score: ['double precision', (cell) => cell.againstScore],
      deviation: ['double precision', (cell) => cell.deviation],
      deviation_se: ['double precision', (cell) => cell.deviationSe],
      deviation_lower: ['double precision', (cell) => cell.deviationLower],
      deviation_upper: ['double precision', (cell) => cell.deviationUpper],
      below_p: ['double precision', (cell) => cell.belowP],
      below_adjusted: ['double precision', (cell) => cell.belowAdjusted],
      level: ['text', (cell) => cell.level],
      sureness: ['text', (cell) => cell.sureness],
      probability: ['double precision', (cell) => cell.probability],
      side: ['text', (cell) => cell.side],
      giving_up: ['double precision', (cell) => cell.givingUp],
      importance: ['double precision', (cell) => cell.importance],
      importance_se: ['double precision', (cell) => cell.importanceSe],
    },
    matrix.cells,
  )
}

/** Removes the matrices that were made with a version, before they are made again. */
export async function deleteMatrices(writer: Writer, weighting: Pick<Weighting, 'territory' | 'id'>): Promise<void> {
  const made = writer
    .selectFrom('matrix')
    .select('id')
    .where('territory_id', '=', weighting.territory)
    .where('weighting_id', '=', weighting.id)
  await writer.deleteFrom('matrix_cell').where('territory_id', '=', weighting.territory).where('matrix_id', 'in', made).execute()
  await writer
    .deleteFrom('matrix')
    .where('territory_id', '=', weighting.territory)
    .where('weighting_id', '=', weighting.id)
    .execute()
}

/** The published matrix of a zone against another under a rule, made with this weighting; cells in no particular order. */
export async function selectMatrix(
  reader: Reader,
  weighting: Weighting,
  which: { readonly zone: string; readonly against: string; readonly rule: string },
): Promise<PublishedMatrix | null> {
  const head = await reader
    .selectFrom('matrix')
    .selectAll()
    .where('territory_id', '=', weighting.territory)
    .where('weighting_id', '=', weighting.id)
    .where('zone', '=', which.zone)
    .where('against', '=', which.against)
    .where('rule', '=', which.rule)
    .executeTakeFirst()
  if (!head) return null
  const rows = await reader
    .selectFrom('matrix_cell')
    .selectAll()
    .where('territory_id', '=', head.territory_id)
    .where('matrix_id', '=', head.id)
    .execute()
  const cells = rows.map(
    (row) =>
      ({
        service: row.service,
        item: row.item,
        status: row.status,
        n: row.n,
        effectiveN: row.effective_n,
        score: row.score,
        se: row.se,
        lower: row.lower,
        upper: row.upper,
        againstScore: row.against_score,
        deviation: row.deviation,
        deviationSe: row.deviation_se,
        deviationLower: row.deviation_lower,
        deviationUpper: row.deviation_upper,
        belowP: row.below_p,
        belowAdjusted: row.below_adjusted,
        level: row.level,
        sureness: row.sureness,
        probability: row.probability,
        side: row.side,
        givingUp: row.giving_up,
        importance: row.importance,
        importanceSe: row.importance_se,
      }) as MatrixCell,
  )
  const matrix = { territory: head.zone, against: head.against, rule: head.rule, cells, expectedWrong: head.expected_wrong }
  return { id: head.id, territoryId: head.territory_id, weightingId: head.weighting_id, madeAt: head.made_at, matrix }
}
