import type { FC } from 'hono/jsx'
import type { CodeChoice, CodingView } from '#app/factsheets/codeCitations.ts'
import { criterionCodes, criterionOf } from '#domain/survey'
import { capital } from '#words/zones.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Framed, type Faults } from '../parts/form.tsx'
import { pathTo } from '../paths.ts'

export interface CodingData {
  readonly view: CodingView
  readonly faults: Faults
  /** What was typed and ticked, when the form comes back. */
  readonly typed: { readonly typed: string; readonly items: readonly string[] } | null
  /** Somebody else coded it meanwhile. */
  readonly changed: boolean
}

const Tick: FC<{ visit: Visit; choice: CodeChoice; checked: boolean }> = ({ visit, choice, checked }) => (
  <label class="choice">
    <input type="checkbox" name="item" value={choice.item} checked={checked} />{' '}
    <span>
      <span class="fiche-number">{choice.number}</span> {capital(choice.name[visit.language])}
    </span>
  </label>
)

/** The whole grid to tick, criterion by criterion; what the words suggest stands first, and only there. */
const Ticks: FC<{ visit: Visit; data: CodingData }> = ({ visit, data }) => {
  const { words } = visit
  const { coding } = words.factsheets
  const { view, typed } = data
  const ticked: readonly string[] = typed?.items ?? view.statement.items
  const suggested = view.suggestions.flatMap((item) => view.choices.find((choice) => choice.item === item) ?? [])
  return (
    <>
      {suggested.length > 0 && (
        <fieldset class="code-group suggested">
          <legend>{coding.suggested}</legend>
          {suggested.map((choice) => (
            <Tick visit={visit} choice={choice} checked={ticked.includes(choice.item)} />
          ))}
        </fieldset>
      )}
      <h2>{coding.all}</h2>
      <div class="code-groups">
        {criterionCodes.map((criterion, i) => (
          <fieldset class="code-group">
            <legend>
              {i + 1}. {words.criteria[criterion].name}
            </legend>
            {view.choices
              .filter(({ item }) => criterionOf(item) === criterion && !view.suggestions.includes(item))
              .map((choice) => (
                <Tick visit={visit} choice={choice} checked={ticked.includes(choice.item)} />
              ))}
          </fieldset>
        ))}
      </div>
    </>
  )
}

const CodeForm: FC<{ visit: Visit; data: CodingData }> = ({ visit, data }) => {
  const { words, language, asked } = visit
  const { coding } = words.factsheets
  const { view, faults, typed } = data
  const { statement, progress } = view
  const parts = { survey: progress.code, respondent: String(statement.respondent), number: String(statement.number) }
  const fault = faults['typed']
  return (
    <form method="post" action={pathTo(language, 'coding', asked, { parts })} class="coding-form">
      <input type="hidden" name="version" value={String(statement.version)} />
      <Framed name="typed" label={coding.typed} hint={coding.typedHint} fault={fault}>
        <input
          id="typed"
          name="typed"
          type="text"
          autofocus
          autocomplete="off"
          value={typed?.typed ?? ''}
          aria-describedby={fault ? 'typed-hint typed-fault' : 'typed-hint'}
          aria-invalid={fault ? 'true' : undefined}
        />
      </Framed>
      <p class="actions">
        <button type="submit">{coding.save}</button>
        <span class="hint">{coding.outside}</span>
      </p>
      <Ticks visit={visit} data={data} />
      <p class="actions">
        <button type="submit">{coding.save}</button>
        <a href={pathTo(language, 'codings', asked, { more: { survey: progress.code } })}>{coding.back}</a>
      </p>
    </form>
  )
}

export const codingPage: Page<CodingData> = {
  key: 'coding',
  needs: 'citations.code',
  above: ['codings'],
  load: async ({ desks, viewer, asked, parts }) => ({
    view: await desks.factsheets.coding(viewer, {
      territory: asked.territory,
      survey: parts['survey'] ?? '',
      respondent: Number(parts['respondent']),
      number: Number(parts['number']),
    }),
    faults: {},
    typed: null,
    changed: false,
  }),
  title: (visit) => visit.words.factsheets.coding.title,
  crumb: (visit, { view }) => visit.words.factsheets.coding.person(String(view.statement.respondent)),
  synthetic: ({ view }) => view.progress.synthetic,
  view: (visit, data) => {
    const { words, format } = visit
    const { coding } = words.factsheets
    const { view } = data
    const { coded, statements } = view.progress
    return (
      <>
        <h1>{coding.title}</h1>
        {visit.query.get('done') === 'coded' && (
          <p class="notice" role="status">
            {coding.saved}
          </p>
        )}
        {data.changed && (
          <p class="notice warning" role="alert">
            {coding.changed}
          </p>
        )}
        <FaultSummary title={coding.faults} faults={data.faults} />
        <blockquote class="original">{view.statement.text}</blockquote>
        <p class="context">
          {coding.person(String(view.statement.respondent))} ·{' '}
          {coding.progress(format.integer(coded), format.integer(statements))}
        </p>
        <CodeForm visit={visit} data={data} />
        {view.others.length > 0 && (
          <section>
            <h2>{coding.others}</h2>
            <ul class="plain-list">
              {view.others.map(({ text }) => (
                <li>{text}</li>
              ))}
            </ul>
          </section>
        )}
      </>
    )
  },
}
