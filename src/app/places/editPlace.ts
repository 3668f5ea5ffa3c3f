import type { Viewer } from '#domain/accounts'
import {
  changedFields,
  emptyPlace,
  placeFieldCodes,
  sameField,
  type PlaceField,
  type PlacePatch,
  type PlaceValues,
} from '#domain/territory'
import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { read, write, type Reader } from '#store/open.ts'
import { selectPlaceChanges, type PlaceRecord } from '#store/placeChanges.ts'
import type { Observatory } from '../observatory.ts'
import { may } from '../rights.ts'
import { actorOf, addPlace, changePlace, today } from './changePlace.ts'
import { fieldsWith, mayRun } from './fieldRights.ts'
import { formOf, knownPlace, namesIn, openPlace, outsideZone, readForm } from './placeContext.ts'
import type { FieldIssue } from './readTyped.ts'
import type { Typed } from './typedPlace.ts'

/** A place's form. */
export interface PlaceEditView {
  readonly code: string
  readonly name: Bilingual
  /** The version that the form was filled in from. */
  readonly version: number
  readonly values: PlaceValues
  readonly typed: Typed
  readonly issues: readonly FieldIssue[]
  /** Fields that the viewer changes at once, and those they may propose a change of. */
  readonly editable: readonly PlaceField[]
  readonly proposable: readonly PlaceField[]
  /** Names of the zones and organisations mentioned, by code. */
  readonly names: Readonly<Record<string, Bilingual>>
  readonly checkedOn: string | null
  readonly closedOn: string | null
  readonly mergedInto: string | null
  readonly mayClose: boolean
  /** The point lies outside the zone; `null` when that cannot be told. */
  readonly outside: boolean | null
  readonly today: string
}

export interface SavePlace {
  readonly code: string
  readonly version: number
  /** The form; `choose.<field>` is `theirs` where the other's value is kept. */
  readonly typed: Typed
  /** Somebody confirms that the whole is right. */
  readonly checked: boolean
  readonly note: string | null
}

export type SaveResult =
  | { readonly issues: readonly FieldIssue[] }
  | { readonly issues: readonly []; readonly version: number; readonly changed: readonly PlaceField[]; readonly outside: boolean }

/** One field on which two people wrote at once. */
export interface Conflict {
  readonly field: PlaceField
  readonly mine: PlacePatch
  readonly theirs: PlacePatch
  /** Which of the two is proposed: a field that only they touched stays theirs. */
  readonly proposed: 'mine' | 'theirs'
}

export interface PlaceConflictView {
  readonly code: string
  readonly name: Bilingual
  /** The version as it is now: what is saved next builds on it. */
  readonly version: number
  readonly typed: Typed
  readonly conflicts: readonly Conflict[]
  readonly changedBy: readonly { readonly name: string; readonly at: string }[]
  readonly names: Readonly<Record<string, Bilingual>>
}

async function viewOf(
  reader: Reader,
  obs: Observatory,
  viewer: Viewer,
  place: PlaceRecord,
  language: Language,
): Promise<PlaceEditView> {
  const { code, values, version, checkedOn, closedOn, mergedInto } = place
  const editable = closedOn === null && mergedInto === null ? fieldsWith(viewer, values.organisation, 'edit') : []
  return {
    code,
    name: { fr: values.nameFr, en: values.nameEn },
    version,
    values,
    typed: await formOf(reader, obs, values, editable, language),
    issues: [],
    editable,
    proposable: fieldsWith(viewer, values.organisation, 'propose'),
    names: await namesIn(reader, obs, [values]),
    checkedOn,
    closedOn,
    mergedInto,
    mayClose: may(viewer, 'places.close') && mayRun(viewer, values.organisation),
    outside: await outsideZone(reader, obs, values),
    today: today(obs),
  }
}

/** A place's form as it is now; what was typed before and its issues come back in it when given. */
export function editView(
  obs: Observatory,
  viewer: Viewer,
  code: string,
  language: Language,
  again?: { readonly typed: Typed; readonly version: number; readonly issues: readonly FieldIssue[] },
): Promise<PlaceEditView> {
  return read(obs.db, async (reader) => {
    const view = await viewOf(reader, obs, viewer, await knownPlace(reader, code), language)
    return again ? { ...view, ...again } : view
  })
}

