import {
  criterionCodes,
  criterionOf,
  isMasked,
  itemCodes,
  subCriterionCodes,
  type CriterionCode,
  type ItemCode,
} from '#domain/survey'
import { serviceCodes, type ServiceCode } from '#domain/territory'
import type { Random } from '#kernel/random.ts'
import { baseScore } from './baseScores.ts'
import { groupEffect } from './groupEffects.ts'
import type { Person } from './people.ts'
import { placeEffect } from './placeEffects.ts'
import type { Side } from './population.ts'
import type { SampleNeed, SampleRating } from './sampleSurvey.ts'
import { givingUpChance, needChance } from './serviceUse.ts'

/** At most this many of the services used are asked about. */
const mostDrawn = 4
/** A random third of the 36 sub-criteria is asked per service. */
const subCriteriaAsked = 12
/** Share of questions left unanswered. */
const silence = 0.03
/** Standard deviations of the score, in points: of a person, of their experience of one service, of a criterion, of a sub-criterion in its criterion. */
const spread = { person: 0.8, service: 0.7, criterion: 1.45, part: 1.1 }
/** How much of the chance in a criterion's score its sub-criteria share. */
const carried = 0.65

/** Looked up for each score, so held ready: the criterion of each item, and what can be asked of a service. */
const criterionHeld = new Map(itemCodes.map((item) => [item, criterionOf(item)] as const))
const askable = new Map(serviceCodes.map((service) => [service, new Set(itemCodes.filter((item) => !isMasked(service, item)))]))

/** Expected score of one person for a service and item. */
type Expectation = (service: ServiceCode, item: ItemCode) => number

type ByItem = ReadonlyMap<ItemCode, number>

/** The scores expected in a stratum before user groups. */
function scoresAt(side: Side, stratum: string): ReadonlyMap<ServiceCode, ByItem> {
  const score = (service: ServiceCode, item: ItemCode): number =>
    baseScore(side, service, item) + placeEffect(stratum, service, item)
  return new Map(serviceCodes.map((service) => [service, new Map(itemCodes.map((item) => [item, score(service, item)]))]))
}

/** Expected scores on one side; those of a stratum are made once and kept. */
export function expectations(side: Side, shift: Expectation = () => 0): (person: Person) => Expectation {
  const held = new Map<string, ReadonlyMap<ServiceCode, ByItem>>()
  return ({ respondent, groups }) => {
    const place = held.get(respondent.stratum) ?? scoresAt(side, respondent.stratum)
    held.set(respondent.stratum, place)
    const own = new Map(itemCodes.map((item) => [item, groupEffect(groups, item)]))
    return (service, item) => (place.get(service)?.get(item) ?? Number.NaN) + (own.get(item) ?? 0) + shift(service, item)
  }
}

function asScore(value: number): number {
  return Math.min(10, Math.max(0, Math.round(value)))
}

/** The reason for giving up: the weaker a criterion is for the person, the likelier. */
function reason(chance: Random, expected: Expectation, service: ServiceCode): CriterionCode {
  const open = criterionCodes.filter((criterion) => askable.get(service)?.has(criterion))
  return chance.weighted(open, (criterion) => Math.exp(6.5 - expected(service, criterion)))
}

/** What somebody needed in the last 12 months, what they gave up and why, and which of the services used the questions are about. */
export function answerNeeds(chance: Random, person: Person, expected: Expectation): SampleNeed[] {
  const respondent = person.respondent.number
  const needed = serviceCodes.filter((service) => chance.next() < needChance(service, person.groups))
  const givenUp = new Set(needed.filter((service) => chance.next() < givingUpChance(service, person.groups)))
  const used = needed.filter((service) => !givenUp.has(service))
  const drawn = new Set(chance.sample(used, mostDrawn))
  const drawProbability = Math.min(1, mostDrawn / used.length)
  return needed.map((service) =>
    givenUp.has(service)
      ? { respondent, service, drawn: false, drawProbability: null, gaveUpFor: reason(chance, expected, service) }
      : { respondent, service, drawn: drawn.has(service), drawProbability, gaveUpFor: null },
  )
}

/** Scores of one drawn service: its unmasked criteria, and of a random third of the sub-criteria those that make sense. */
function rateService(chance: Random, expected: Expectation, service: ServiceCode, mood: number): [ItemCode, number][] {
  const experience = mood + spread.service * chance.normal()
  const found = new Map(criterionCodes.map((criterion) => [criterion, spread.criterion * chance.normal()] as const))
  const asked: ItemCode[] = [...criterionCodes, ...chance.sample(subCriterionCodes, subCriteriaAsked)]
  const answered = asked.filter((item) => askable.get(service)?.has(item) && chance.next() >= silence)
  return answered.map((item) => {
    const criterion = criterionHeld.get(item) ?? criterionOf(item)
    const felt = found.get(criterion) ?? 0
    const luck = item === criterion ? felt : carried * felt + spread.part * chance.normal()
    return [item, asScore(expected(service, item) + experience + luck)]
  })
}

/** Every score of one person, service by service. */
export function answerRatings(
  chance: Random,
  person: Person,
  needs: readonly SampleNeed[],
  expected: Expectation,
): SampleRating[] {
  const mood = spread.person * chance.normal()
  const respondent = person.respondent.number
  return needs
    .filter((need) => need.drawn)
    .flatMap(({ service }) =>
      rateService(chance, expected, service, mood).map(([item, score]): SampleRating => ({ respondent, service, item, score })),
    )
}
