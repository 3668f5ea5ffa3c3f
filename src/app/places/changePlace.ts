import type { Viewer } from '#domain/accounts'
import { changedFields, pickFields, type PlacePatch } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import type { Writer } from '#store/open.ts'
import {
  insertPlace,
  insertPlaceChange,
  updatePlace,
  type ChangedState,
  type PlaceChangeKind,
  type PlaceMarks,
  type PlaceRecord,
} from '#store/placeChanges.ts'
import type { Observatory } from '../observatory.ts'
import { rootOf } from './placeContext.ts'

/** Who stands behind a change: the person in front of the screen, or the author of what a reviewer accepts. */
export interface ChangeActor {
  readonly userId: string | null
  readonly name: string
  readonly organisation: string | null
}

export interface Change {
  readonly kind: PlaceChangeKind
  readonly patch: PlacePatch
  /** What is set beside the fields. */
  readonly marks?: Pick<PlaceMarks, 'closedOn' | 'mergedInto'>
  readonly mergedFrom?: string
  /** Whether somebody confirms today that the whole is right. */
  readonly checked?: boolean
  readonly note?: string | null
  readonly contribution?: string | null
  /** The reviewer, when the actor is somebody else. */
  readonly acceptedBy?: Viewer
}

/** A viewer as the one who changes: for the organisation that runs the place when it is theirs, else for their first. */
export function actorOf(viewer: Viewer, organisation: string | null = null): ChangeActor {
  const codes = viewer.memberships.map((membership) => membership.organisation)
  const own = organisation !== null && codes.includes(organisation) ? organisation : (codes[0] ?? null)
  return { userId: viewer.userId, name: viewer.name, organisation: own }
}

/** Today where the observatory is, ISO. */
export function today(obs: Observatory): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(obs.now())
}

function statesOf(place: PlaceRecord, change: Change): { readonly before: ChangedState; readonly after: ChangedState } {
  const fields = changedFields(place.values, change.patch)
  const { closedOn, mergedInto } = place
  const marks = change.marks ?? {}
  const wasMarked = { ...('closedOn' in marks ? { closedOn } : {}), ...('mergedInto' in marks ? { mergedInto } : {}) }
  const from = change.mergedFrom === undefined ? {} : { mergedFrom: change.mergedFrom }
  return {
    before: { ...pickFields(place.values, fields), ...wasMarked },
    after: { ...pickFields(change.patch, fields), ...marks, ...from },
  }
}

/**
 * Changes a place, with its history, the audit log and the version of all places in the same transaction, and gives the place's new version. Refuses
 * with `version.changed` when somebody changed it since `place` was read: nothing is written then.
 */
export async function changePlace(
  writer: Writer,
  obs: Observatory,
  place: PlaceRecord,
  actor: ChangeActor,
  change: Change,
): Promise<number> {
  const at = obs.now()
  const marks = {
    ...change.marks,
    ...(await rootOf(writer, obs, change.patch)),
    ...(change.checked ? { checkedOn: today(obs) } : {}),
  }
  const { before, after } = statesOf(place, change)
  const done = await updatePlace(writer, place, pickFields(change.patch, changedFields(place.values, change.patch)), marks, at)
  if (!done) throw new DomainError('version.changed', { code: place.code })
  await tell(writer, obs, { code: place.code, version: place.version + 1, before, after }, actor, change)
  return place.version + 1
}

interface Told {
  readonly code: string
  readonly version: number
  readonly before: ChangedState
  readonly after: ChangedState
}

async function tell(writer: Writer, obs: Observatory, told: Told, actor: ChangeActor, change: Change): Promise<void> {
  const { code, version, before, after } = told
  await insertPlaceChange(writer, {
    id: obs.newId(),
    place: code,
    version,
    at: obs.now(),
    actorId: actor.userId,
    actorName: actor.name,
    organisation: actor.organisation,
    kind: change.kind,
    before,
    after,
    note: change.note ?? null,
    acceptedBy: change.acceptedBy?.name ?? null,
    contribution: change.contribution ?? null,
  })
  await raiseVersion(writer, 'places')
  await recordAudit(writer, {
    actor: change.acceptedBy ?? actor,
    action: `place.${change.kind}`,
    subject: code,
    organisation: actor.organisation,
    details: { version, fields: Object.keys(after) },
  })
}

/** Adds a place and gives its code. */
export async function addPlace(
  writer: Writer,
  obs: Observatory,
  values: Required<PlacePatch>,
  actor: ChangeActor,
  change: Omit<Change, 'kind' | 'patch'> = {},
): Promise<string> {
  const code = `place-${obs.newId().slice(-12)}`
  const { root = null } = await rootOf(writer, obs, values)
  await insertPlace(writer, code, values, {
    root,
    source: actor.organisation ?? actor.name,
    checkedOn: today(obs),
    at: obs.now(),
  })
  const told = { code, version: 1, before: {}, after: values }
  await tell(writer, obs, told, actor, { ...change, kind: 'created', patch: values })
  return code
}
