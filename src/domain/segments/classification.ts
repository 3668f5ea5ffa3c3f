import type { Bilingual } from '#kernel/bilingual.ts'

/** How a classification came to be: from variables, by merging the groups of another, or from another with new data. */
export type ClassificationOrigin = 'build' | 'merge' | 'refresh'
export type ClassificationState = 'draft' | 'published' | 'retired'

export type VariableTransform = 'asinh' | 'none'
export type VariableScale = 'range' | 'z' | 'none'

/** A variable: the share, 0-100, that one measure of a dataset is of another, or a measure as it is given. */
export interface SegmentVariable {
  readonly dataset: string
  readonly measure: string
  /** The measure it is a share of; `null` where the figure is taken as given. */
  readonly denominator: string | null
  readonly label: Bilingual
  /** Variables of one theme (age, household, tenure …) are named together; taken from the code before its first dot or underscore. */
  readonly theme: string
}

/** A variable with what brings it into the space of the groups: (transform(x) - offset) / span, held within 0-1 for `range`. */
export interface ScaledVariable extends SegmentVariable {
  readonly offset: number
  readonly span: number
}

/** A variable left out, and why: the reason is kept in the record. */
export interface DroppedVariable {
  readonly measure: string
  readonly reason: 'constant' | 'missing' | 'correlated' | 'skewed' | 'chosen' | 'notComparable'
  /** The other variable that it repeats, for `correlated`; words of the analyst, for `chosen`. */
  readonly detail: string | null
}

/** What an analyst decides before a build. */
export interface BuildSettings {
  readonly dataset: string
  /** Codes of measures. */
  readonly variables: readonly string[]
  readonly transform: VariableTransform
  readonly scale: VariableScale
  /** How many groups at the first level, and into how many in all at the next ones: [8], or [8, 32]. */
  readonly levels: readonly number[]
  readonly restarts: number
  readonly seed: number
  readonly maxIterations: number
  readonly tolerance: number
}

/** All that makes a classification again, to the byte. */
export interface BuildRecord {
  readonly method: 'segments/1'
  readonly settings: BuildSettings
  readonly variables: readonly ScaledVariable[]
  readonly dropped: readonly DroppedVariable[]
  readonly areas: number
  /** SHA-256 of the areas and figures that went in, hexadecimal. */
  readonly dataChecksum: string
  readonly source: string
  readonly referenceDate: string | null
  /** For a merge: which group of the other classification went into which; locks that were held. */
  readonly merge: MergeRecord | null
  /** For a refresh: whether centroids were kept, and the number of the former classification. */
  readonly refresh: { readonly from: number; readonly mode: 'frozen' | 'free' } | null
}

export interface MergeRecord {
  readonly from: number
  readonly level: number
  /** The new group of each former one, by number. */
  readonly into: readonly number[]
  readonly mustMerge: readonly (readonly [number, number])[]
  readonly cannotMerge: readonly (readonly [number, number])[]
  /** Between-group variance kept, 0-1. */
  readonly varianceKept: number
}

/** What was measured while building, to choose the number of groups by. */
export interface BuildEvidence {
  readonly wss: number
  /** Between-group share of all variance, 0-1, by level. */
  readonly betweenShare: readonly number[]
  readonly silhouette: number | null
  readonly candidates: readonly CandidateEvidence[]
}

/** One number of groups that was tried. */
export interface CandidateEvidence {
  readonly k: number
  readonly wss: number
  readonly silhouette: number | null
  /** Smallest and largest group as shares of all areas. */
  readonly smallest: number
  readonly largest: number
  /** Mean adjusted Rand index between the fit and those of bootstrap samples; its 10th and 90th percentiles. */
  readonly stability: { readonly mean: number; readonly low: number; readonly high: number } | null
  /** Per group: its place on the first principal component, and its areas; for the clustergram. */
  readonly positions: readonly number[]
  readonly sizes: readonly number[]
  /** Areas that go from group i of the candidate before to group j: rows of [i, j, areas]. */
  readonly flows: readonly (readonly [number, number, number])[]
}

export interface Segment {
  readonly level: number
  /** 0, 1, … by size at its level. */
  readonly number: number
  readonly letter: string
  readonly name: Bilingual
  readonly parent: number | null
  readonly areas: number
  readonly people: number
  readonly households: number
  /** In the transformed and scaled space, in the order of the record's variables. */
  readonly centroid: readonly number[]
}

/** Where an area belongs. */
export interface SegmentArea {
  readonly zone: string
  /** Number of its group at each level, the coarsest first. */
  readonly segments: readonly number[]
  /** Euclidean, in the transformed and scaled space, at the finest level. */
  readonly distance: number
  readonly second: number | null
  /** (d2 - d1) / d2: 0 where two groups are equally near. No probability. */
  readonly separation: number | null
  readonly people: number
  readonly households: number
}

export interface Classification {
  readonly territory: string
  readonly id: string
  readonly number: number
  /** The zone whose areas are classified. */
  readonly zone: string
  readonly name: Bilingual
  readonly origin: ClassificationOrigin
  readonly basedOn: string | null
  readonly state: ClassificationState
  readonly synthetic: boolean
  readonly record: BuildRecord
  readonly evidence: BuildEvidence
  /** SHA-256 of groups and assignments: a re-run of the record gives the same. */
  readonly checksum: string
  readonly madeAt: Date
  readonly madeBy: string | null
  readonly publishedAt: Date | null
  readonly version: number
}
