import type { FC } from 'hono/jsx'
import { may } from '#app/rights.ts'
import type { VersionLine, WeightSurveyView } from '#app/weights/weightViews.ts'
import { capital } from '#words/zones.ts'
import type { Page, Visit } from '../page.ts'
import { pathTo, queryOf } from '../paths.ts'
import { costSentence, KeyFigures } from '../weights/diagnostics.tsx'
import { askedSurvey, makerOf, surveyContext, toSurvey, toVersion, versionName } from '../weights/names.ts'
import { Hidden } from '../weights/settingsForm.tsx'
import { MarginSources } from '../weights/sources.tsx'

const InForce: FC<{ visit: Visit; view: WeightSurveyView; line: VersionLine | undefined }> = ({ visit, view, line }) => {
  const { weights } = visit.words
  return (
    <section aria-labelledby="now">
      <h2 id="now">{weights.nowTitle}</h2>
      {line ? (
        <>
          <p>
            {view.isNamed ? weights.nowNamed(versionName(visit, line)) : weights.nowLatest(versionName(visit, line))}{' '}
            {costSentence(visit, line)}
          </p>
          <KeyFigures visit={visit} figures={line} />
        </>
      ) : (
        <p>{weights.nowNone}</p>
      )}
      <p class="actions">
        <a class="button" href={toSurvey(visit, 'weightTry', view.survey)}>
          {weights.tryOthers}
        </a>
        <a class="button quiet" href={toSurvey(visit, 'weightMargins', view.survey)}>
          {weights.seeMargins}
        </a>
      </p>
    </section>
  )
}

const Versions: FC<{ visit: Visit; view: WeightSurveyView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { weights } = words
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{weights.version}</th>
          <th scope="col">{weights.method}</th>
          <th scope="col">{weights.made}</th>
          <th scope="col" class="number">
            {weights.effectiveN}
          </th>
          <th scope="col" class="number">
            {weights.designEffect}
          </th>
          <th scope="col" class="number">
            {weights.gRange}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.versions.map((line) => (
          <tr>
            <th scope="row">
              <a href={toVersion(visit, view.survey, line.number)}>{capital(versionName(visit, line))}</a>{' '}
              {line.inForce && <b class="weight-mark">{weights.inForce}</b>}
            </th>
            <td data-label={weights.method}>{weights.methods[line.settings.method]}</td>
            <td data-label={weights.made}>{makerOf(visit, line)}</td>
            <td data-label={weights.effectiveN} class="number">
              {format.integer(line.effectiveN)}
            </td>
            <td data-label={weights.designEffect} class="number">
              {format.fine(line.designEffect)}
            </td>
            <td data-label={weights.gRange} class="number">
              {weights.gRangeText(format.fine(line.gMin), format.fine(line.gMax))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Compare: FC<{ visit: Visit; view: WeightSurveyView }> = ({ visit, view }) => {
  const { weights } = visit.words
  const pick = (name: 'from' | 'to', label: string, chosen: number | undefined) => (
    <p class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {view.versions.map((line) => (
          <option value={line.number} selected={line.number === chosen}>
            {capital(versionName(visit, line))}
          </option>
        ))}
      </select>
    </p>
  )
  const inForce = view.versions.find((line) => line.inForce) ?? view.versions[1]
  const other = view.versions.find((line) => line.number !== inForce?.number)
  return (
    <form
      method="get"
      action={toSurvey(visit, 'weightDifference', view.survey)}
      class="filters"
      aria-label={weights.compareTitle}
    >
      <Hidden fields={new URLSearchParams(queryOf(visit.asked))} />
      {pick('from', weights.compareFrom, inForce?.number)}
      {pick('to', weights.compareTo, other?.number)}
      <p class="field">
        <button type="submit" class="quiet">
          {weights.compare}
        </button>
      </p>
    </form>
  )
}

const Done: FC<{ visit: Visit; line: VersionLine | undefined }> = ({ visit, line }) => {
  const { words, language, asked, query } = visit
  const done = query.get('done')
  if (!line || (done !== 'running' && done !== 'kept')) return <></>
  return (
    <p class="notice" role="status">
      {words.weights.forced(versionName(visit, line))} {done === 'running' && words.weights.forcedRunning}{' '}
      {done === 'running' && may(visit.viewer, 'jobs.run') && (
        <a href={pathTo(language, 'jobs', asked)}>{words.weights.seeJobs}</a>
      )}
    </p>
  )
}

/** The weights of a survey: the version in force, all versions, where the margins come from. */
export const weightSurveyPage: Page<WeightSurveyView> = {
  key: 'weightSurvey',
  needs: 'weights.read',
  live: true,
  above: ['weights'],
  crumb: (visit, { survey }) => survey.title[visit.language],
  load: (visit) => visit.desks.weights.survey(visit.viewer, askedSurvey(visit)),
  title: (visit, { survey }) => visit.words.weights.surveyTitle(survey.title[visit.language]),
  synthetic: ({ survey }) => survey.synthetic,
  view: (visit, view) => {
    const { language } = visit
    const { weights } = visit.words
    const line = view.versions.find(({ inForce }) => inForce)
    return (
      <>
        <h1>{weights.surveyTitle(view.survey.title[language])}</h1>
        <p class="context">
          {surveyContext(visit, view.survey)} {capital(weights.states[view.survey.state])}.
        </p>
        <Done visit={visit} line={line} />
        <InForce visit={visit} view={view} line={line} />
        <section aria-labelledby="versions">
          <h2 id="versions">{weights.versionsTitle}</h2>
          {view.versions.length === 0 ? <p>{weights.versionsNone}</p> : <Versions visit={visit} view={view} />}
          {view.versions.length > 1 && <Compare visit={visit} view={view} />}
        </section>
        <section aria-labelledby="sources">
          <h2 id="sources">{weights.sourcesTitle}</h2>
          <MarginSources visit={visit} survey={view.survey} margins={view} />
        </section>
      </>
    )
  },
}
