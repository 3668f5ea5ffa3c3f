import type { FC } from 'hono/jsx'
import type { Segment } from '#domain/segments'
import type { Visit } from '../page.ts'

/** The colours of groups begin again after thirteen: the letter beside tells them apart. */
export function groupClass(number: number): string {
  return `group-${number % 13}`
}

/** A group's letter on its colour, then its name. */
export const GroupMark: FC<{ visit: Visit; group: Pick<Segment, 'number' | 'letter' | 'name'>; country?: 'FR' | 'GB' }> = ({
  visit,
  group,
  country,
}) => (
  <span class="group-mark">
    <svg class="group-dot" viewBox="0 0 10 10" aria-hidden="true">
      <rect class={groupClass(group.number)} width={10} height={10} rx={2} />
    </svg>
    <b>
      {country && <span class="muted">{country} </span>}
      {group.letter}
    </b>{' '}
    {group.name[visit.language]}
  </span>
)

/** A name as one option of a list. */
export function groupOption({ language }: Visit, { letter, name }: Pick<Segment, 'letter' | 'name'>): string {
  return `${letter} · ${name[language]}`
}
