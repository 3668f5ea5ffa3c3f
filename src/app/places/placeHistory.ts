import type { Viewer } from '#domain/accounts'
import { placeFieldCodes, type PlaceField, type PlacePatch } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { read, write } from '#store/open.ts'
import { selectPlaceChanges, type ChangedState, type PlaceChangeKind } from '#store/placeChanges.ts'
import type { Observatory } from '../observatory.ts'
import { may } from '../rights.ts'
import { actorOf, changePlace } from './changePlace.ts'
import { fieldRight } from './fieldRights.ts'
import { knownPlace, namesIn, openPlace } from './placeContext.ts'

export interface HistoryEntry {
  readonly id: string
  readonly version: number
  /** ISO instant. */
  readonly at: string
  readonly kind: PlaceChangeKind
  readonly actorName: string
  readonly organisation: string | null
  readonly acceptedBy: string | null
  readonly note: string | null
  readonly before: ChangedState
  readonly after: ChangedState
  readonly fields: readonly PlaceField[]
  /** Fields whose value before this change the viewer may put back. */
  readonly restorable: readonly PlaceField[]
}

export interface PlaceHistoryView {
  readonly code: string
  readonly name: Bilingual
  readonly version: number
  readonly source: string | null
  readonly closedOn: string | null
  readonly mergedInto: string | null
  readonly mayUnmerge: boolean
  readonly entries: readonly HistoryEntry[]
  /** Names of the zones and organisations mentioned, by code. */
  readonly names: Readonly<Record<string, Bilingual>>
}

/** Every change of a place, the latest first. */
export function historyView(obs: Observatory, viewer: Viewer, code: string): Promise<PlaceHistoryView> {
  return read(obs.db, async (reader) => {
    const place = await knownPlace(reader, code)
    const changes = await selectPlaceChanges(reader, code)
    const organisations = changes.map(({ organisation }): PlacePatch => ({ organisation }))
    const open = place.closedOn === null && place.mergedInto === null && may(viewer, 'places.edit')
    const mayEdit = (field: PlaceField): boolean => open && fieldRight(viewer, place.values.organisation, field) === 'edit'
    return {
      code,
      name: { fr: place.values.nameFr, en: place.values.nameEn },
      version: place.version,
      source: place.source,
      closedOn: place.closedOn,
      mergedInto: place.mergedInto,
      mayUnmerge: may(viewer, 'places.merge'),
      entries: changes.map(({ id, version, at, kind, actorName, organisation, acceptedBy, note, before, after }) => {
        const fields = placeFieldCodes.filter((field) => field in after)
        const restorable = fields.filter((field) => field in before && mayEdit(field))
        const who = { actorName, organisation, acceptedBy, note }
        return { id, version, at: at.toISOString(), kind, ...who, before, after, fields, restorable }
      }),
      names: await namesIn(reader, obs, [...changes.flatMap(({ before, after }) => [before, after]), ...organisations]),
    }
  })
}

export interface RestoreValue {
  readonly code: string
  readonly version: number
  /** Id of the change whose value before is put back. */
  readonly change: string
  readonly field: string
}

/** Puts back what a field said before a change. */
export function restoreValue(obs: Observatory, viewer: Viewer, ask: RestoreValue): Promise<void> {
  return write(obs.db, async (writer) => {
    const place = await openPlace(writer, ask.code)
    const change = (await selectPlaceChanges(writer, ask.code)).find(({ id }) => id === ask.change)
    const field = placeFieldCodes.find((code) => code === ask.field)
    if (!change || !field || !(field in change.before)) throw new DomainError('change.unknown', { id: ask.change })
    if (fieldRight(viewer, place.values.organisation, field) !== 'edit')
      throw new DomainError('place.notYours', { code: ask.code })
    if (place.version !== ask.version) throw new DomainError('version.changed', { code: ask.code })
    const actor = actorOf(viewer, place.values.organisation)
    await changePlace(writer, obs, place, actor, { kind: 'edited', patch: { [field]: change.before[field] } })
  })
}
