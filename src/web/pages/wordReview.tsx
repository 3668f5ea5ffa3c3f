import type { FC } from 'hono/jsx'
import type { WordReadView } from '#app/factsheets/moderateWords.ts'
import { factsheetsActions } from '../addresses/factsheets.ts'
import { ItemSelect } from '../factsheets/itemSelect.tsx'
import { MarkedText } from '../factsheets/markedText.tsx'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Framed, type Faults } from '../parts/form.tsx'
import { filled, pathTo, queryOf } from '../paths.ts'

export interface WordReviewData {
  readonly view: WordReadView
  readonly faults: Faults
  /** What was typed, when the form comes back. */
  readonly typed: { readonly shown?: string; readonly item?: string; readonly reason?: string }
  /** What is left to check must be ticked: shown once the server found something. */
  readonly mustCheck: boolean
  /** Another moderator decided meanwhile. */
  readonly changed: boolean
}

type Props = { visit: Visit; data: WordReviewData }

function described(name: string, fault: string | undefined): string {
  return fault ? `${name}-hint ${name}-fault` : `${name}-hint`
}

const PublishForm: FC<Props> = ({ visit, data }) => {
  const { words, language, asked } = visit
  const { word } = words.factsheets
  const { view, faults, typed } = data
  return (
    <form
      method="post"
      action={filled(factsheetsActions.publish[language], { id: view.word.id }) + queryOf(asked)}
      class="note-form"
    >
      <h2>{word.publishTitle}</h2>
      <input type="hidden" name="version" value={String(view.word.version)} />
      <Framed name="shown" label={word.shown} hint={word.shownHint} fault={faults['shown']}>
        <textarea
          id="shown"
          name="shown"
          rows={5}
          lang={view.word.language}
          aria-describedby={described('shown', faults['shown'])}
          aria-invalid={faults['shown'] ? 'true' : undefined}
        >
          {typed.shown ?? view.proposed}
        </textarea>
      </Framed>
      {data.mustCheck && (
        <p class="form-field">
          <label class="choice">
            <input type="checkbox" name="checked" value="yes" /> <span>{word.checked}</span>
          </label>
        </p>
      )}
      <Framed name="item" label={word.item} hint={word.itemHint} fault={faults['item']}>
        <ItemSelect
          visit={visit}
          value={typed.item ?? view.word.item ?? ''}
          suggestions={view.suggestions}
          fault={faults['item']}
        />
      </Framed>
      <p class="actions">
        <button type="submit">{word.publish}</button>
      </p>
    </form>
  )
}

const RefuseForm: FC<Props> = ({ visit, data }) => {
  const { words, language, asked } = visit
  const { word } = words.factsheets
  const { view, faults, typed } = data
  return (
    <form
      method="post"
      action={filled(factsheetsActions.refuse[language], { id: view.word.id }) + queryOf(asked)}
      class="note-form"
    >
      <h2>{word.refuseTitle}</h2>
      <input type="hidden" name="version" value={String(view.word.version)} />
      <Framed name="reason" label={word.reason} hint={word.reasonHint} fault={faults['reason']}>
        <textarea
          id="reason"
          name="reason"
          rows={2}
          aria-describedby={described('reason', faults['reason'])}
          aria-invalid={faults['reason'] ? 'true' : undefined}
        >
          {typed.reason ?? ''}
        </textarea>
      </Framed>
      <p class="actions">
        <button type="submit" class="quiet">
          {word.refuse}
        </button>
      </p>
    </form>
  )
}

/** Who decided, and why not, where somebody did. */
const Decided: FC<{ visit: Visit; view: WordReadView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { word } = words.factsheets
  const { state, moderatedBy, moderatedOn, reason } = view.word
  if (state === 'waiting' || moderatedBy === null || moderatedOn === null) return <></>
  return (
    <p class="notice">
      {word.decided[state](moderatedBy, format.date(moderatedOn))} {reason && word.because(reason)}
    </p>
  )
}

export const wordReviewPage: Page<WordReviewData> = {
  key: 'wordReview',
  needs: 'words.moderate',
  above: ['wordQueue'],
  load: async ({ desks, viewer, asked, parts }) => ({
    view: await desks.factsheets.word(viewer, { territory: asked.territory, id: parts['id'] ?? '' }),
    faults: {},
    typed: {},
    mustCheck: false,
    changed: false,
  }),
  title: (visit) => visit.words.factsheets.word.title,
  synthetic: () => false,
  view: (visit, data) => {
    const { words, format, language, asked, query } = visit
    const { word, words: queue } = words.factsheets
    const { view } = data
    const service = view.word.service === null ? queue.noService : words.services[view.word.service].name
    const done = query.get('done')
    return (
      <>
        <h1>{word.title}</h1>
        <p class="context">{word.context(service, queue.languages[view.word.language], format.integer(view.waiting))}</p>
        {(done === 'published' || done === 'refused') && (
          <p class="notice" role="status">
            {queue.done[done]}
          </p>
        )}
        {data.changed && (
          <p class="notice warning" role="alert">
            {word.changed}
          </p>
        )}
        <FaultSummary title={word.faults} faults={data.faults} />
        <Decided visit={visit} view={view} />
        <h2>{word.original}</h2>
        <blockquote class="original" lang={view.word.language}>
          <MarkedText visit={visit} text={view.word.original} parts={view.parts} />
        </blockquote>
        <p class="hint">{word.originalHint}</p>
        <PublishForm visit={visit} data={data} />
        <RefuseForm visit={visit} data={data} />
        <p>
          <a href={pathTo(language, 'wordQueue', asked)}>{word.back}</a>
        </p>
      </>
    )
  },
}
