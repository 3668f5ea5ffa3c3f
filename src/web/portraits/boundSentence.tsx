import type { FC } from 'hono/jsx'
import type { PartView } from '#app/portraits/portraitViews.ts'
import type { Visit } from '../page.ts'
import { said, standingSentence } from './sentences.ts'

/** A sentence with the figures it stands on: shown on pointing and focus, and in print. A written one that is out of date says so. */
export const BoundSentence: FC<{ visit: Visit; view: PartView | undefined; strap?: boolean }> = ({ visit, view, strap }) => {
  if (!view) return <></>
  const { portrait: text } = visit.words.portraits
  const sentence = standingSentence(visit, view)
  const written = view.written[visit.language]
  if (sentence === '') return <></>
  return (
    <p class={strap ? 'figured strap' : 'figured'}>
      <span class="figured-text" tabindex={0}>
        {sentence}
      </span>{' '}
      {written?.stale && <span class="stale">{text.stale}</span>}
      <span class="figured-note">
        {written ? text.written(written.by) : text.generated}
        {view.figures.length > 0 && ' – '}
        {view.figures.map((fact) => text.note(said(visit, fact))).join(' · ')}
      </span>
    </p>
  )
}
