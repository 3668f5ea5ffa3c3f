import { serviceCodes, type ServiceCode } from '#domain/territory'
import type { Random } from '#kernel/random.ts'
import { criterionCodes, subCriterionCodes, type ItemCode } from './grid.ts'
import type { Mask } from './gridContent.ts'
import type { Questionnaire } from './questionnaire.ts'

/** What chance decided for one person before the first question, so that going back and changing an answer never draws again. */
export interface Interview {
  /** All services in random order: those rated are the first of this order that the person used. */
  readonly order: readonly ServiceCode[]
  /** What is asked of each service, in the order of the grid: its criteria, and some of their sub-criteria. */
  readonly items: Readonly<Record<ServiceCode, readonly ItemCode[]>>
}

/** A service to be rated, and the chance that it was drawn among those used. */
export interface DrawnService {
  readonly service: ServiceCode
  /** In (0, 1]; its inverse enters the weight of the ratings of this service. */
  readonly probability: number
}

/** One in so many of the items, each with that very chance: the number is rounded up or down at random. */
function oneIn(items: readonly ItemCode[], many: number, chance: Random): ReadonlySet<ItemCode> {
  const exact = items.length / many
  const whole = Math.floor(exact)
  return new Set(chance.sample(items, chance.next() < exact - whole ? whole + 1 : whole))
}

/**
 * Draws one person's interview: the order of the 16 services, and for each service every criterion that makes sense of it with a random share of its
 * sub-criteria (METHODS 6: a third). Nothing in it depends on what the person answers.
 *
 * Example: `interviewOf(standardQuestionnaire, maskOf(grid), random(7)).items.postOffice` holds the 11 criteria and 12 of the 36 sub-criteria.
 */
export function interviewOf(questionnaire: Questionnaire, mask: Mask, chance: Random): Interview {
  const itemsOf = (service: ServiceCode): readonly ItemCode[] => {
    const asked = subCriterionCodes.filter((item) => !mask(service, item))
    const drawn = oneIn(asked, questionnaire.subCriteriaOneIn, chance)
    return [...criterionCodes.filter((item) => !mask(service, item)), ...asked.filter((item) => drawn.has(item))]
  }
  const items = Object.fromEntries(serviceCodes.map((service) => [service, itemsOf(service)]))
  return { order: chance.sample(serviceCodes, serviceCodes.length), items: items as Interview['items'] }
}

/**
 * The services to be rated: the first `mostServices` of the interview's order among those used. Each used service has the same chance
 * `min(1, mostServices / used)` of being among them, since the order is random and known to nobody.
 *
 * Example: with six services used and four rated at most, four rows with probability 4/6.
 */
export function drawnServices(
  interview: Interview,
  questionnaire: Questionnaire,
  used: readonly ServiceCode[],
): readonly DrawnService[] {
  const inOrder = interview.order.filter((service) => used.includes(service))
  const probability = inOrder.length === 0 ? 1 : Math.min(1, questionnaire.mostServices / inOrder.length)
  return inOrder.slice(0, questionnaire.mostServices).map((service) => ({ service, probability }))
}
