import type { PublicDimension } from './publics.ts'

/** A respondent of a stored survey: where they live, how they were drawn, and the groups they belong to (`null`: not told). */
export interface Respondent extends Readonly<Record<PublicDimension, string | null>> {
  /** 1, 2, … within the survey: no identity is kept. */
  readonly number: number
  readonly zone: string
  readonly stratum: string
  /** Inverse of the probability of being drawn. */
  readonly designWeight: number
}

/** A margin came with its survey, in a file of an analyst, or from the imported population of the territory: of its adults, or of all ages. */
export type MarginOrigin = 'survey' | 'file' | 'populationAdults' | 'populationAllAges'

/** Population total of a category that the weights must reproduce. `sexAge` joins both as `female:18-29`. */
export interface PopulationMargin {
  readonly variable: string
  readonly category: string
  readonly total: number
  readonly source: string
  /** Left out: it came with the survey. */
  readonly origin?: MarginOrigin
  /** Of when the figures are, as their source says it. */
  readonly referenceDate?: string | null
  /** Who brought it in a file, and when (ISO instant). */
  readonly brought?: { readonly at: string; readonly by: string } | null
  /** Total of the whole variable in its source, where it was scaled to that of the other variables. */
  readonly scaledFrom?: number | null
}

/** Variables that margins may have: those of user groups, sex and age together, and where people live. */
export const marginVariableCodes = ['stratum', 'zone', 'sex', 'age', 'sexAge', 'family', 'activity', 'digital'] as const

/** The category of a respondent on a margin's variable; `null` where it was not told. */
export function marginCategory(respondent: Respondent, variable: string): string | null {
  if (variable === 'stratum') return respondent.stratum
  if (variable === 'zone') return respondent.zone
  if (variable === 'sexAge') return respondent.sex && respondent.age ? `${respondent.sex}:${respondent.age}` : null
  return respondent[variable as PublicDimension]
}
