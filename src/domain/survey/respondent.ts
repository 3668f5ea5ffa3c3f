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

/** Population total of a category that the weights must reproduce. `sexAge` joins both as `female:18-29`. */
export interface PopulationMargin {
  readonly variable: string
  readonly category: string
  readonly total: number
  readonly source: string
}

/** The category of a respondent on a margin's variable; `null` where it was not told. */
export function marginCategory(respondent: Respondent, variable: string): string | null {
  if (variable === 'stratum') return respondent.stratum
  if (variable === 'zone') return respondent.zone
  if (variable === 'sexAge') return respondent.sex && respondent.age ? `${respondent.sex}:${respondent.age}` : null
  return respondent[variable as PublicDimension]
}
