import type { Viewer } from '#domain/accounts'
import { isServiceCode } from '#domain/territory'
import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { read } from '#store/open.ts'
import {
  placeGapCodes,
  placesOnAPage,
  searchPlaceList,
  selectOrganisationNames,
  type ListedPlace,
  type OrganisationName,
  type PlaceListQuery,
} from '#store/placeLists.ts'
import type { DeskTools } from '../deskTools.ts'
import type { Observatory } from '../observatory.ts'
import { authorise } from '../rights.ts'
import { closePlace, reopenPlace, type ClosePlace } from './closePlace.ts'
import {
  conflictView,
  createPlace,
  editView,
  newPlaceForm,
  savePlace,
  type CreateResult,
  type PlaceConflictView,
  type PlaceEditView,
  type SavePlace,
  type SaveResult,
} from './editPlace.ts'
import { mayRun } from './fieldRights.ts'
import {
  duplicatePairs,
  mergePlaces,
  mergeView,
  unmergePlaces,
  type DuplicatePair,
  type MergePlaces,
  type MergeView,
} from './mergePlaces.ts'
import { namesIn } from './placeContext.ts'
import { historyView, restoreValue, type PlaceHistoryView, type RestoreValue } from './placeHistory.ts'
import type { FieldIssue } from './readTyped.ts'
import type { Typed } from './typedPlace.ts'

export { placeGapCodes }

export interface PlaceListView {
  readonly query: PlaceListQuery
  readonly total: number
  readonly pages: number
  readonly places: readonly (ListedPlace & { readonly mine: boolean })[]
  /** Organisations of the viewer, to narrow the list to their own places. */
  readonly organisations: readonly OrganisationName[]
  readonly names: Readonly<Record<string, Bilingual>>
}

interface Versioned {
  readonly code: string
  readonly version: number
}

interface TypedAgain {
  readonly typed: Typed
  readonly version: number
  readonly issues: readonly FieldIssue[]
}

/** Use cases of this area, called by its routes. Each refuses with `right.missing` who may not, and with `place.unknown` a code that nobody gave. */
export interface PlaceDesk {
  /** Places to keep in order, a page at a time. Unknown choices count as none. */
  list(viewer: Viewer, asked: Readonly<Record<keyof PlaceListQuery, string | null>>): Promise<PlaceListView>
  edit(viewer: Viewer, code: string, language: Language, again?: TypedAgain): Promise<PlaceEditView>
  save(viewer: Viewer, ask: SavePlace): Promise<SaveResult>
  conflict(
    viewer: Viewer,
    ask: { readonly code: string; readonly version: number; readonly typed: Typed },
  ): Promise<PlaceConflictView>
  newForm(viewer: Viewer, language: Language): Promise<Typed>
  create(viewer: Viewer, typed: Typed): Promise<CreateResult>
  close(viewer: Viewer, ask: ClosePlace): Promise<void>
  reopen(viewer: Viewer, ask: Versioned): Promise<void>
  duplicates(viewer: Viewer): Promise<readonly DuplicatePair[]>
  merging(viewer: Viewer, ask: { readonly first: string; readonly second: string }): Promise<MergeView>
  merge(viewer: Viewer, ask: MergePlaces): Promise<string>
  unmerge(viewer: Viewer, ask: Versioned): Promise<string>
  history(viewer: Viewer, code: string): Promise<PlaceHistoryView>
  restore(viewer: Viewer, ask: RestoreValue): Promise<void>
}

const yearMilliseconds = 365 * 86_400_000

function organisationsHeld(viewer: Viewer): readonly string[] {
  return [...new Set(viewer.memberships.map(({ organisation }) => organisation))]
}

/** The organisation for which alone a viewer opens places; `null` for who may for all. */
function runAlone(viewer: Viewer): string | null {
  if (mayRun(viewer, null)) return null
  return organisationsHeld(viewer).find((code) => mayRun(viewer, code)) ?? null
}

function listView(
  obs: Observatory,
  viewer: Viewer,
  asked: Readonly<Record<keyof PlaceListQuery, string | null>>,
): Promise<PlaceListView> {
  const page = Math.max(1, Math.min(10_000, Math.trunc(Number(asked.page)) || 1))
  const query: PlaceListQuery = {
    text: (asked.text ?? '').trim().slice(0, 100),
    service: asked.service !== null && isServiceCode(asked.service) ? asked.service : null,
    organisation: asked.organisation || null,
    gap: placeGapCodes.find((code) => code === asked.gap) ?? null,
    page,
  }
  const yearAgo = new Date(obs.now().getTime() - yearMilliseconds).toISOString().slice(0, 10)
  return read(obs.db, async (reader) => {
    const { total, places } = await searchPlaceList(reader, query, yearAgo)
    const mentioned = places.map(({ zone, organisation }) => ({ zone, organisation }))
    return {
      query,
      total,
      pages: Math.max(1, Math.ceil(total / placesOnAPage)),
      places: places.map((place) => ({ ...place, mine: organisationsHeld(viewer).includes(place.organisation ?? '') })),
      organisations: await selectOrganisationNames(reader, organisationsHeld(viewer)),
      names: await namesIn(reader, obs, mentioned),
    }
  })
}

export function createPlaceDesk({ observatory: obs }: DeskTools): PlaceDesk {
  return {
    async list(viewer, asked) {
      authorise(viewer, 'places.edit')
      return listView(obs, viewer, asked)
    },
    async edit(viewer, code, language, again) {
      authorise(viewer, 'places.edit')
      return editView(obs, viewer, code, language, again)
    },
    async save(viewer, ask) {
      authorise(viewer, 'places.edit')
      return savePlace(obs, viewer, ask)
    },
    async conflict(viewer, ask) {
      authorise(viewer, 'places.edit')
      return conflictView(obs, viewer, ask)
    },
    async newForm(viewer, language) {
      authorise(viewer, 'places.create')
      return newPlaceForm(obs, runAlone(viewer), language)
    },
    async create(viewer, typed) {
      authorise(viewer, 'places.create')
      return createPlace(obs, viewer, typed)
    },
    async close(viewer, ask) {
      authorise(viewer, 'places.close')
      return closePlace(obs, viewer, ask)
    },
    async reopen(viewer, ask) {
      authorise(viewer, 'places.close')
      return reopenPlace(obs, viewer, ask)
    },
    async duplicates(viewer) {
      authorise(viewer, 'places.merge')
      return duplicatePairs(obs)
    },
    async merging(viewer, ask) {
      authorise(viewer, 'places.merge')
      return mergeView(obs, ask)
    },
    async merge(viewer, ask) {
      authorise(viewer, 'places.merge')
      return mergePlaces(obs, viewer, ask)
    },
    async unmerge(viewer, ask) {
      authorise(viewer, 'places.merge')
      return unmergePlaces(obs, viewer, ask)
    },
    async history(viewer, code) {
      authorise(viewer, 'places.history')
      return historyView(obs, viewer, code)
    },
    async restore(viewer, ask) {
      authorise(viewer, 'places.edit')
      return restoreValue(obs, viewer, ask)
    },
  }
}
