import type { ServiceCode } from '#domain/territory'
import { serviceCodes } from '#domain/territory'

/** The 11 criteria of accessibility, in the order of the grid. */
export const criterionCodes = [
  'information',
  'contact',
  'delays',
  'opening',
  'distance',
  'transport',
  'building',
  'welcome',
  'competence',
  'procedures',
  'cost',
] as const
export type CriterionCode = (typeof criterionCodes)[number]

/** The 36 sub-criteria; a sub-criterion explains its criterion, it never forms it. */
export const subCriterionCodes = [
  'information.known',
  'information.clear',
  'information.findable',
  'contact.phone',
  'contact.online',
  'contact.message',
  'contact.orientation',
  'delays.queue',
  'delays.appointment',
  'delays.answer',
  'opening.days',
  'opening.hours',
  'opening.evenings',
  'distance.time',
  'distance.dailyLife',
  'transport.public',
  'transport.parking',
  'transport.active',
  'transport.cost',
  'building.stepFree',
  'building.signs',
  'building.comfort',
  'welcome.courtesy',
  'welcome.listening',
  'welcome.confidentiality',
  'welcome.help',
  'competence.quality',
  'competence.followUp',
  'competence.coordination',
  'procedures.steps',
  'procedures.clarity',
  'procedures.documents',
  'procedures.online',
  'cost.price',
  'cost.payment',
  'cost.fairness',
] as const
export type SubCriterionCode = (typeof subCriterionCodes)[number]

/** What can be rated: a criterion or one of its sub-criteria. */
export type ItemCode = CriterionCode | SubCriterionCode

export const itemCodes: readonly ItemCode[] = [...criterionCodes, ...subCriterionCodes]

const criterionSet: ReadonlySet<string> = new Set(criterionCodes)
const criterionOfItem: ReadonlyMap<string, CriterionCode> = new Map(
  criterionCodes.flatMap((criterion) =>
    itemCodes.filter((item) => item === criterion || item.startsWith(`${criterion}.`)).map((item) => [item, criterion] as const),
  ),
)

export function isCriterionCode(text: string): text is CriterionCode {
  return criterionSet.has(text)
}

export function isItemCode(text: string): text is ItemCode {
  return criterionOfItem.has(text)
}

export function criterionOf(code: ItemCode): CriterionCode {
  const criterion = criterionOfItem.get(code)
  if (!criterion) throw new Error(`criterionOf: ${code} has no criterion`)
  return criterion
}

export function subCriteriaOf(criterion: CriterionCode): readonly SubCriterionCode[] {
  return subCriterionCodes.filter((code) => criterionOf(code) === criterion)
}

/**
 * Mask of grid 1: questions that make no sense of a service, so that nobody is asked them.
 * A criterion is masked where all its sub-criteria are: the way to a bus stop is the bus itself.
 */
const masked: Readonly<Partial<Record<ServiceCode, readonly SubCriterionCode[]>>> = {
  familyAllowance: ['cost.price', 'cost.payment'],
  healthInsurance: ['cost.price', 'cost.payment'],
  employment: ['cost.price', 'cost.payment', 'opening.evenings'],
  library: ['delays.appointment'],
  school: ['delays.queue', 'building.signs'],
  sport: ['delays.appointment', 'competence.coordination'],
  mobility: [
    'transport.public',
    'transport.parking',
    'transport.active',
    'transport.cost',
    'delays.appointment',
    'building.signs',
    'welcome.confidentiality',
  ],
  waste: [
    'delays.appointment',
    'delays.answer',
    'transport.public',
    'welcome.confidentiality',
    'procedures.steps',
    'procedures.clarity',
    'procedures.documents',
    'procedures.online',
    'competence.followUp',
  ],
  socialService: ['cost.price', 'cost.payment'],
  police: ['cost.price', 'cost.payment', 'opening.days'],
  tax: ['cost.price'],
  culture: ['welcome.confidentiality', 'competence.coordination'],
}

/** Version of the grid and its mask; estimates name the version they were made with. */
export const gridVersion = 'grid/1'

export function isMasked(service: ServiceCode, item: ItemCode): boolean {
  const codes = masked[service] ?? []
  if (!isCriterionCode(item)) return codes.includes(item)
  return subCriteriaOf(item).every((code) => codes.includes(code))
}

/** Position of a service and item in the flat list of the survey's questions. */
export function questionIndex(service: ServiceCode, item: ItemCode): number {
  return serviceCodes.indexOf(service) * itemCodes.length + (itemPosition.get(item) ?? -1)
}

const itemPosition: ReadonlyMap<ItemCode, number> = new Map(itemCodes.map((item, i) => [item, i]))
