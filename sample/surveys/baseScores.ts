import { criterionOf, isCriterionCode, type CriterionCode, type ItemCode, type SubCriterionCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import type { Side } from './population.ts'

/** Felt access of a service as a whole, 0-10: [Pas-de-Calais, Kent]. */
const services: Readonly<Record<ServiceCode, readonly [number, number]>> = {
  townHall: [7.4, 6.8],
  familyAllowance: [6.4, 6.1],
  healthInsurance: [6.9, 6.9],
  employment: [6.2, 5.9],
  postOffice: [6.9, 6.7],
  library: [7.6, 7.7],
  school: [7.6, 7.4],
  earlyChildhood: [7, 6.4],
  sport: [7.2, 6.9],
  mobility: [6.4, 5.8],
  waste: [7.1, 7],
  socialService: [6.9, 6.3],
  health: [6.6, 6.1],
  police: [6.8, 6.4],
  tax: [6.6, 6.7],
  culture: [7.3, 7.1],
}

/** What a criterion adds everywhere: desks welcome well and know their trade; hours, delays, forms and the way there are the sore points. */
const criteria: Readonly<Record<CriterionCode, readonly [number, number]>> = {
  information: [-0.1, 0.1],
  contact: [-0.3, -0.4],
  delays: [-0.5, -0.6],
  opening: [-0.4, -0.3],
  distance: [0.1, 0],
  transport: [-0.4, -0.4],
  building: [0.3, 0.3],
  welcome: [0.6, 0.4],
  competence: [0.5, 0.4],
  procedures: [-0.5, -0.2],
  cost: [0.2, -0.2],
}

/** Where a service differs from the sum of the two. */
const particular: Readonly<Partial<Record<ServiceCode, Readonly<Partial<Record<CriterionCode, number>>>>>> = {
  townHall: { distance: 0.5, cost: 0.3 },
  familyAllowance: { contact: -0.6, distance: -0.5, procedures: -0.3 },
  healthInsurance: { contact: -0.3, distance: -0.3, competence: 0.2 },
  employment: { transport: -0.3, building: 0.3 },
  postOffice: { delays: -0.4, opening: -0.5, distance: 0.3 },
  library: { cost: 0.3, opening: -0.5 },
  school: { distance: 0.4, welcome: 0.2, cost: -0.3, transport: 0.3 },
  earlyChildhood: { delays: -1, cost: -0.6, welcome: 0.5 },
  sport: { opening: -0.2, cost: -0.6, procedures: 0.7 },
  mobility: { opening: -0.4, information: -0.2, delays: 0.3, cost: 0.5 },
  waste: { opening: 0.2, distance: -0.2, cost: -0.4 },
  socialService: { information: -0.6, welcome: 0.4, delays: -0.2 },
  health: { delays: -0.9, contact: -0.3, welcome: 0.6, competence: 0.8, cost: -0.3 },
  police: { delays: 0.1, welcome: -0.4, procedures: -0.1 },
  tax: { procedures: -0.3, welcome: -0.2, competence: 0.3, distance: -0.3 },
  culture: { cost: -0.5, information: 0.2 },
}

/** How a sub-criterion stands to its criterion, in points. */
const parts: Readonly<Record<SubCriterionCode, number>> = {
  'information.known': 0.4,
  'information.clear': -0.1,
  'information.findable': -0.3,
  'contact.phone': -0.7,
  'contact.online': 0.4,
  'contact.message': 0.1,
  'contact.orientation': 0,
  'delays.queue': 0.5,
  'delays.appointment': -0.6,
  'delays.answer': -0.2,
  'opening.days': 0.5,
  'opening.hours': 0.1,
  'opening.evenings': -0.9,
  'distance.time': 0.2,
  'distance.dailyLife': -0.2,
  'transport.public': -1,
  'transport.parking': 0.5,
  'transport.active': 0.1,
  'transport.cost': -0.1,
  'building.stepFree': -0.2,
  'building.signs': 0.1,
  'building.comfort': 0,
  'welcome.courtesy': 0.5,
  'welcome.listening': 0.2,
  'welcome.confidentiality': -0.5,
  'welcome.help': -0.5,
  'competence.quality': 0.4,
  'competence.followUp': -0.2,
  'competence.coordination': -0.7,
  'procedures.steps': 0,
  'procedures.clarity': -0.3,
  'procedures.documents': -0.2,
  'procedures.online': 0.2,
  'cost.price': -0.2,
  'cost.payment': 0.4,
  'cost.fairness': 0,
}

/** Mean score, before places and user groups, of a service and item on one side. */
export function baseScore(side: Side, service: ServiceCode, item: ItemCode): number {
  const column = side === '62' ? 0 : 1
  const criterion = criterionOf(item)
  const own = services[service][column] + criteria[criterion][column] + (particular[service]?.[criterion] ?? 0)
  return isCriterionCode(item) ? own : own + parts[item]
}