function withoutTheirs(patch: PlacePatch, typed: Typed): PlacePatch {
  const kept = Object.entries(patch).filter(([field]) => typed[`choose.${field}`]?.[0] !== 'theirs')
  return Object.fromEntries(kept)
}

/** Saves a form. Refuses with `version.changed` when somebody saved since it was opened, with `place.notYours` who may edit nothing of it. */
export function savePlace(obs: Observatory, viewer: Viewer, ask: SavePlace): Promise<SaveResult> {
  return write(obs.db, async (writer): Promise<SaveResult> => {
    const place = await openPlace(writer, ask.code)
    const editable = fieldsWith(viewer, place.values.organisation, 'edit')
    if (editable.length === 0) throw new DomainError('place.notYours', { code: ask.code })
    const { patch, issues } = await readForm(writer, obs, ask.typed, editable, place.values)
    if (issues.length > 0) return { issues }
    if (place.version !== ask.version) throw new DomainError('version.changed', { code: ask.code })
    const kept = withoutTheirs(patch, ask.typed)
    const changed = changedFields(place.values, kept)
    const outside = (await outsideZone(writer, obs, { ...place.values, ...kept })) ?? false
    if (changed.length === 0 && !ask.checked) return { issues: [], version: place.version, changed, outside }
    const { checked, note } = ask
    const actor = actorOf(viewer, place.values.organisation)
    const version = await changePlace(writer, obs, place, actor, { kind: 'edited', patch: kept, checked, note })
    return { issues: [], version, changed, outside }
  })
}

/** Both versions of a place side by side: what the viewer typed, and what somebody else saved since `version`. */
export function conflictView(
  obs: Observatory,
  viewer: Viewer,
  ask: { readonly code: string; readonly version: number; readonly typed: Typed },
): Promise<PlaceConflictView> {
  return read(obs.db, async (reader) => {
    const place = await openPlace(reader, ask.code)
    const { values, version } = place
    const editable = fieldsWith(viewer, values.organisation, 'edit')
    const { patch } = await readForm(reader, obs, ask.typed, editable, values)
    const changes = await selectPlaceChanges(reader, ask.code, ask.version)
    // What each field said when the form was opened: before the earliest change since then.
    const opened: PlacePatch = Object.assign({}, ...changes.map(({ before }) => before))
    const conflicts = changedFields(values, patch).map((field): Conflict => {
      const untouched = field in opened && sameField(field, opened, patch)
      return {
        field,
        mine: { [field]: patch[field] },
        theirs: { [field]: values[field] },
        proposed: untouched ? 'theirs' : 'mine',
      }
    })
    return {
      code: ask.code,
      name: { fr: values.nameFr, en: values.nameEn },
      version,
      typed: ask.typed,
      conflicts,
      changedBy: changes.map(({ actorName, at }) => ({ name: actorName, at: at.toISOString() })),
      names: await namesIn(reader, obs, [values, patch]),
    }
  })
}

export type CreateResult =
  | { readonly issues: readonly FieldIssue[]; readonly code: null }
  | { readonly issues: readonly []; readonly code: string }

/** The empty form of a place that is not there yet; a manager's own organisation is filled in. */
export function newPlaceForm(obs: Observatory, organisation: string | null, language: Language): Promise<Typed> {
  return read(obs.db, (reader) => formOf(reader, obs, { ...emptyPlace, organisation }, placeFieldCodes, language))
}

/** Opens a place. Who may do so only for their own organisation is refused `place.notYours` for another. */
export function createPlace(obs: Observatory, viewer: Viewer, typed: Typed): Promise<CreateResult> {
  return write(obs.db, async (writer): Promise<CreateResult> => {
    const { patch, issues } = await readForm(writer, obs, typed, placeFieldCodes, null)
    if (issues.length > 0) return { issues, code: null }
    const values = { ...emptyPlace, ...patch }
    const needed: readonly FieldIssue[] = [
      ...(values.nameFr === '' ? [{ field: 'nameFr', code: 'name.missing', params: {} } as const] : []),
      ...(values.services.length === 0 ? [{ field: 'services', code: 'services.none', params: {} } as const] : []),
    ]
    if (needed.length > 0) return { issues: needed, code: null }
    if (!mayRun(viewer, values.organisation)) throw new DomainError('place.notYours', { code: values.nameFr })
    return { issues: [], code: await addPlace(writer, obs, values, actorOf(viewer, values.organisation)) }
  })
}
