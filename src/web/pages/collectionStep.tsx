import type { FC } from 'hono/jsx'
import type { StepView } from '#app/collection/collectionViews.ts'
import { collectionActions } from '../addresses/collection.ts'
import { issueText } from '../collection/choices.tsx'
import { CodeSlip } from '../collection/codeSlip.tsx'
import { StepFields, stepTitle } from '../collection/stepFields.tsx'
import { Summary } from '../collection/summary.tsx'
import type { Shown, Visit } from '../page.ts'
import { FaultSummary } from '../parts/form.tsx'
import { filled, pathTo, queryOf } from '../paths.ts'

export interface StepData {
  readonly view: StepView
  /** The page was opened from the check and leads back to it. */
  readonly toCheck: boolean
  /** Another device changed something just before sending. */
  readonly changed: boolean
}

interface StepProps {
  readonly visit: Visit
  readonly data: StepData
}

function stepPath({ language, asked }: Visit, { head }: StepView, step: string, way: string | null = null): string {
  return pathTo(language, 'answerStep', asked, { parts: { code: head.code, step }, more: { way } })
}

const Progress: FC<StepProps> = ({ visit, data: { view } }) => {
  const { words, format } = visit
  const { form } = words.collection
  const said = (view.atMost ? form.stepAtMost : form.step)(format.integer(view.number), format.integer(view.total))
  return (
    <p class="step-progress">
      <span>{said}</span>
      <progress value={view.number} max={view.total} aria-hidden="true"></progress>
    </p>
  )
}

/** Both answers to one page: the other device's in words, this one's in the form below. */
const Conflict: FC<StepProps> = ({ visit, data: { view } }) => {
  if (view.conflict === null) return <></>
  const { form } = visit.words.collection
  return (
    <div class="notice warning" role="alert">
      <p>
        <b>{form.conflictTitle}</b>
      </p>
      <p>{form.conflictText}</p>
      <Summary visit={visit} grid={view.grid} step={view.conflict} />
      <p>{form.conflictKeep}</p>
      <p>
        <a href={stepPath(visit, view, view.ask.step)}>{form.conflictTake}</a>
      </p>
    </div>
  )
}

const Question: FC<StepProps> = ({ visit, data }) => {
  const { view, toCheck } = data
  const { form } = visit.words.collection
  return (
    <form method="post" action={stepPath(visit, view, view.ask.step)} class="answer-form" novalidate>
      <input type="hidden" name="version" value={String(view.version)} />
      <StepFields visit={visit} grid={view.grid} step={view} />
      <div class="step-buttons">
        <button type="submit" class="big" name="way" value={toCheck ? 'check' : 'next'}>
          {toCheck ? form.toCheck : form.next}
        </button>
        {view.previous !== null && !toCheck && (
          <button type="submit" class="big quiet" name="way" value="back">
            {form.back}
          </button>
        )}
        <button type="submit" class="big quiet" name="way" value="pause">
          {form.pause}
        </button>
      </div>
    </form>
  )
}

const Check: FC<StepProps> = ({ visit, data: { view } }) => {
  const { words, language, asked } = visit
  const { check, form } = words.collection
  const send = filled(collectionActions.send[language], { code: view.head.code }) + queryOf(asked)
  return (
    <>
      <p class="lead">{check.lead}</p>
      {view.answers.map((step) => (
        <Summary visit={visit} grid={view.grid} step={step} change={stepPath(visit, view, step.ask.step, 'check')} />
      ))}
      <form method="post" action={send} class="answer-form">
        <input type="hidden" name="version" value={String(view.version)} />
        <div class="step-buttons">
          <button type="submit" class="big">
            {check.send}
          </button>
          <a class="button big quiet" href={pathTo(language, 'answerPause', asked, { parts: { code: view.head.code } })}>
            {form.pause}
          </a>
        </div>
      </form>
    </>
  )
}

export const answerStepPage: Shown<StepData> = {
  key: 'answerStep',
  title: (visit, { view }) => {
    const title = stepTitle(visit, view.ask)
    return view.issues.length > 0 ? `${visit.words.collection.faults.title} – ${title}` : title
  },
  synthetic: ({ view }) => view.head.synthetic,
  zone: ({ view }) => view.head.territory,
  view: (visit, data) => {
    const { view, changed } = data
    const { words, format, language } = visit
    const { collection } = words
    const { ask } = view
    const faults = Object.fromEntries(view.issues.map((issue) => [issue.field, issueText(visit, issue)]))
    const first = view.number === 1
    return (
      <div class="questionnaire">
        <p class="survey-name">{view.head.title[language]}</p>
        <Progress visit={visit} data={data} />
        {first && <CodeSlip visit={visit} code={view.code} />}
        <h1>{stepTitle(visit, ask)}</h1>
        {ask.kind === 'rating' && (
          <p class="context">{collection.rating.counted(format.integer(ask.number), format.integer(ask.of))}</p>
        )}
        {changed && (
          <p class="notice warning" role="alert">
            {collection.form.changed}
          </p>
        )}
        <Conflict visit={visit} data={data} />
        <FaultSummary title={collection.faults.title} faults={faults} />
        {ask.kind === 'check' ? <Check visit={visit} data={data} /> : <Question visit={visit} data={data} />}
        <p class="resume-code">
          {collection.form.saved}
          {!first && (
            <>
              {' '}
              {collection.form.codeLetter} <b>{view.code}</b>
            </>
          )}
        </p>
      </div>
    )
  },
}
