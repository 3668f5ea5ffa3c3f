import { publicDimensions, withImportedPopulation, type PopulationCell, type PopulationMargin } from '#domain/survey'
import type { Geography } from '#domain/territory'
import { selectImportedPopulation } from '#store/imports/populations.ts'
import type { Reader } from '#store/open.ts'
import { selectMargins } from '#store/margins.ts'
import { latestSurvey } from '#store/surveys.ts'
import { strataOf } from './strata.ts'

/** Empty margins of sex by age and of activity, to be filled from a table of the population. */
function marginsToFill(): PopulationMargin[] {
  const row = (variable: string, category: string): PopulationMargin => ({ variable, category, total: 1, source: '' })
  const { sex, age, activity } = publicDimensions
  return [
    ...sex.flatMap((one) => age.map((band) => row('sexAge', `${one}:${band}`))),
    ...activity.map((category) => row('activity', category)),
  ]
}

/** People by body, scaled to the adults that the other margins count where there are any. */
function stratumMargins(geography: Geography, root: string, adults: number | null): PopulationMargin[] {
  const strata = strataOf(geography, root).filter(({ population }) => population > 0)
  const people = strata.reduce((sum, { population }) => sum + population, 0)
  const scale = adults === null || people === 0 ? 1 : adults / people
  return strata.map(({ zone, population }) => ({
    variable: 'stratum',
    category: zone.code,
    total: population * scale,
    source: zone.source,
  }))
}

/** Margins from an imported table alone: what it has all categories of, in people, all with the total of the first. */
function importedAlone(population: { readonly cells: readonly PopulationCell[]; readonly source: string }): PopulationMargin[] {
  const adults = population.cells
    .filter(({ sex, age, activity }) => sex !== '' && age !== '' && activity === '')
    .reduce((sum, { people }) => sum + people, 0)
  if (adults === 0) return []
  const byVariable = [...Map.groupBy(marginsToFill(), ({ variable }) => variable).values()]
  const even = byVariable.flatMap((own) => own.map((margin) => ({ ...margin, total: adults / own.length })))
  return withImportedPopulation(even, population).filter(({ source }) => source !== '')
}

/**
 * The margins of a new survey: those of the satisfaction survey in force in the territory; without one, what the imported population tells, and the
 * inhabitants of each body.
 */
export async function marginsForNew(reader: Reader, geography: Geography, root: string): Promise<readonly PopulationMargin[]> {
  const earlier = await latestSurvey(reader, root, 'satisfaction')
  const own = earlier ? await selectMargins(reader, earlier) : []
  if (own.length > 0) return own
  const population = await selectImportedPopulation(reader, root)
  const people = population ? importedAlone(population) : []
  const adults = people.filter(({ variable }) => variable === 'sexAge').reduce((sum, { total }) => sum + total, 0)
  return [...people, ...stratumMargins(geography, root, adults > 0 ? adults : null)]
}
