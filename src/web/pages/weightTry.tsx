import type { FC } from 'hono/jsx'
import { may } from '#app/rights.ts'
import type { TypedSettings } from '#app/weights/typedSettings.ts'
import type { AttemptView } from '#app/weights/weightViews.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Field, type Faults } from '../parts/form.tsx'
import { Diagnostics } from '../weights/diagnostics.tsx'
import { askedSurvey, toSurvey } from '../weights/names.ts'
import { obstacleSentence } from '../weights/obstacles.ts'
import { Hidden, readSettings, SettingsForm, settingsFields } from '../weights/settingsForm.tsx'

export interface TryData {
  readonly view: AttemptView
  readonly typed: TypedSettings | null
  /** The name typed for a version, and what is wrong with it. */
  readonly name: string
  readonly faults: Faults
}

const Freeze: FC<{ visit: Visit; data: TryData }> = ({ visit, data }) => {
  const { weights } = visit.words
  const { view, name, faults } = data
  return (
    <form method="post" action={toSurvey(visit, 'weightTry', view.survey)} class="weight-freeze">
      <h3>{weights.freezeTitle}</h3>
      <p>{weights.freezeText}</p>
      <Hidden fields={settingsFields(view.settings)} />
      <Field
        name="name"
        label={weights.freezeName}
        hint={weights.freezeNameHint}
        value={name}
        fault={faults['name']}
        maxlength={120}
        autocomplete="off"
      />
      <button type="submit">{weights.freeze}</button>
    </form>
  )
}

const Result: FC<{ visit: Visit; data: TryData }> = ({ visit, data }) => {
  const { weights } = visit.words
  const { view } = data
  if (!view.outcome) return <></>
  const { report, obstacles } = view.outcome
  return (
    <section id="result" class="weight-result" aria-labelledby="result-title">
      <h2 id="result-title">{weights.resultTitle}</h2>
      {obstacles.length > 0 && (
        <div class="fault-summary" role="alert" tabindex={-1}>
          <h3>{weights.obstaclesTitle}</h3>
          <ul>
            {obstacles.map((obstacle) => (
              <li>
                <a href={fieldOf(obstacle.code)}>{obstacleSentence(visit, obstacle, view.zoneNames)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {report && <Diagnostics visit={visit} report={report} zones={view.zoneNames} />}
      {obstacles.length === 0 && may(visit.viewer, 'weights.manage') && <Freeze visit={visit} data={data} />}
    </section>
  )
}

/** Where the form mends an obstacle. */
function fieldOf(code: string): string {
  if (code.startsWith('weights.bounds')) return '#lower'
  return code === 'margin.infeasible' || code === 'weights.notConverged' ? '#joins' : '#variables'
}

async function load(visit: Visit): Promise<TryData> {
  const typed = readSettings(visit.query)
  const view = await visit.desks.weights.attempt(visit.viewer, askedSurvey(visit), typed)
  return { view, typed, name: '', faults: {} }
}

export const weightTryPage: Page<TryData> = {
  key: 'weightTry',
  needs: 'weights.read',
  live: true,
  above: ['weights'],
  crumb: (visit, { view }) => `${view.survey.title[visit.language]}, ${visit.words.pageNames.weightTry}`,
  load,
  title: (visit) => visit.words.weights.tryTitle,
  synthetic: ({ view }) => view.survey.synthetic,
  view: (visit, data) => {
    const { words, language } = visit
    const { weights } = words
    const { view } = data
    const sentences = Object.entries(view.issues).map(([field, code]) => [field, weights.issues[code] ?? code] as const)
    const faults = { ...Object.fromEntries(sentences), ...data.faults }
    return (
      <>
        <h1>{weights.tryTitle}</h1>
        <p class="context">
          {view.survey.title[language]}. {weights.tryContext}{' '}
          <a href={toSurvey(visit, 'weightSurvey', view.survey)}>{weights.allVersions}</a>
        </p>
        <FaultSummary title={weights.faultsTitle} faults={faults} />
        {view.variables.length === 0 ? (
          <p>
            {weights.noMargins} <a href={toSurvey(visit, 'weightMargins', view.survey)}>{weights.seeMargins}</a>
          </p>
        ) : (
          <SettingsForm visit={visit} view={view} typed={data.typed} faults={faults} />
        )}
        <Result visit={visit} data={data} />
      </>
    )
  },
}
