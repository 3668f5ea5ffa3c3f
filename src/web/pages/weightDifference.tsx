import type { FC } from 'hono/jsx'
import type { DifferenceView, ScoreChange } from '#app/weights/weightViews.ts'
import { capital } from '#words/zones.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { askedSurvey, categoryName, makerOf, toSurvey, toVersion, variableName, versionName } from '../weights/names.ts'

/** A change of a total under this share of it comes from rounding. */
const sameWithin = 1e-9

const Figures: FC<{ visit: Visit; view: DifferenceView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { weights } = words
  const { from, to } = view
  const rows: readonly (readonly [string, string, string])[] = [
    [weights.method, weights.methods[from.settings.method] ?? '', weights.methods[to.settings.method] ?? ''],
    [weights.effectiveN, format.integer(from.effectiveN), format.integer(to.effectiveN)],
    [weights.designEffect, format.fine(from.designEffect), format.fine(to.designEffect)],
    [
      weights.gRange,
      weights.gRangeText(format.fine(from.gMin), format.fine(from.gMax)),
      weights.gRangeText(format.fine(to.gMin), format.fine(to.gMax)),
    ],
    [weights.made, makerOf(visit, from), makerOf(visit, to)],
  ]
  return (
    <table class="figures">
      <thead>
        <tr>
          <td></td>
          {[from, to].map((line) => (
            <th scope="col">
              <a href={toVersion(visit, view.survey, line.number)}>{capital(versionName(visit, line))}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, before, after]) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Margins: FC<{ visit: Visit; view: DifferenceView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { weights } = words
  const changed = view.margins.filter(
    ({ from, to }) => from === null || to === null || Math.abs(to - from) > sameWithin * Math.max(to, 1),
  )
  if (changed.length === 0) return <p>{weights.differenceMarginsNone}</p>
  const text = (total: number | null): string => (total === null ? weights.absent : format.integer(total))
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={weights.differenceMargins}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{weights.variable}</th>
            <th scope="col" class="text">
              {weights.category}
            </th>
            <th scope="col">{capital(weights.versionName(String(view.from.number), null))}</th>
            <th scope="col">{capital(weights.versionName(String(view.to.number), null))}</th>
            <th scope="col">{weights.change}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ variable, category, from, to }) => (
            <tr>
              <th scope="row">{variableName(visit, variable)}</th>
              <td class="text">{categoryName(visit, variable, category, view.zoneNames)}</td>
              <td>{text(from)}</td>
              <td>{text(to)}</td>
              <td>{from === null || to === null ? '–' : format.integer(to - from)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function verdictText({ words }: Visit, { from, to }: ScoreChange): string {
  const { weights, levels } = words
  if (from.level === to.level) return weights.same
  const name = (level: typeof from.level): string => (level === null ? weights.noVerdict : levels[level])
  return weights.verdictChange(name(from.level), name(to.level))
}

const Scores: FC<{ visit: Visit; view: DifferenceView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { weights } = words
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={weights.differenceTop}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{weights.service}</th>
            <th scope="col" class="text">
              {weights.criterion}
            </th>
            <th scope="col">{capital(weights.versionName(String(view.from.number), null))}</th>
            <th scope="col">{capital(weights.versionName(String(view.to.number), null))}</th>
            <th scope="col">{weights.change}</th>
            <th scope="col" class="text">
              {weights.verdict}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.scores.map((change) => (
            <tr>
              <th scope="row">{words.services[change.to.service].name}</th>
              <td class="text">{words.criteria[change.to.item as keyof typeof words.criteria].name}</td>
              <td>{format.fine(change.from.score ?? Number.NaN)}</td>
              <td>{format.fine(change.to.score ?? Number.NaN)}</td>
              <td>{format.fine(change.difference)}</td>
              <td class="text">{verdictText(visit, change)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What two versions of a survey's weights change. */
export const weightDifferencePage: Page<DifferenceView> = {
  key: 'weightDifference',
  needs: 'weights.read',
  live: true,
  above: ['weights'],
  crumb: (visit, { survey }) => `${survey.title[visit.language]}, ${visit.words.pageNames.weightDifference}`,
  load: (visit) =>
    visit.desks.weights.difference(visit.viewer, askedSurvey(visit), {
      from: Number(visit.query.get('from')),
      to: Number(visit.query.get('to')),
      zone: visit.asked.territory,
    }),
  title: (visit, { from, to }) =>
    visit.words.weights.differenceTitle(visit.format.integer(from.number), visit.format.integer(to.number)),
  synthetic: ({ survey }) => survey.synthetic,
  view: (visit, view) => {
    const { words, format, language } = visit
    const { weights } = words
    const { survey, from, to, compared, medianChange, verdictsChanged, scores } = view
    const moved = (scores[0]?.difference ?? 0) !== 0 || verdictsChanged > 0
    return (
      <>
        <h1>{weights.differenceTitle(format.integer(from.number), format.integer(to.number))}</h1>
        <p class="context">
          {survey.title[language]}. <a href={toSurvey(visit, 'weightSurvey', survey)}>{weights.allVersions}</a>
        </p>
        <p>
          {moved
            ? weights.differenceScores(
                format.integer(compared),
                format.probability(medianChange),
                format.integer(verdictsChanged),
                inWords(visit, view.zone).in,
              )
            : weights.differenceNone}
        </p>
        <h2>{weights.differenceFigures}</h2>
        <Figures visit={visit} view={view} />
        {moved && (
          <>
            <h2>{weights.differenceTop}</h2>
            <Scores visit={visit} view={view} />
          </>
        )}
        <h2>{weights.differenceMargins}</h2>
        <Margins visit={visit} view={view} />
      </>
    )
  },
}
