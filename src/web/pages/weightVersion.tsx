import type { FC } from 'hono/jsx'
import { may } from '#app/rights.ts'
import type { VersionView } from '#app/weights/weightViews.ts'
import { capital } from '#words/zones.ts'
import { weightsActions } from '../addresses/weights.ts'
import type { Page, Visit } from '../page.ts'
import { filled, queryOf } from '../paths.ts'
import { Diagnostics } from '../weights/diagnostics.tsx'
import { askedSurvey, categoryName, toSurvey, variableName, versionName } from '../weights/names.ts'
import { Hidden } from '../weights/settingsForm.tsx'

/** The settings of a version in words. */
const Settings: FC<{ visit: Visit; view: VersionView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { weights } = words
  const { method, bounds, joined } = view.line.settings
  const variables = [...new Set(view.report.margins.map(({ variable }) => variable))]
  const name = (variable: string, category: string): string => categoryName(visit, variable, category, view.zoneNames)
  const joins = Object.entries(joined).flatMap(([variable, own]) =>
    Object.entries(own).map(([category, into]) => weights.joinedText(name(variable, category), name(variable, into))),
  )
  const lines: readonly (readonly [string, string])[] = [
    [weights.method, weights.methods[method] ?? method],
    [weights.bounds, bounds ? weights.boundsText(format.fine(bounds.lower), format.fine(bounds.upper)) : weights.noBounds],
    [weights.chosenVariables, format.list(variables.map((variable) => variableName(visit, variable)))],
    [weights.joined, joins.length === 0 ? weights.noJoins : format.list(joins)],
  ]
  return (
    <dl class="admin-facts">
      {lines.map(([term, text]) => (
        <div>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {(view.report.sources ?? []).map(({ variable, source, referenceDate }) => (
        <div>
          <dt>{`${weights.source}, ${variableName(visit, variable)}`}</dt>
          <dd>
            {source}
            {referenceDate && ` (${referenceDate})`}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Force: FC<{ visit: Visit; view: VersionView }> = ({ visit, view }) => {
  const { weights } = visit.words
  const { survey, line } = view
  if (line.negativeWeights > 0) return <p class="notice warning">{weights.negativeBlocks}</p>
  const parts = { root: survey.root.code, code: survey.code, number: String(line.number) }
  const action = filled(weightsActions.putInForce[visit.language], parts) + queryOf(visit.asked)
  return (
    <form method="post" action={action} class="weight-freeze">
      <h2>{weights.forceTitle}</h2>
      <p>{weights.forceText}</p>
      {survey.state !== 'published' && <p>{weights.forceWaits}</p>}
      <Hidden fields={[['version', String(survey.version)]]} />
      <button type="submit">{weights.force}</button>
    </form>
  )
}

/** Other versions to compare with. */
const Others: FC<{ visit: Visit; view: VersionView }> = ({ visit, view }) => {
  const { weights } = visit.words
  const { survey, line, others } = view
  if (others.length === 0) return <></>
  const other = others.find(({ inForce }) => inForce) ?? others[0]
  return (
    <form method="get" action={toSurvey(visit, 'weightDifference', survey)} class="filters" aria-label={weights.compareTitle}>
      <Hidden fields={new URLSearchParams(queryOf(visit.asked))} />
      <Hidden fields={[['to', String(line.number)]]} />
      <p class="field">
        <label for="from">{weights.compareTitle}</label>
        <select id="from" name="from">
          {others.map((each) => (
            <option value={each.number} selected={each.number === other?.number}>
              {capital(versionName(visit, each))}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <button type="submit" class="quiet">
          {weights.compare}
        </button>
      </p>
    </form>
  )
}

/** A frozen version: its settings, what it is worth, and putting it in force. */
export const weightVersionPage: Page<VersionView> = {
  key: 'weightVersion',
  needs: 'weights.read',
  live: true,
  above: ['weights'],
  crumb: (visit, { survey, line }) => `${survey.title[visit.language]}, ${versionName(visit, line)}`,
  load: (visit) => visit.desks.weights.version(visit.viewer, askedSurvey(visit), Number(visit.parts['number'])),
  title: (visit, { line }) => visit.words.weights.versionTitle(visit.format.integer(line.number), line.name),
  synthetic: ({ survey }) => survey.synthetic,
  view: (visit, view) => {
    const { weights } = visit.words
    const { survey, line, report, zoneNames } = view
    return (
      <>
        <h1>
          {weights.versionTitle(visit.format.integer(line.number), line.name)}{' '}
          {line.inForce && <b class="weight-mark">{weights.inForce}</b>}
        </h1>
        <p class="context">
          {survey.title[visit.language]}.{' '}
          {weights.versionContext(line.madeBy ?? weights.automatic, visit.format.instant(line.madeAt))}{' '}
          <a href={toSurvey(visit, 'weightSurvey', survey)}>{weights.allVersions}</a>
        </p>
        {visit.query.get('done') === '1' && (
          <p class="notice" role="status">
            {weights.frozen}
          </p>
        )}
        <Others visit={visit} view={view} />
        {!line.inForce && may(visit.viewer, 'weights.manage') && <Force visit={visit} view={view} />}
        <h2>{weights.resultTitle}</h2>
        <Diagnostics visit={visit} report={report} zones={zoneNames} />
        <h2>{weights.settingsTitle}</h2>
        <Settings visit={visit} view={view} />
      </>
    )
  },
}
