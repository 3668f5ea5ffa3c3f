import type { FC } from 'hono/jsx'
import type { FactsheetView, NoteSegment, NoteView } from '#app/factsheets/factsheetViews.ts'
import { may } from '#app/rights.ts'
import { capital } from '#words/zones.ts'
import { factsheetsActions } from '../addresses/factsheets.ts'
import type { Visit } from '../page.ts'
import { filled, pathTo, queryOf } from '../paths.ts'
import { SectionHeading, type Place } from './heading.tsx'
import { noteOf, tokenOf, valueText } from './wording.ts'

/** A figure in a sentence: its value now, linked to the note that says what it is, which also shows on hover and focus. */
const BoundFigure: FC<{ visit: Visit; note: NoteView; name: string; prefix: string }> = ({ visit, note, name, prefix }) => {
  const at = note.figures.findIndex(({ key }) => key === name)
  const figure = note.figures[at]
  if (!figure) return <></>
  const said = noteOf(visit.words, figure)
  return (
    <a class="bound" href={`#${prefix}-note-${at + 1}`} title={said} data-note={said}>
      {valueText(visit, figure.now)}
      <sup>{at + 1}</sup>
    </a>
  )
}

const Segment: FC<{ visit: Visit; note: NoteView; segment: NoteSegment; prefix: string }> = (props) => {
  const { segment } = props
  if ('text' in segment) return <>{segment.text}</>
  return <BoundFigure visit={props.visit} note={props.note} name={segment.key} prefix={props.prefix} />
}

/** An analyst's text with its figures as they are now, and a note for each. */
export const NoteText: FC<{ visit: Visit; note: NoteView; prefix: string }> = ({ visit, note, prefix }) => {
  const { words, format } = visit
  return (
    <div class="fiche-note">
      {note.paragraphs.map((segments) => (
        <p>
          {segments.map((segment) => (
            <Segment visit={visit} note={note} segment={segment} prefix={prefix} />
          ))}
        </p>
      ))}
      {note.figures.length > 0 && (
        <ol class="fiche-notes">
          {note.figures.map((figure, i) => (
            <li id={`${prefix}-note-${i + 1}`}>{capital(noteOf(words, figure))}.</li>
          ))}
        </ol>
      )}
      <p class="hint">{words.factsheets.sheet.noteBy(note.writtenBy, format.date(note.writtenAt))}</p>
    </div>
  )
}

/** For analysts: which figures of a text changed since it was issued, and whether it may mean something else. */
export const Reissued: FC<{ visit: Visit; note: NoteView; madeAt: string }> = ({ visit, note, madeAt }) => {
  const { words, format } = visit
  const { sheet } = words.factsheets
  const changed = note.figures.filter(({ change }) => change !== 'same')
  if (changed.length === 0) return <></>
  return (
    <div class={changed.some(({ change }) => change === 'meaning') ? 'notice warning' : 'notice'}>
      <p>
        {sheet.reissued(format.date(madeAt))} {changed.some(({ change }) => change === 'meaning') && <b>{sheet.meaning}</b>}
      </p>
      <ul class="plain-list">
        {changed.map((figure) => (
          <li>{sheet.before(tokenOf(words, figure), valueText(visit, figure.before), valueText(visit, figure.now))}</li>
        ))}
      </ul>
    </div>
  )
}

/** Says that a text still holds: one button, for the version that was read. */
export const ConfirmForm: FC<{ visit: Visit; item: string; territory: string; note: NoteView }> = (props) => {
  const { visit, item, territory, note } = props
  const { words, language, asked } = visit
  const action = filled(factsheetsActions.confirm[language], { item }) + queryOf({ ...asked, territory })
  return (
    <form method="post" action={action}>
      <input type="hidden" name="version" value={String(note.version)} />
      <input type="hidden" name="language" value={note.language} />
      <button type="submit" class="quiet">
        {words.factsheets.sheet.stillTrue}
      </button>
    </form>
  )
}

/** What analysts can do with the text of a factsheet, after what changed under it. */
const Tools: FC<{ visit: Visit; view: FactsheetView; note: NoteView | null }> = ({ visit, view, note }) => {
  const { words, language, asked } = visit
  const { sheet } = words.factsheets
  const changed = note?.figures.some(({ change }) => change !== 'same') ?? false
  return (
    <div class="screen-only">
      {note && <Reissued visit={visit} note={note} madeAt={view.madeAt} />}
      <div class="actions">
        <a class="button quiet" href={pathTo(language, 'factsheetText', asked, { parts: { item: view.item } })}>
          {note ? sheet.rewrite : sheet.write}
        </a>
        {note && changed && <ConfirmForm visit={visit} item={view.item} territory={view.territory.code} note={note} />}
      </div>
    </div>
  )
}

/** The analysts' words on a factsheet in the reader's language; for analysts what they can do with them. */
export const Note: FC<{ visit: Visit; view: FactsheetView; place: Place }> = ({ visit, view, place }) => {
  const note = view.notes[visit.language]
  const writes = place.alone && may(visit.viewer, 'factsheets.write')
  if (!note && !writes) return <></>
  return (
    <section class="fiche-part">
      {note && <SectionHeading place={place}>{visit.words.factsheets.sheet.noteTitle}</SectionHeading>}
      {note && <NoteText visit={visit} note={note} prefix={place.prefix} />}
      {writes && <Tools visit={visit} view={view} note={note} />}
    </section>
  )
}
