import { independentDifferences, type Difference } from '#domain/matrix'
import { isCriterionCode } from '#domain/survey'
import { DomainError } from '#kernel/result.ts'
import { selectMatrix } from '#store/matrix.ts'
import type { Reader } from '#store/open.ts'
import { publishedSurveys, type Survey } from '#store/surveys.ts'
import { weightingOfSurvey } from '#store/weightings.ts'
import { matrixResult, type MatrixResult } from '../matrixResult.ts'
import { surveySource, zoneName } from '../naming.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import type { ChangeView, Wave } from './findingViews.ts'

export function waveOf({ code, title, fieldStart, fieldEnd }: Survey): Wave {
  return { code, title, fieldStart, fieldEnd }
}

/** The surveys of a root that came before one of them, the latest first. */
export async function earlierWaves(reader: Reader, survey: Survey): Promise<Survey[]> {
  const published = await publishedSurveys(reader, survey.territory, 'satisfaction')
  return published.slice(published.findIndex(({ id }) => id === survey.id) + 1)
}

/** The cells of an earlier wave as they were published, for a zone compared with its root; none where it was never computed. */
async function cellsThen(reader: Reader, survey: Survey, now: MatrixResult) {
  const weighting = await weightingOfSurvey(reader, survey)
  if (!weighting) return []
  const { territory: zone, against, rule } = now.matrix
  return (await selectMatrix(reader, weighting, { zone, against, rule }))?.matrix.cells ?? []
}

/** What changed since an earlier wave: the latest one when `since` is `null`. Samples drawn anew are independent; nobody is followed from one to the next. */
export async function differencesSince(
  reader: Reader,
  now: MatrixResult,
  survey: Survey,
  wanted: (cell: { readonly service: string; readonly item: string }) => boolean,
): Promise<Difference[]> {
  const then = await cellsThen(reader, survey, now)
  return independentDifferences(now.matrix.cells.filter(wanted), then.filter(wanted))
}

export async function changeView(
  obs: Observatory,
  query: { readonly territory: string; readonly since: string | null },
): Promise<ChangeView> {
  return withAtlas(obs, async (reader) => {
    const { choice, result } = await matrixResult(obs, reader, { territory: query.territory })
    const waves = await earlierWaves(reader, result.survey)
    const since = query.since === null ? waves[0] : waves.find((wave) => wave.code === query.since)
    if (query.since !== null && !since) throw new DomainError('wave.unknown', { code: query.since })
    const criteria = (cell: { readonly item: string }): boolean => isCriterionCode(cell.item)
    return {
      territory: zoneName(choice.territory),
      rule: choice.rule,
      survey: surveySource(result),
      waves: waves.map(waveOf),
      since: since ? waveOf(since) : null,
      differences: since ? await differencesSince(reader, result, since, criteria) : [],
    }
  })
}
