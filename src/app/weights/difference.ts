import { buildMatrix } from '#domain/matrix'
import { isCriterionCode, type WeighingReport } from '#domain/survey'
import type { Geography } from '#domain/territory'
import { median } from '#stats/median.ts'
import type { Reader } from '#store/open.ts'
import type { Survey } from '#store/surveys.ts'
import { weightingOfSurvey, type Weighting } from '#store/weightings.ts'
import { answersUnder } from '../answers.ts'
import { publishedRequest } from '../mainJob.ts'
import { zoneName } from '../naming.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import { findVersion } from './versions.ts'
import { findSurvey, versionLine, weighedSurvey, zoneNamesIn } from './weighedSurvey.ts'
import type { DifferenceView, MarginChange, ScoreChange, SurveyAsked } from './weightViews.ts'

const scoresShown = 12

function marginChanges(from: WeighingReport, to: WeighingReport): MarginChange[] {
  const key = ({ variable, category }: { variable: string; category: string }): string => `${variable}\n${category}`
  const before = new Map(from.margins.map((margin) => [key(margin), margin.target]))
  const after = new Map(to.margins.map((margin) => [key(margin), margin.target]))
  const all = new Map([...to.margins, ...from.margins].map((margin) => [key(margin), margin]))
  return [...all].map(([id, { variable, category }]) => ({
    variable,
    category,
    from: before.get(id) ?? null,
    to: after.get(id) ?? null,
  }))
}

/** The zone in view where it is one of the survey's, else the whole root. */
function zoneOf(geography: Geography, root: string, wanted: string): string {
  const zone = geography.find(wanted)
  return zone?.root === root && (zone.level === 'territory' || zone.level === 'epci') ? zone.code : root
}

async function cellsUnder(
  obs: Observatory,
  reader: Reader,
  geography: Geography,
  which: { readonly survey: Survey; readonly weighting: Weighting; readonly zone: string },
) {
  const { answers } = await answersUnder(obs, reader, which.survey, which.weighting)
  const { cells } = buildMatrix(answers, geography, publishedRequest(which.zone, which.survey.territory))
  return new Map(cells.filter(({ item }) => isCriterionCode(item)).map((cell) => [`${cell.service} ${cell.item}`, cell]))
}

/** What two versions of a survey's weights change: margins, design effect, scores and verdicts of the zone in view. */
export function differenceView(
  obs: Observatory,
  asked: SurveyAsked,
  which: { readonly from: number; readonly to: number; readonly zone: string },
): Promise<DifferenceView> {
  return withAtlas(obs, async (reader, { geography }) => {
    const survey = await findSurvey(reader, asked)
    const from = await findVersion(reader, survey, which.from)
    const to = await findVersion(reader, survey, which.to)
    const inForce = await weightingOfSurvey(reader, survey)
    const zone = zoneOf(geography, asked.root, which.zone)
    const before = await cellsUnder(obs, reader, geography, { survey, weighting: from, zone })
    const after = await cellsUnder(obs, reader, geography, { survey, weighting: to, zone })
    const both = [...after].flatMap(([key, cell]) => {
      const former = before.get(key)
      return former ? [{ from: former, to: cell }] : []
    })
    const scores = both.flatMap((pair): ScoreChange[] =>
      pair.from.score === null || pair.to.score === null ? [] : [{ ...pair, difference: pair.to.score - pair.from.score }],
    )
    return {
      survey: await weighedSurvey(reader, geography, survey),
      from: versionLine(from, inForce),
      to: versionLine(to, inForce),
      zone: zoneName(geography.get(zone)),
      zoneNames: zoneNamesIn(geography, [...from.report.margins, ...to.report.margins]),
      margins: marginChanges(from.report, to.report),
      scores: scores
        .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
        .filter(({ from: then, to: now }, i) => i < scoresShown || then.level !== now.level),
      compared: scores.length,
      medianChange: scores.length === 0 ? 0 : median(scores.map(({ difference }) => Math.abs(difference))),
      verdictsChanged: both.filter((pair) => pair.from.level !== pair.to.level).length,
    }
  })
}
