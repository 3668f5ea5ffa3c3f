import type { FC } from 'hono/jsx'
import type { BuildView } from '#app/segments/segmentViews.ts'
import { segmentsActions } from '../addresses/segments.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Field, type Faults } from '../parts/form.tsx'
import { filled, pathTo } from '../paths.ts'
import { Evidence } from '../segments/evidence.tsx'
import { faultsOf, sentenceOf } from '../segments/typedForms.ts'

interface Props {
  readonly visit: Visit
  readonly view: BuildView
}

/** What is under way, with the means to stop it; or why there is nothing. */
const Standing: FC<Props> = ({ visit, view }) => {
  const { words, format, language, asked } = visit
  const { build: text } = words.segments
  const parts = { id: view.id }
  if (view.number !== null)
    return (
      <p class="notice" role="status">
        {text.done(format.integer(view.number))}{' '}
        <a
          href={pathTo(language, 'classification', asked, {
            parts: { root: view.root.code, number: String(view.number) },
          })}
        >
          {text.see}
        </a>
      </p>
    )
  if (view.work !== null)
    return (
      <section class="build-work" aria-live="polite">
        <p>{text[view.work]}</p>
        <p>
          <progress max={100} value={Math.round(view.progress * 100)} aria-label={text.progress}></progress>{' '}
          {view.progress > 0 ? format.percent(view.progress) : text.waiting}{' '}
          <a href={pathTo(language, 'classificationBuild', asked, { parts })}>{text.reload}</a>
        </p>
        <form method="post" action={filled(segmentsActions.cancel[language], parts)}>
          <button type="submit" class="quiet">
            {text.cancel}
          </button>
        </form>
      </section>
    )
  return view.fault ? (
    <p class="fault" role="alert">
      {text.failed(sentenceOf(visit, view.fault))}
    </p>
  ) : (
    <></>
  )
}

/** What was chosen in the first step, with the way back to it. */
const Choice: FC<Props> = ({ visit, view }) => {
  const { words, format, language, asked } = visit
  const { build: text } = words.segments
  const { choice, labels, dataset, root, id } = view
  const more = { build: id, dataset: dataset.code, root: root.code }
  return (
    <details class="cuts">
      <summary>
        {text.chosen}: {format.integer(choice.variables.length)}
        {choice.dropped.length > 0 && `, ${text.dropped(format.integer(choice.dropped.length))}`}
      </summary>
      <p>{choice.variables.map((code) => labels.get(code)?.[language] ?? code).join(', ')}</p>
      {view.number === null && (
        <p>
          <a href={pathTo(language, 'classificationNew', asked, { more })}>{text.change}</a>
        </p>
      )}
    </details>
  )
}

const Wish: FC<Props & { faults: Faults }> = ({ visit, view, faults }) => {
  const { words, language, asked } = visit
  const { build: text } = words.segments
  const { typed } = view
  return (
    <section>
      <h2>{text.ask}</h2>
      <form method="post" action={pathTo(language, 'classificationBuild', asked, { parts: { id: view.id } })}>
        <div class="two-names">
          <Field name="name.fr" label={text.nameFr} value={typed.nameFr} fault={faults['name.fr']} maxlength={120} />
          <Field name="name.en" label={text.nameEn} value={typed.nameEn} fault={faults['name.en']} maxlength={120} />
        </div>
        {text.levels.map(({ label, hint }, at) => (
          <Field
            name={`level.${at + 1}`}
            label={label}
            hint={hint}
            value={typed.levels[at] ?? ''}
            fault={faults[`level.${at + 1}`]}
            required={at === 0}
            inputmode="numeric"
            maxlength={4}
          />
        ))}
        <Field
          name="restarts"
          label={text.restarts}
          hint={text.restartsHint}
          value={typed.restarts}
          fault={faults['restarts']}
          inputmode="numeric"
          maxlength={4}
        />
        <p class="actions">
          <button type="submit">{text.start}</button>
        </p>
      </form>
    </section>
  )
}

const Tried: FC<Props> = ({ visit, view }) => {
  const { words, language } = visit
  const { build: text, evidence } = words.segments
  if (view.candidates.length > 0)
    return (
      <section>
        <h2>{evidence.title}</h2>
        <Evidence visit={visit} candidates={view.candidates} chosen={Number(view.typed.levels[0]) || null} areas={view.areas} />
      </section>
    )
  if (view.work !== null || view.number !== null) return <></>
  return (
    <form method="post" action={filled(segmentsActions.measure[language], { id: view.id })}>
      <p>
        {text.noCandidates}{' '}
        <button type="submit" class="quiet">
          {text.again}
        </button>
      </p>
    </form>
  )
}

/** The second step of a build: numbers of groups that were tried, and the groups that are asked for. */
export const classificationBuildPage: Page<BuildView> = {
  key: 'classificationBuild',
  needs: 'segments.manage',
  live: true,
  above: ['classifications'],
  load: ({ desks, viewer, parts }) => desks.segments.build(viewer, parts['id'] ?? ''),
  title: ({ words }) => words.segments.build.title,
  synthetic: ({ dataset }) => dataset.kind === 'sample',
  view: (visit, view) => {
    const { words, format, language } = visit
    const { build: text, steps, faultsTitle } = words.segments
    const faults = faultsOf(visit, view.issues)
    const counts = [view.choice.variables.length, view.areas].map((count) => format.integer(count))
    return (
      <>
        <p class="step">{steps.groups}</p>
        <h1>{text.title}</h1>
        <p class="context">{text.context(counts[0] ?? '', counts[1] ?? '', view.dataset.title[language])}</p>
        <FaultSummary title={faultsTitle} faults={faults} />
        <Standing visit={visit} view={view} />
        <Choice visit={visit} view={view} />
        <Tried visit={visit} view={view} />
        {view.number === null && <Wish visit={visit} view={view} faults={faults} />}
        <form method="post" action={filled(segmentsActions.remove[language], { id: view.id })}>
          <button type="submit" class="quiet">
            {text.remove}
          </button>
        </form>
      </>
    )
  },
}
