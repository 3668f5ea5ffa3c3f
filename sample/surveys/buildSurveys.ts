import type { Zone, ZoneParent } from '#domain/territory'
import { random, seedOf, type Random } from '#kernel/random.ts'
import { elicitationSurvey } from './elicitation.ts'
import type { SampleSurvey } from './sampleSurvey.ts'
import { openSurveys } from './openSurveys.ts'
import { satisfaction62, satisfaction62of2023, satisfactionKent, satisfactionSurvey } from './satisfaction.ts'

/**
 * The surveys of the sample observatory, all synthetic: the users' own criteria and the satisfaction survey of the Pas-de-Calais, and the same
 * satisfaction survey in Kent. Each has its own stream of chance, so that changing one leaves the others as they are.
 *
 * Takes the zones of levels `epci` and `commune` of both sides with their links. Equal zones and seed give equal rows. Errors: a root without zones of level
 * `epci`, or without the bodies of the Audomarois. Example: `buildSurveys({ zones, parents }, 2026).map((each) => each.respondents.length)` is [89, 1500, 3000, 1500, 0, 0]: the last two are in the field.
 */
export function buildSurveys(
  input: { readonly zones: readonly Zone[]; readonly parents: readonly ZoneParent[] },
  seed: number,
): SampleSurvey[] {
  const { zones, parents } = input
  const stream = (name: string): Random => random(seedOf(`${seed}/${name}`))
  return [
    elicitationSurvey(zones, parents, stream('elicitation/62')),
    satisfactionSurvey(zones, parents, satisfaction62of2023, stream('satisfaction/62/2023'), stream('added/62/2023')),
    satisfactionSurvey(zones, parents, satisfaction62, stream('satisfaction/62'), stream('added/62')),
    satisfactionSurvey(zones, parents, satisfactionKent, stream('satisfaction/kent'), stream('added/kent')),
    ...openSurveys(zones, parents),
  ]
}
