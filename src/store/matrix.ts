import type { Matrix, MatrixCell } from '#domain/matrix'
import type { WeighingReport } from '#domain/survey'
import { insertColumns } from './insertColumns.ts'
import type { Reader, Writer } from './open.ts'

export interface Weighting {
  readonly id: string
  readonly territory: string
  readonly surveyId: string
  readonly madeAt: Date
  readonly report: WeighingReport
}

/** Saves a weighting with one weight per respondent, in the order of their numbers. */
export async function insertWeighting(
  writer: Writer,
  weighting: Weighting,
  numbers: readonly number[],
  weights: Float64Array,
): Promise<void> {
  await writer
    .insertInto('weighting')
    .values({
      territory_id: weighting.territory,
      id: weighting.id,
      survey_id: weighting.surveyId,
      method: weighting.report.method,
      made_at: weighting.madeAt,
      diagnostics: JSON.stringify(weighting.report),
    })
    .execute()
  await insertColumns<number>(
    writer,
    'weight',
    {
      territory_id: ['text', () => weighting.territory],
      weighting_id: ['uuid', () => weighting.id],
      respondent: ['integer', (i) => numbers[i] ?? 0],
      weight: ['double precision', (i) => weights[i] ?? 0],
    },
    numbers.map((_, i) => i),
  )
}

/** The latest weighting of a survey: that of the last main job that ended well. */
export async function latestWeighting(reader: Reader, territory: string, surveyId: string): Promise<Weighting | null> {
  const row = await reader
    .selectFrom('weighting')
    .selectAll()
    .where('territory_id', '=', territory)
    .where('survey_id', '=', surveyId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return { id: row.id, territory, surveyId, madeAt: row.made_at, report: row.diagnostics as WeighingReport }
}

/** Weights in the order of the respondents' numbers. */
export async function selectWeights(reader: Reader, weighting: Weighting): Promise<Float64Array> {
  const rows = await reader
    .selectFrom('weight')
    .select('weight')
    .where('territory_id', '=', weighting.territory)
    .where('weighting_id', '=', weighting.id)
    .orderBy('respondent')
    .execute()
  return Float64Array.from(rows, (row) => row.weight)
}

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
    },
    matrix.cells,
  )
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
      }) as MatrixCell,
  )
  const matrix = { territory: head.zone, against: head.against, rule: head.rule, cells, expectedWrong: head.expected_wrong }
  return { id: head.id, territoryId: head.territory_id, weightingId: head.weighting_id, madeAt: head.made_at, matrix }
}
