import type { BuildEvidence, BuildRecord, BuildWork, CandidateEvidence, Segment, SegmentBuild } from '#domain/segments'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { ClassificationName, Issues } from '../regrouping/regroupingViews.ts'
import type { ZoneName } from '../views.ts'

/** A classification in the list, with who made it. */
export interface ClassificationLine extends ClassificationName {
  readonly madeBy: string | null
  readonly publishedAt: string | null
  readonly checksum: string
  readonly version: number
}

/** A build that no classification came of yet. */
export interface OpenBuild {
  readonly id: string
  readonly root: ZoneName
  readonly dataset: Bilingual
  readonly variables: number
  readonly work: BuildWork | null
  readonly failed: boolean
  readonly madeAt: string
  readonly madeBy: string
}

export interface ClassificationList {
  readonly classifications: readonly ClassificationLine[]
  readonly builds: readonly OpenBuild[]
}

/** A dataset's areas of one root territory, which groups can be made of. */
export interface AreaSource {
  readonly dataset: string
  readonly title: Bilingual
  readonly root: ZoneName
  readonly areas: number
  /** Variables that can be made of it. */
  readonly variables: number
}

export type SuggestionReason = 'constant' | 'nearlyConstant' | 'missing' | 'correlated' | 'skewed'

/** One variable of the report. Figures are NaN where nothing is known. */
export interface VariableLine {
  readonly measure: string
  readonly label: Bilingual
  readonly theme: string
  readonly denominator: string | null
  readonly mean: number
  readonly min: number
  readonly max: number
  readonly skew: number
  /** Areas without a figure: none was given, or its denominator is 0. */
  readonly missing: number
  /** The variable it goes with most, by Pearson's r. */
  readonly closest: { readonly label: Bilingual; readonly r: number } | null
  readonly suggestion: {
    readonly reason: SuggestionReason
    readonly value: number
    readonly other: { readonly measure: string; readonly label: Bilingual } | null
  } | null
  readonly isChosen: boolean
  /** Why it is left out, in the analyst's own words. */
  readonly why: string
}

/** The first step: which variables. */
export interface VariablesView {
  /** The build that is changed; `null` for a new one. */
  readonly build: string | null
  readonly sources: readonly AreaSource[]
  readonly source: AreaSource | null
  readonly areas: number
  readonly kind: string
  readonly from: string
  readonly date: string | null
  readonly variables: readonly VariableLine[]
  readonly typed: TypedSpace
  readonly issues: Issues
}

/** How figures are brought into the space of the groups, as typed. */
export interface TypedSpace {
  readonly transform: string
  readonly scale: string
  readonly seed: string
}

export interface TypedChoice extends TypedSpace {
  readonly build: string | null
  readonly dataset: string
  readonly root: string
  readonly variables: readonly string[]
  /** Words of the analyst by measure. */
  readonly why: ReadonlyMap<string, string>
}

export interface TypedWish {
  readonly nameFr: string
  readonly nameEn: string
  readonly levels: readonly string[]
  readonly restarts: string
}

/** The second step: how many groups. */
export interface BuildView {
  readonly id: string
  readonly root: ZoneName
  readonly dataset: { readonly code: string; readonly title: Bilingual; readonly kind: string }
  readonly areas: number
  readonly choice: SegmentBuild['choice']
  readonly labels: ReadonlyMap<string, Bilingual>
  readonly candidates: readonly CandidateEvidence[]
  readonly work: BuildWork | null
  readonly progress: number
  readonly fault: SegmentBuild['fault']
  /** The classification that came of it. */
  readonly number: number | null
  readonly typed: TypedWish
  readonly issues: Issues
}

export type Begun = { readonly id: string } | { readonly issues: Issues }

/** How many areas lie between two values of separation. */
export interface SeparationBin {
  readonly from: number
  readonly to: number
  readonly count: number
}

export interface UnclearArea {
  readonly zone: ZoneName | null
  readonly code: string
  readonly group: Segment
  readonly second: Segment
  readonly separation: number
}

/** Figures of the groups in one variable, and of all areas together. */
export interface HeatRow {
  readonly label: Bilingual
  readonly theme: string
  /** A share of a denominator, 0-100, rather than a figure as given. */
  readonly isShare: boolean
  readonly all: number
  /** By group; NaN where nobody was counted. */
  readonly groups: readonly number[]
}

export interface GroupsView {
  readonly of: ClassificationLine
  readonly level: number
  readonly levels: readonly number[]
  readonly groups: readonly Segment[]
  readonly finest: readonly Segment[]
  readonly totals: { readonly areas: number; readonly people: number; readonly households: number }
  readonly evidence: BuildEvidence
  /** Groups at the first level, for the mark on the plots. */
  readonly chosen: number
  /** The classification it came of, by number. */
  readonly basedOn: number | null
  readonly separation: readonly SeparationBin[]
  readonly medianSeparation: number | null
  readonly unclear: readonly UnclearArea[]
  /** `null` where the figures it was made of are no longer there. */
  readonly heat: readonly HeatRow[] | null
}

export interface TypedName {
  readonly level: number
  readonly number: number
  readonly fr: string
  readonly en: string
}

export interface NamesView {
  readonly of: ClassificationLine
  readonly segments: readonly Segment[]
  readonly typed: readonly TypedName[] | null
  readonly issues: Issues
}

/** What a re-run gave. */
export interface Rerun {
  readonly dataChecksum: string
  readonly checksum: string
  readonly isSameData: boolean
  readonly isSame: boolean
  /** Why it could not be run: the code of a refusal and what it names. */
  readonly fault: SegmentBuild['fault']
}

export interface RecordView {
  readonly of: ClassificationLine
  readonly record: BuildRecord
  readonly dataset: Bilingual | null
  readonly rerun: Rerun | null
}
