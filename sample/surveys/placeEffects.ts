import { criterionOf, type CriterionCode, type ItemCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import { random, seedOf } from '#kernel/random.ts'

interface PlaceEffect {
  readonly services: Readonly<Partial<Record<ServiceCode, number>>>
  readonly criteria: Readonly<Partial<Record<CriterionCode, number>>>
  readonly cells: Readonly<Partial<Record<`${ServiceCode}/${CriterionCode}`, number>>>
}

const capso = '200069037'
const lumbres = '246201016'

/** What the two inter-municipal bodies of the Audomarois share. */
const audomarois: PlaceEffect = {
  services: {
    familyAllowance: 0.3,
    library: 0.2,
    sport: -0.4,
    mobility: -0.4,
    waste: 0.35,
    health: -0.3,
    tax: -0.1,
    culture: -0.3,
  },
  criteria: { opening: -0.25, transport: -0.25, welcome: 0.2, procedures: 0.15 },
  cells: {
    'townHall/opening': 0.6,
    'townHall/procedures': 0.4,
    'townHall/distance': -0.4,
    'familyAllowance/contact': -0.5,
    'familyAllowance/distance': -0.6,
    'healthInsurance/contact': 0.5,
    'healthInsurance/competence': -0.4,
    'employment/procedures': 0.5,
    'employment/contact': 0.6,
    'postOffice/opening': -0.5,
    'postOffice/distance': -0.4,
    'postOffice/delays': 0.5,
    'school/information': 0.3,
    'school/building': -0.5,
    'school/cost': 0.4,
    'earlyChildhood/cost': 0.6,
    'earlyChildhood/distance': -0.4,
    'sport/cost': 0.6,
    'mobility/cost': 0.8,
    'socialService/delays': 0.6,
    'health/delays': -0.4,
    'health/welcome': -0.2,
    'police/delays': -0.5,
    'police/welcome': -0.5,
    'tax/contact': -0.4,
    'tax/information': 0.5,
    'culture/delays': 0.6,
  },
}

const own: Readonly<Record<string, PlaceEffect>> = {
  [capso]: { services: {}, criteria: { distance: 0.1 }, cells: {} },
  [lumbres]: {
    services: { townHall: 0.3, school: 0.2, health: -0.2, culture: -0.2 },
    criteria: { distance: -0.8, transport: -0.6, opening: -0.4, welcome: 0.2, contact: 0.15 },
    cells: {},
  },
}

/** Spread of the chance differences between places: of a service there, and of one of its criteria. */
const spread = { service: 0.06, cell: 0.12 }

function chanceEffect(name: string, deviation: number): number {
  return deviation * random(seedOf(name)).normal()
}

function effectOf(effect: PlaceEffect | undefined, service: ServiceCode, criterion: CriterionCode): number {
  if (!effect) return 0
  return (effect.services[service] ?? 0) + (effect.criteria[criterion] ?? 0) + (effect.cells[`${service}/${criterion}`] ?? 0)
}

/**
 * Points that living in a stratum adds to a service's scores. It depends on the names alone and not on the survey's seed: places stay as they are when the
 * survey is drawn anew. The sub-criteria move with their criterion.
 */
export function placeEffect(stratum: string, service: ServiceCode, item: ItemCode): number {
  const criterion = criterionOf(item)
  const shared = stratum === capso || stratum === lumbres ? effectOf(audomarois, service, criterion) : 0
  const drawn =
    chanceEffect(`${stratum}/${service}`, spread.service) + chanceEffect(`${stratum}/${service}/${criterion}`, spread.cell)
  return shared + effectOf(own[stratum], service, criterion) + drawn
}
