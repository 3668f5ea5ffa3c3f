import type { FC } from 'hono/jsx'
import { may } from '#app/rights.ts'
import type { MarginIssues, WeightSurveyView } from '#app/weights/weightViews.ts'
import { marginVariableCodes, publicDimensions, type PublicDimension } from '#domain/survey'
import { issueSentence } from '#words/fileIssues.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Field, Framed, type Faults } from '../parts/form.tsx'
import { askedSurvey, toSurvey, variableName } from '../weights/names.ts'
import type { SentMargins } from '../weights/marginsForm.ts'
import { MarginSources } from '../weights/sources.tsx'

type Typed = Pick<SentMargins, 'typed' | 'source' | 'referenceDate' | 'scaleTo'>

export interface MarginsData {
  readonly view: WeightSurveyView
  readonly typed: Typed
  readonly issues: MarginIssues
}

/** The margins as they are, as a table to be changed. */
function asTable({ variables }: WeightSurveyView): string {
  const lines = variables.flatMap(({ variable, categories }) =>
    categories.map(({ category, total }) => `${variable},${category},${Math.round(total * 100) / 100}`),
  )
  return ['variable,category,total', ...lines].join('\n')
}

export async function loadMargins(visit: Visit): Promise<MarginsData> {
  const view = await visit.desks.weights.survey(visit.viewer, askedSurvey(visit))
  const typed = { typed: asTable(view), source: '', referenceDate: '', scaleTo: '' }
  return { view, typed, issues: { lines: [], fields: {}, totals: [] } }
}

function faultsOf(visit: Visit, { fields, lines }: MarginIssues): Faults {
  const { weights } = visit.words
  const told = Object.entries(fields).map(([field, code]) => [field, weights.issues[code] ?? code] as const)
  const table = lines.length > 0 ? [['lines', weights.linesTitle(visit.format.integer(lines.length))] as const] : []
  return Object.fromEntries([...table, ...told])
}

