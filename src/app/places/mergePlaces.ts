import type { Viewer } from '#domain/accounts'
import {
  changedFields,
  pickFields,
  placeFieldCodes,
  sameField,
  type PlaceField,
  type PlacePatch,
  type PlaceValues,
} from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { read, write, type Writer } from '#store/open.ts'
import { selectPlaceChanges, type PlaceRecord } from '#store/placeChanges.ts'
import { selectNearPairs } from '#store/placeLists.ts'
import type { Observatory } from '../observatory.ts'
import { actorOf, changePlace } from './changePlace.ts'
import { knownPlace, namesIn, openPlace } from './placeContext.ts'
import { nameLikeness } from './similarNames.ts'

/** Two places that may be one. */
export interface DuplicatePair {
  readonly first: { readonly code: string; readonly name: Bilingual; readonly values: PlaceValues }
  readonly second: { readonly code: string; readonly name: Bilingual; readonly values: PlaceValues }
  readonly metres: number
  /** How alike their names are, from 0 to 1. */
  readonly likeness: number
}

const nearMetres = 400
const examinedPairs = 2000
const shownPairs = 50
/** The nearer two places are, the less alike their names need be; the town's own name makes all places of a town somewhat alike. */
function suspicious(likeness: number, metres: number): boolean {
  return likeness >= 0.92 || (likeness >= 0.75 && metres <= 150)
}

function side(place: PlaceRecord): DuplicatePair['first'] {
  return { code: place.code, name: { fr: place.values.nameFr, en: place.values.nameEn }, values: place.values }
}

/** Pairs of open places that offer one service, lie near each other and have similar names: the likeliest first. */
export function duplicatePairs(obs: Observatory): Promise<readonly DuplicatePair[]> {
  return read(obs.db, async (reader) => {
    const near = await selectNearPairs(reader, nearMetres, examinedPairs)
    const likely = near
      .map((pair) => ({ ...pair, likeness: nameLikeness(...pair.names) }))
      .filter(({ likeness, metres }) => suspicious(likeness, metres))
      .toSorted((a, b) => b.likeness - a.likeness || a.metres - b.metres)
      .slice(0, shownPairs)
    const pairs: DuplicatePair[] = []
    for (const { first, second, metres, likeness } of likely)
      pairs.push({
        first: side(await knownPlace(reader, first)),
        second: side(await knownPlace(reader, second)),
        metres,
        likeness,
      })
    return pairs
  })
}

export type MergeSide = 'first' | 'second'
export type MergeChoice = MergeSide | 'both'

export interface MergeView {
  readonly first: PlaceRecord
  readonly second: PlaceRecord
  /** Fields on which the two differ. */
  readonly differing: readonly PlaceField[]
  /** The fuller of the two. */
  readonly proposed: MergeSide
  readonly names: Readonly<Record<string, Bilingual>>
}

function filled({ values }: PlaceRecord): number {
  return placeFieldCodes.filter((field) => values[field] !== null).length
}

function apart(first: string, second: string): void {
  if (first === second) throw new DomainError('merge.same', { code: first })
}

/** Two open places side by side, before they are made one. */
export function mergeView(obs: Observatory, ask: { readonly first: string; readonly second: string }): Promise<MergeView> {
  return read(obs.db, async (reader) => {
    const first = await openPlace(reader, ask.first)
    const second = await openPlace(reader, ask.second)
    apart(first.code, second.code)
    return {
      first,
      second,
      differing: placeFieldCodes.filter((field) => !sameField(field, first.values, second.values)),
      proposed: filled(second) > filled(first) ? 'second' : 'first',
      names: await namesIn(reader, obs, [first.values, second.values]),
    }
  })
}

interface Versioned {
  readonly code: string
  readonly version: number
}

export interface MergePlaces {
  readonly first: Versioned
  readonly second: Versioned
  readonly survivor: MergeSide
  /** Whose value stays, by field; `both` joins the services. Fields that are not named stay as the survivor has them. */
  readonly choose: Readonly<Partial<Record<PlaceField, MergeChoice>>>
}

function chosen(first: PlaceValues, second: PlaceValues, ask: MergePlaces): PlacePatch {
  const patch: Record<string, unknown> = {}
  for (const field of placeFieldCodes) {
    const choice = ask.choose[field] ?? ask.survivor
    patch[field] = (choice === 'second' ? second : first)[field]
    if (choice === 'both' && field === 'services') patch[field] = [...new Set([...first.services, ...second.services])].toSorted()
    else if (choice === 'both') patch[field] = (ask.survivor === 'second' ? second : first)[field]
  }
  return patch
}

async function unchanged(writer: Writer, { code, version }: Versioned): Promise<PlaceRecord> {
  const place = await openPlace(writer, code)
  if (place.version !== version) throw new DomainError('version.changed', { code })
  return place
}

/** Makes two places one: the survivor takes the values chosen, the other leads to it and keeps its own history. Gives the survivor's code. */
export function mergePlaces(obs: Observatory, viewer: Viewer, ask: MergePlaces): Promise<string> {
  return write(obs.db, async (writer) => {
    apart(ask.first.code, ask.second.code)
    const first = await unchanged(writer, ask.first)
    const second = await unchanged(writer, ask.second)
    const [survivor, merged] = ask.survivor === 'second' ? [second, first] : [first, second]
    const patch = chosen(first.values, second.values, ask)
    const actor = actorOf(viewer, survivor.values.organisation)
    const steps = [
      () => changePlace(writer, obs, survivor, actor, { kind: 'merged', patch, mergedFrom: merged.code }),
      () => changePlace(writer, obs, merged, actor, { kind: 'merged', patch: {}, marks: { mergedInto: survivor.code } }),
    ]
    // Rows are locked in the order of their codes, so that two merges at once do not wait for each other.
    for (const step of survivor.code < merged.code ? steps : steps.toReversed()) await step()
    return survivor.code
  })
}

/**
 * Takes a merge back: the merged place is open again, and the survivor gets back each value that the merge changed and nobody has changed since.
 * Gives the survivor's code. Refuses with `merge.none` for a place that is not merged.
 */
export function unmergePlaces(obs: Observatory, viewer: Viewer, { code, version }: Versioned): Promise<string> {
  return write(obs.db, async (writer) => {
    const merged = await knownPlace(writer, code)
    if (merged.mergedInto === null) throw new DomainError('merge.none', { code })
    if (merged.version !== version) throw new DomainError('version.changed', { code })
    const survivor = await knownPlace(writer, merged.mergedInto)
    const changes = await selectPlaceChanges(writer, survivor.code)
    const merge = changes.find(({ kind, after }) => kind === 'merged' && after.mergedFrom === code)
    const taken = merge ? changedFields(survivor.values, merge.before) : []
    const intact = taken.filter((field) => merge !== undefined && sameField(field, merge.after, survivor.values))
    const back = pickFields(merge?.before ?? {}, intact)
    const actor = actorOf(viewer, survivor.values.organisation)
    await changePlace(writer, obs, merged, actor, { kind: 'unmerged', patch: {}, marks: { mergedInto: null } })
    await changePlace(writer, obs, survivor, actor, { kind: 'unmerged', patch: back })
    return survivor.code
  })
}
