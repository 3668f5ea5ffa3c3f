import type { Viewer } from '#domain/accounts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { DeskTools } from '../deskTools.ts'
import { authorise } from '../rights.ts'
import { regroupingList } from './classificationNames.ts'
import { crosswalkView } from './crosswalkView.ts'
import {
  commonGroupsView,
  matchEditorView,
  saveComparison,
  type CommonGroupsView,
  type MatchEditorView,
  type TypedMatch,
} from './matchGroups.ts'
import { mergeView, saveMerge } from './mergeEditor.ts'
import { refreshView, saveRefresh } from './refreshEditor.ts'
import type {
  ClassificationAsked,
  CrosswalkView,
  Issues,
  MergeView,
  RefreshView,
  RegroupingList,
  Saved,
  TypedMerge,
  TypedRefresh,
  TypedSave,
} from './regroupingViews.ts'

/** Groups made of groups: merged, refreshed with new data, set beside those across the border. */
export interface RegroupingDesk {
  list(viewer: Viewer): Promise<RegroupingList>
  /** What a merge would give; nothing is kept. */
  merge(viewer: Viewer, asked: ClassificationAsked, typed: TypedMerge, issues?: Issues): Promise<MergeView>
  saveMerge(viewer: Viewer, asked: ClassificationAsked, typed: TypedSave): Promise<Saved>
  /** What new figures would give; nothing is kept. */
  refresh(viewer: Viewer, asked: ClassificationAsked, typed: TypedRefresh | null, issues?: Issues): Promise<RefreshView>
  saveRefresh(viewer: Viewer, asked: ClassificationAsked, typed: TypedRefresh & { readonly name: Bilingual }): Promise<Saved>
  /** From the groups of one version to those of another. */
  crosswalk(viewer: Viewer, asked: ClassificationAsked, from: number | null): Promise<CrosswalkView>
  /** The published match of groups across a border, with two of them side by side; `null` before any is published. */
  common(viewer: Viewer, pair: readonly [number, number] | null): Promise<CommonGroupsView | null>
  /** What comparing two classifications would give; nothing is kept. */
  commonEditor(viewer: Viewer, typed: TypedMatch | null, pair: readonly [number, number] | null): Promise<MatchEditorView>
  /** Publishes a comparison; whether it was done: two sides of one country are not compared. */
  publishCommon(viewer: Viewer, typed: TypedMatch): Promise<boolean>
}

export function createRegroupingDesk({ observatory: obs }: DeskTools): RegroupingDesk {
  return {
    async list(viewer) {
      authorise(viewer, 'segments.read')
      return regroupingList(obs)
    },
    async merge(viewer, asked, typed, issues) {
      authorise(viewer, 'segments.manage')
      return mergeView(obs, asked, typed, issues)
    },
    async saveMerge(viewer, asked, typed) {
      authorise(viewer, 'segments.manage')
      return saveMerge(obs, viewer, asked, typed)
    },
    async refresh(viewer, asked, typed, issues) {
      authorise(viewer, 'segments.manage')
      return refreshView(obs, asked, typed, issues)
    },
    async saveRefresh(viewer, asked, typed) {
      authorise(viewer, 'segments.manage')
      return saveRefresh(obs, viewer, asked, typed)
    },
    async crosswalk(viewer, asked, from) {
      authorise(viewer, 'segments.read')
      return crosswalkView(obs, asked, from)
    },
    async common(viewer, pair) {
      authorise(viewer, 'portraits.read')
      return commonGroupsView(obs, pair)
    },
    async commonEditor(viewer, typed, pair) {
      authorise(viewer, 'segments.manage')
      return matchEditorView(obs, typed, pair)
    },
    async publishCommon(viewer, typed) {
      authorise(viewer, 'segments.manage')
      return saveComparison(obs, viewer, typed)
    },
  }
}