/** Every line that cannot be used: where, what, and the remedy. */
const Lines: FC<{ visit: Visit; issues: MarginIssues }> = ({ visit, issues }) => {
  const { words, format, language } = visit
  const { weights } = words
  if (issues.lines.length === 0) return <></>
  return (
    <div class="scroll" role="region" tabindex={0} id="lines" aria-label={weights.fault}>
      <table class="admin-table">
        <thead>
          <tr>
            <th scope="col" class="number">
              {weights.line}
            </th>
            <th scope="col">{weights.column}</th>
            <th scope="col">{weights.value}</th>
            <th scope="col">{weights.fault}</th>
          </tr>
        </thead>
        <tbody>
          {issues.lines.map((issue) => (
            <tr>
              <td data-label={weights.line} class="number">
                {format.integer(issue.line)}
              </td>
              <td data-label={weights.column}>{issue.column}</td>
              <td data-label={weights.value}>
                <code>{issue.value}</code>
              </td>
              <td data-label={weights.fault}>
                {weights.fileIssues[issue.code]?.(issue.expected) ?? issueSentence(language, issue)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Totals: FC<{ visit: Visit; issues: MarginIssues }> = ({ visit, issues }) => {
  const { words, format } = visit
  if (issues.totals.length === 0) return <></>
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{words.weights.variable}</th>
          <th scope="col">{words.weights.totalOf}</th>
        </tr>
      </thead>
      <tbody>
        {issues.totals.map(({ variable, total }) => (
          <tr>
            <th scope="row">{variableName(visit, variable)}</th>
            <td>{format.integer(total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Codes that a table may use, for user groups; places have those of the table that stands there. */
const Known: FC<{ visit: Visit }> = ({ visit }) => (
  <details>
    <summary>{visit.words.weights.bringKnown}</summary>
    <dl class="admin-facts">
      {marginVariableCodes.map((variable) => (
        <div>
          <dt>
            {variableName(visit, variable)} <code>{variable}</code>
          </dt>
          <dd>
            <code>{examples(variable)}</code>
          </dd>
        </div>
      ))}
    </dl>
  </details>
)

function examples(variable: (typeof marginVariableCodes)[number]): string {
  if (variable === 'stratum') return '246200299, 200069037…'
  if (variable === 'zone') return '62765, 62160…'
  if (variable === 'sexAge') return `${publicDimensions.sex[0]}:${publicDimensions.age[0]}…`
  return publicDimensions[variable satisfies PublicDimension].join(', ')
}

const Bring: FC<{ visit: Visit; data: MarginsData; faults: Faults }> = ({ visit, data, faults }) => {
  const { weights } = visit.words
  const { typed, view } = data
  const action = toSurvey(visit, 'weightMargins', view.survey)
  const scales = marginVariableCodes.filter(
    (variable) =>
      data.issues.totals.some((each) => each.variable === variable) || view.variables.some((each) => each.variable === variable),
  )
  return (
    <form method="post" action={action} enctype="multipart/form-data" class="weight-bring">
      <Framed name="file" label={weights.bringFile} hint={weights.bringFileHint} fault={undefined}>
        <input id="file" name="file" type="file" accept=".csv,text/csv,text/plain" aria-describedby="file-hint" />
      </Framed>
      <Framed name="typed" label={weights.bringTyped} fault={undefined}>
        <textarea id="typed" name="typed" rows={12} spellcheck={false} autocomplete="off">
          {typed.typed}
        </textarea>
      </Framed>
      <Field
        name="source"
        label={weights.bringSource}
        hint={weights.bringSourceHint}
        value={typed.source}
        fault={faults['source']}
      />
      <Field
        name="referenceDate"
        label={weights.bringDate}
        hint={weights.bringDateHint}
        value={typed.referenceDate}
        fault={faults['referenceDate']}
      />
      <Framed name="scaleTo" label={weights.bringScale} fault={faults['scaleTo']}>
        <Totals visit={visit} issues={data.issues} />
        <select id="scaleTo" name="scaleTo" aria-describedby={faults['scaleTo'] ? 'scaleTo-fault' : undefined}>
          <option value="">{weights.bringScaleNone}</option>
          {scales.map((variable) => (
            <option value={variable} selected={typed.scaleTo === variable}>
              {weights.bringScaleTo(variableName(visit, variable))}
            </option>
          ))}
        </select>
      </Framed>
      <button type="submit">{weights.bring}</button>
    </form>
  )
}

/** Where the margins of a survey come from, and how to bring others. */
export const weightMarginsPage: Page<MarginsData> = {
  key: 'weightMargins',
  needs: 'weights.read',
  live: true,
  above: ['weights'],
  crumb: (visit, { view }) => `${view.survey.title[visit.language]}, ${visit.words.pageNames.weightMargins}`,
  load: loadMargins,
  title: (visit) => visit.words.weights.marginsPageTitle,
  synthetic: ({ view }) => view.survey.synthetic,
  view: (visit, data) => {
    const { weights } = visit.words
    const { view, issues } = data
    const faults = faultsOf(visit, issues)
    return (
      <>
        <h1>{weights.marginsPageTitle}</h1>
        <p class="context">
          {view.survey.title[visit.language]}. {weights.marginsPageContext}{' '}
          <a href={toSurvey(visit, 'weightSurvey', view.survey)}>{weights.allVersions}</a>
        </p>
        {visit.query.get('done') === '1' && Object.keys(faults).length === 0 && (
          <p class="notice" role="status">
            {weights.broughtDone} <a href={toSurvey(visit, 'weightTry', view.survey)}>{weights.tryOthers}</a>
          </p>
        )}
        <FaultSummary title={weights.faultsTitle} faults={faults} />
        <Lines visit={visit} issues={issues} />
        <MarginSources visit={visit} survey={view.survey} margins={view} />
        {may(visit.viewer, 'weights.manage') && (
          <section aria-labelledby="bring">
            <h2 id="bring">{weights.bringTitle}</h2>
            <p>{weights.bringText}</p>
            <Known visit={visit} />
            <Bring visit={visit} data={data} faults={faults} />
          </section>
        )}
      </>
    )
  },
}
