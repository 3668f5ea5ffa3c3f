import type { Bilingual } from '#kernel/bilingual.ts'
import type { CandidateEvidence, DroppedVariable, VariableScale, VariableTransform } from './classification.ts'

/** What is under way for a build: trying numbers of groups, or making them. */
export type BuildWork = 'measuring' | 'building'

/** The groups that an analyst asks for. */
export interface BuildWish {
  readonly name: Bilingual
  /** As in `BuildSettings`. */
  readonly levels: readonly number[]
  readonly restarts: number
}

/** What is decided before numbers of groups are tried. */
export interface BuildChoice {
  readonly dataset: string
  /** Codes of measures. */
  readonly variables: readonly string[]
  readonly dropped: readonly DroppedVariable[]
  readonly transform: VariableTransform
  readonly scale: VariableScale
  readonly seed: number
}

/** A classification on its way. */
export interface SegmentBuild {
  readonly id: string
  /** Root territory. */
  readonly territory: string
  readonly choice: BuildChoice
  readonly candidates: readonly CandidateEvidence[]
  readonly wish: BuildWish | null
  readonly work: BuildWork | null
  /** The job that does the work. */
  readonly job: string | null
  /** Share of the work that is done, 0-1. */
  readonly progress: number
  /** Why the last work came to nothing: the code of a refusal and what it names. */
  readonly fault: { readonly code: string; readonly params: Readonly<Record<string, string | number>> } | null
  /** Number of the classification that came of it. */
  readonly number: number | null
  readonly madeAt: Date
  readonly madeBy: string
}
