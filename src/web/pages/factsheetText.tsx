import type { FC } from 'hono/jsx'
import type { NoteFormView } from '#app/factsheets/factsheetViews.ts'
import type { Figure } from '#domain/matrix'
import { isServiceCode } from '#domain/territory'
import { capital } from '#words/zones.ts'
import { NoteText, Reissued } from '../factsheets/note.tsx'
import { itemTitle, noteOf, tokenOf, valueText } from '../factsheets/wording.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, type Faults } from '../parts/form.tsx'
import { inWords } from '../parts/zoneWords.ts'
import { paths, pathTo, filled, queryOf } from '../paths.ts'

export interface NoteFormData {
  readonly view: NoteFormView
  readonly faults: Faults
  /** What was typed, when the form comes back; else `null`. */
  readonly typed: string | null
  /** Somebody wrote while this text was being typed. */
  readonly changed: boolean
}

/** The stored text as analysts write it: figures by their names in the reader's language. */
function writtenText({ words }: Visit, { pieces, note }: NoteFormView): string {
  return pieces
    .map((piece) => {
      if ('text' in piece) return piece.text
      const figure = note?.figures.find(({ key }) => key === piece.key)
      return figure ? `[${tokenOf(words, figure)}]` : `[${piece.key}]`
    })
    .join('')
}

const FigureTable: FC<{ visit: Visit; title: string; figures: readonly Figure[] }> = ({ visit, title, figures }) => {
  if (figures.length === 0) return <></>
  const { words } = visit
  const { note } = words.factsheets
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={title}>
      <table class="figures tokens">
        <thead>
          <tr>
            <th scope="col">{note.token}</th>
            <th scope="col">{note.value}</th>
            <th scope="col" class="text">
              {note.what}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr>
              <th scope="row">
                <code>[{tokenOf(words, figure)}]</code>
              </th>
              <td>{valueText(visit, figure.value)}</td>
              <td class="text">{capital(noteOf(words, figure))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Every figure that a text may name, with its present value, to copy. */
const Figures: FC<{ visit: Visit; view: NoteFormView }> = ({ visit, view }) => {
  const { note } = visit.words.factsheets
  const groups = [
    { title: note.general, figures: view.figures.filter(({ of }) => of === null), open: true },
    { title: note.byService, figures: view.figures.filter(({ of }) => of !== null && isServiceCode(of)), open: false },
    { title: note.byPublic, figures: view.figures.filter(({ of }) => of !== null && !isServiceCode(of)), open: false },
  ]
  return (
    <section>
      <h2 id="figures">{note.figuresTitle}</h2>
      <p>{note.figuresText}</p>
      {groups
        .filter(({ figures }) => figures.length > 0)
        .map(({ title, figures, open }) => (
          <details open={open}>
            <summary>{title}</summary>
            <FigureTable visit={visit} title={title} figures={figures} />
          </details>
        ))}
    </section>
  )
}

const TextForm: FC<{ visit: Visit; data: NoteFormData }> = ({ visit, data }) => {
  const { words, language, asked } = visit
  const { note } = words.factsheets
  const { view, faults, typed } = data
  const fault = faults['text']
  return (
    <form method="post" action={pathTo(language, 'factsheetText', asked, { parts: { item: view.item } })} class="note-form">
      <input type="hidden" name="version" value={String(view.version)} />
      <input type="hidden" name="language" value={view.language} />
      <p class={fault ? 'form-field faulty' : 'form-field'}>
        <label for="text">{note.text}</label>
        <span class="hint" id="text-hint">
          {note.hint}
        </span>
        {fault && (
          <span class="fault" id="text-fault">
            {fault}
          </span>
        )}
        <textarea
          id="text"
          name="text"
          rows={12}
          lang={view.language}
          aria-describedby={fault ? 'text-hint text-fault' : 'text-hint'}
          aria-invalid={fault ? 'true' : undefined}
        >
          {typed ?? writtenText(visit, view)}
        </textarea>
      </p>
      <p class="actions">
        <button type="submit">{note.save}</button>
        <a href={pathTo(language, 'factsheet', asked, { parts: { item: view.item } })}>{note.back}</a>
      </p>
    </form>
  )
}

/** The address of the same form for the other language's text. */
function otherTextAddress(visit: Visit, view: NoteFormView): string {
  const path = filled(paths.factsheetText[visit.language], { item: view.item })
  return path + queryOf(visit.asked, { text: view.language === 'fr' ? 'en' : 'fr' })
}

/** The language that a text is written in: the reader's, unless the address asks for the other. */
export function textLanguage({ query, language }: Pick<Visit, 'query' | 'language'>): 'fr' | 'en' {
  const asked = query.get('text')
  return asked === 'fr' || asked === 'en' ? asked : language
}

export const factsheetTextPage: Page<NoteFormData> = {
  key: 'factsheetText',
  needs: 'factsheets.write',
  above: ['factsheets'],
  load: async (visit) => {
    const { desks, viewer, asked, parts } = visit
    const ask = { ...asked, item: parts['item'] ?? '', language: textLanguage(visit) }
    return { view: await desks.factsheets.noteForm(viewer, ask), faults: {}, typed: null, changed: false }
  },
  title: (visit, { view }) => visit.words.factsheets.note.title(itemTitle(visit.words, view.item)),
  zone: ({ view }) => view.territory,
  synthetic: ({ view }) => view.survey.synthetic,
  view: (visit, data) => {
    const { words } = visit
    const { note } = words.factsheets
    const { view } = data
    const other = view.language === 'fr' ? 'en' : 'fr'
    return (
      <>
        <h1>{note.title(itemTitle(words, view.item))}</h1>
        <p class="context">
          {note.context(inWords(visit, view.territory).in)} {note.language[view.language]}{' '}
          <a href={otherTextAddress(visit, view)}>{note.otherLanguage[other]}</a>
        </p>
        <FaultSummary title={note.faults} faults={data.faults} />
        {data.changed && (
          <p class="notice warning" role="alert">
            {note.changed}
          </p>
        )}
        {view.note && <Reissued visit={visit} note={view.note} madeAt={view.madeAt} />}
        <TextForm visit={visit} data={data} />
        {data.changed && view.note && (
          <section>
            <h2>{note.published}</h2>
            <NoteText visit={visit} note={view.note} prefix="published" />
          </section>
        )}
        <Figures visit={visit} view={view} />
      </>
    )
  },
}
