import { criterionCodes, criterionOf } from '#domain/survey'
import { clopperPearson } from '#stats/intervals.ts'
import type { Reader } from '#store/open.ts'
import { countRespondents, selectCitations } from '#store/survey.ts'
import { latestSurvey, type Survey } from '#store/surveys.ts'
import { matrixResult } from './matrixResult.ts'
import { surveySource, weightingReport, zoneName } from './naming.ts'
import { withAtlas, type Observatory } from './observatory.ts'
import type { MethodView, SurveySource } from './views.ts'

async function elicitation(
  reader: Reader,
  survey: Survey,
): Promise<{ source: SurveySource; citations: MethodView['citations'] }> {
  const respondents = await countRespondents(reader, survey)
  const cited = await selectCitations(reader, survey)
  const { title, source, fieldStart, fieldEnd, grid, synthetic } = survey
  const citations = criterionCodes.map((criterion) => {
    const n = new Set(cited.filter((each) => criterionOf(each.item) === criterion).map((each) => each.respondent)).size
    return { criterion, n, share: n / respondents, ...clopperPearson(n, respondents) }
  })
  const counts = { respondents, respondentsHere: respondents, effectiveN: respondents }
  return { source: { title, source, fieldStart, fieldEnd, grid, synthetic, ...counts }, citations }
}

export async function methodView(obs: Observatory, query: { territory: string }): Promise<MethodView> {
  return withAtlas(obs, async (reader) => {
    const { choice, result } = await matrixResult(obs, reader, query)
    const first = await latestSurvey(reader, choice.root, 'elicitation')
    const cited = first ? await elicitation(reader, first) : null
    return {
      territory: zoneName(choice.territory),
      rule: choice.rule,
      survey: surveySource(result),
      elicitation: cited?.source ?? null,
      weighting: weightingReport(result),
      citations: cited?.citations ?? [],
    }
  })
}
