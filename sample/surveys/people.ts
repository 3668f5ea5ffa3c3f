import { publicDimensions, type PublicCode } from '#domain/survey'
import type { Zone } from '#domain/territory'
import type { Random } from '#kernel/random.ts'
import { digitalChance, responseChance, type PopulationCell } from './population.ts'
import type { SampleRespondent } from './sampleSurvey.ts'
import type { Stratum } from './strata.ts'

/** A respondent with the user groups they truly belong to, digital ease included even when they leave that question unanswered. */
export interface Person {
  readonly respondent: SampleRespondent
  readonly groups: readonly PublicCode[]
}

/** Share of respondents who leave the digital question unanswered. */
const digitalSilence = 0.02

/** Completes one adult of a cell: digital ease, and whether they say it. */
export function drawPerson(
  chance: Random,
  cell: PopulationCell,
  place: Pick<SampleRespondent, 'number' | 'zone' | 'stratum' | 'designWeight'>,
): Person {
  const { sex, age, family, activity } = cell
  const digital = chance.weighted(publicDimensions.digital, (degree) => digitalChance(cell, degree))
  const answered = chance.next() < digitalSilence ? null : digital
  const groups: PublicCode[] = [`sex:${sex}`, `age:${age}`, `family:${family}`, `activity:${activity}`, `digital:${digital}`]
  return { respondent: { ...place, sex, age, family, activity, digital: answered }, groups }
}

/** Communes are drawn in proportion to their inhabitants; one more each, so that a place of unknown population can be drawn too. */
export function drawCommune(chance: Random, communes: readonly Zone[]): string {
  return chance.weighted(communes, (zone) => (zone.population ?? 0) + 1).code
}

/**
 * Stratified sample with `counts[h]` people of stratum h. Who is there to answer follows from the share of a cell and its readiness to take part: asking
 * until the stratum is full amounts to drawing from the product of both.
 */
export function drawPeople(
  chance: Random,
  strata: readonly Stratum[],
  counts: readonly number[],
  cells: readonly PopulationCell[],
): Person[] {
  const present = cells.map((cell) => ({ cell, weight: cell.share * responseChance(cell) })).filter(({ weight }) => weight > 0)
  const people: Person[] = []
  for (const [h, { code, adults, communes }] of strata.entries()) {
    const n = counts[h] ?? 0
    for (let i = 0; i < n; i++) {
      const place = { number: people.length + 1, zone: drawCommune(chance, communes), stratum: code, designWeight: adults / n }
      people.push(drawPerson(chance, chance.weighted(present, ({ weight }) => weight).cell, place))
    }
  }
  return people
}
