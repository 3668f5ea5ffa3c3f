import type { FC } from 'hono/jsx'
import type { BeginFault } from '#app/collection/beginAnswer.ts'
import type { WelcomeView } from '#app/collection/collectionViews.ts'
import { collectionActions } from '../addresses/collection.ts'
import type { Shown, Visit } from '../page.ts'
import { FaultSummary, Framed } from '../parts/form.tsx'
import { filled, pathTo, queryOf } from '../paths.ts'

export type WelcomeNotice = 'gone' | 'forgotten'

export interface WelcomeData {
  readonly view: WelcomeView
  /** The code as it was typed, or as the address has it: nothing happens before the button is pressed. */
  readonly typed: string
  readonly fault: BeginFault | null
  readonly notice: WelcomeNotice | null
  /** Somebody has answered with this browser. */
  readonly answered: boolean
}

interface WelcomeProps {
  readonly visit: Visit
  readonly data: WelcomeData
}

function actionPath({ language, asked }: Visit, action: keyof typeof collectionActions, code: string): string {
  return filled(collectionActions[action][language], { code }) + queryOf(asked)
}

const CodeForm: FC<WelcomeProps> = ({ visit, data }) => {
  const { welcome, faults } = visit.words.collection
  const fault = data.fault === null ? undefined : faults[data.fault]
  return (
    <section class="way-in">
      <h2>{welcome.codeTitle}</h2>
      {!data.view.head.openLink && <p>{welcome.letterOnly}</p>}
      <form method="post" action={actionPath(visit, 'begin', data.view.head.code)} class="answer-form" novalidate>
        <Framed name="code" label={welcome.codeLabel} hint={welcome.codeHint} fault={fault}>
          <input
            id="code"
            name="code"
            class="code-input"
            value={data.typed}
            maxlength={40}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby={fault ? 'code-hint code-fault' : 'code-hint'}
            aria-invalid={fault ? 'true' : undefined}
          />
        </Framed>
        <button type="submit" class="big quiet">
          {welcome.codeButton}
        </button>
      </form>
    </section>
  )
}

const BeginForm: FC<WelcomeProps> = ({ visit, data }) => {
  const { welcome } = visit.words.collection
  const { head } = data.view
  if (!head.openLink) return <></>
  return (
    <form method="post" action={actionPath(visit, 'begin', head.code)} class="way-in">
      {data.answered && (
        <>
          <input type="hidden" name="again" value="1" />
          <h2>{welcome.answeredTitle}</h2>
          <p>{welcome.answered}</p>
        </>
      )}
      <button type="submit" class="big">
        {data.answered ? welcome.answeredBegin : welcome.begin}
      </button>
    </form>
  )
}

/** The answer that was begun on this device. */
const Resume: FC<WelcomeProps & { step: string }> = ({ visit, data, step }) => {
  const { words, language, asked } = visit
  const { welcome } = words.collection
  const { code } = data.view.head
  return (
    <section class="way-in">
      <h2>{welcome.resumeTitle}</h2>
      <p>
        <a class="button big" href={pathTo(language, 'answerStep', asked, { parts: { code, step } })}>
          {welcome.resume}
        </a>
      </p>
      <form method="post" action={actionPath(visit, 'forget', code)}>
        <button type="submit" class="quiet big">
          {welcome.forget}
        </button>
      </form>
    </section>
  )
}

const WaysIn: FC<WelcomeProps> = (props) => {
  const { view, typed } = props.data
  if (view.resume !== null) return <Resume {...props} step={view.resume} />
  const byCode = <CodeForm {...props} />
  const byLink = <BeginForm {...props} />
  return typed === '' ? [byLink, byCode] : [byCode, byLink]
}

const Open: FC<WelcomeProps> = (props) => {
  const { visit, data } = props
  const { words, format, language } = visit
  const { welcome } = words.collection
  const { head } = data.view
  return (
    <>
      <p class="lead">{welcome.what[head.kind]}</p>
      <ul class="in-short">
        <li>
          <b>{welcome.minutes[head.kind]}</b> {welcome.stop}
        </li>
        <li>{welcome.anonymous}</li>
        <li>{welcome.free}</li>
      </ul>
      <WaysIn {...props} />
      <section>
        <h2>{welcome.keptTitle}</h2>
        <p>
          {welcome.kept} {welcome.notKept}
        </p>
        <p>{welcome.asks(head.source[language])}</p>
        <p>{welcome.until(format.date(head.fieldEnd))}</p>
      </section>
    </>
  )
}

const Closed: FC<WelcomeProps> = ({ visit, data }) => {
  const { words, format, language, asked } = visit
  const { welcome, list } = words.collection
  const { head } = data.view
  const text =
    head.phase === 'soon' ? welcome.phases.soon(format.date(head.fieldStart)) : welcome.phases.over(format.date(head.fieldEnd))
  return (
    <>
      <p class="lead">{text}</p>
      <p class="actions">
        <a class="button big" href={pathTo(language, 'answerList', asked)}>
          {welcome.others}
        </a>
        <a href={pathTo(language, 'results', asked)}>{list.results}</a>
      </p>
    </>
  )
}

export const answerWelcomePage: Shown<WelcomeData> = {
  key: 'answerWelcome',
  above: ['answerList'],
  crumb: ({ language }, { view }) => view.head.title[language],
  title: ({ language }, { view }) => view.head.title[language],
  synthetic: ({ view }) => view.head.synthetic,
  zone: ({ view }) => view.head.territory,
  view: (visit, data) => {
    const { words, language } = visit
    const { welcome, faults } = words.collection
    const { head } = data.view
    const open = head.phase === 'open'
    return (
      <div class="questionnaire">
        <h1>{head.title[language]}</h1>
        {open && data.notice !== null && (
          <p class="notice warning" role="status">
            {welcome[data.notice]}
          </p>
        )}
        <FaultSummary title={faults.title} faults={data.fault === null ? {} : { code: faults[data.fault] }} />
        {open ? <Open visit={visit} data={data} /> : <Closed visit={visit} data={data} />}
      </div>
    )
  },
}
