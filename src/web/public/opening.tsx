import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { OpeningState } from '#app/public/openNow.ts'
import { openingSentence } from '#words/openingNow.ts'
import type { Visit } from '../page.ts'

/** A full disc, an empty one, a dashed one: none relies on its colour. */
const signs: Readonly<Record<OpeningState['state'], string>> = {
  open: '<circle cx="5" cy="5" r="4.4"/>',
  closed: '<circle class="hollow" cx="5" cy="5" r="3.9"/>',
  unknown: '<circle class="hollow doubt" cx="5" cy="5" r="3.9"/>',
}

/** Whether a place is open, with the time at which that changes. */
export const Opening: FC<{ visit: Visit; opening: OpeningState }> = ({ visit, opening }) => (
  <span class={`opening opening-${opening.state}`}>
    {raw(`<svg class="sym" viewBox="0 0 10 10" width="11" height="11" aria-hidden="true">${signs[opening.state]}</svg>`)}{' '}
    {openingSentence(opening, visit.words, visit.language)}
  </span>
)
