import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { write } from '#store/open.ts'
import type { Observatory } from '../observatory.ts'
import { actorOf, changePlace, today } from './changePlace.ts'
import { mayRun } from './fieldRights.ts'
import { knownPlace, openPlace } from './placeContext.ts'

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return year !== undefined && date.toISOString().startsWith(text)
}

export interface ClosePlace {
  readonly code: string
  readonly version: number
  /** The day it closed, ISO: today or before. */
  readonly on: string
  readonly note: string | null
}

/** Closes a place for good; its page says so and it leaves the lists. Refuses a day to come with `closing.future`. */
export function closePlace(obs: Observatory, viewer: Viewer, { code, version, on, note }: ClosePlace): Promise<void> {
  return write(obs.db, async (writer) => {
    const place = await openPlace(writer, code)
    if (!mayRun(viewer, place.values.organisation)) throw new DomainError('place.notYours', { code })
    if (!isDay(on)) throw new DomainError('closing.noDay', { value: on })
    if (on > today(obs)) throw new DomainError('closing.future', { value: on })
    if (place.version !== version) throw new DomainError('version.changed', { code })
    const actor = actorOf(viewer, place.values.organisation)
    await changePlace(writer, obs, place, actor, { kind: 'closed', patch: {}, marks: { closedOn: on }, note })
  })
}

/** Opens a closed place again. */
export function reopenPlace(
  obs: Observatory,
  viewer: Viewer,
  { code, version }: { readonly code: string; readonly version: number },
): Promise<void> {
  return write(obs.db, async (writer) => {
    const place = await knownPlace(writer, code)
    if (!mayRun(viewer, place.values.organisation)) throw new DomainError('place.notYours', { code })
    if (place.closedOn === null) throw new DomainError('place.open', { code })
    if (place.version !== version) throw new DomainError('version.changed', { code })
    const actor = actorOf(viewer, place.values.organisation)
    await changePlace(writer, obs, place, actor, { kind: 'reopened', patch: {}, marks: { closedOn: null } })
  })
}
