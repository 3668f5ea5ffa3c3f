import type {
  ClassificationOrigin,
  ClassificationState,
  Crosswalk,
  FigureChange,
  GiniKept,
  MergeCut,
  RefreshMode,
  Segment,
} from '#domain/segments'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { ZoneName } from '../views.ts'

/** Names a classification in an address. */
export interface ClassificationAsked {
  readonly root: string
  readonly number: number
}

/** A classification as lists and headings name it. */
export interface ClassificationName {
  readonly root: ZoneName
  /** The zone whose areas are classified: the root or a part of it. */
  readonly zone: ZoneName
  readonly number: number
  readonly name: Bilingual
  readonly origin: ClassificationOrigin
  readonly state: ClassificationState
  readonly synthetic: boolean
  /** Groups by level, the coarsest first. */
  readonly groups: readonly number[]
  readonly areas: number
  readonly madeAt: string
}

/** What is wrong in a form: the field, the code of the sentence and what it names. */
export type Issues = Readonly<
  Record<string, { readonly code: string; readonly params: Readonly<Record<string, string | number>> }>
>

/** One lock as typed: two groups by number, to be kept together or apart. */
export interface TypedLock {
  readonly one: string
  readonly how: string
  readonly two: string
}

export interface TypedMerge {
  /** The number of groups wished; empty for the one proposed. */
  readonly k: string
  readonly locks: readonly TypedLock[]
}

/** One merge of the tree as it is drawn: nodes below the number of types are types. */
export interface DrawnMerge {
  readonly left: number
  readonly right: number
  /** Between-type variance kept after it, 0-1. */
  readonly kept: number
}

export interface MergeView {
  readonly of: ClassificationName
  /** The groups that are merged. */
  readonly types: readonly Segment[]
  readonly tree: readonly DrawnMerge[]
  readonly cuts: readonly MergeCut[]
  readonly customers: { readonly title: Bilingual; readonly source: string } | null
  readonly k: number
  readonly locks: readonly TypedLock[]
  readonly issues: Issues
  /** The merge into k groups; `null` where locks or the number forbid it. */
  readonly result: {
    readonly segments: readonly Segment[]
    readonly into: readonly number[]
    readonly varianceKept: number
    readonly ginis: readonly (GiniKept & { readonly label: Bilingual })[]
  } | null
}

/** Names and letters of the new groups as typed, by number. */
export interface TypedGroup {
  readonly letter: string
  readonly fr: string
  readonly en: string
}

export interface TypedSave extends TypedMerge {
  readonly name: Bilingual
  readonly groups: readonly TypedGroup[]
}

export type Saved = { readonly number: number } | { readonly issues: Issues }

/** Two versions set against each other. */
export interface CrosswalkView {
  readonly before: ClassificationName
  readonly after: ClassificationName
  readonly groupsBefore: readonly Segment[]
  readonly groupsAfter: readonly Segment[]
  readonly crosswalk: Crosswalk
  /** Other versions of the same territory. */
  readonly choices: readonly ClassificationName[]
}

export interface TypedRefresh {
  readonly dataset: string
  readonly mode: string
}

export interface DatasetChoice {
  readonly code: string
  readonly title: Bilingual
  readonly date: string | null
  /** Variables of the classification that it lacks; it can be chosen when there are none. */
  readonly missing: readonly string[]
}

export interface RefreshView {
  readonly of: ClassificationName
  readonly datasets: readonly DatasetChoice[]
  readonly dataset: string
  readonly mode: RefreshMode
  readonly groups: readonly Segment[]
  readonly result: {
    readonly segments: readonly Segment[]
    readonly crosswalk: Crosswalk
    readonly betweenShare: { readonly before: number | null; readonly after: number }
    readonly changes: readonly (FigureChange & { readonly label: Bilingual })[]
  } | null
  readonly issues: Issues
}

export interface RegroupingList {
  readonly classifications: readonly ClassificationName[]
}
