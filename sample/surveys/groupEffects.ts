import { criterionOf, itemCodes, type ItemCode, type PublicCode } from '#domain/survey'

interface GroupEffect {
  readonly group: PublicCode
  /** A criterion takes its sub-criteria along; a sub-criterion of its own adds to that. */
  readonly items: readonly ItemCode[]
  /** Points on the score. */
  readonly by: number
}

/** For whom what is harder, or easier: the differences the surveys should let one find again. */
const groupEffects: readonly GroupEffect[] = [
  { group: 'digital:notAtEase', items: ['information', 'contact', 'procedures'], by: -0.9 },
  { group: 'digital:notAtEase', items: ['procedures.online', 'contact.online', 'welcome.help'], by: -0.8 },
  { group: 'digital:withHelp', items: ['contact', 'procedures'], by: -0.3 },
  { group: 'age:75+', items: ['distance', 'transport', 'building'], by: -0.7 },
  { group: 'age:75+', items: ['distance.time', 'transport.public', 'building.stepFree'], by: -0.4 },
  { group: 'age:18-29', items: ['cost'], by: -0.6 },
  { group: 'family:loneParent', items: ['opening', 'delays'], by: -0.7 },
  { group: 'family:loneParent', items: ['opening.evenings', 'delays.appointment', 'cost.price'], by: -0.6 },
  { group: 'activity:unemployed', items: ['welcome', 'procedures'], by: -0.6 },
  { group: 'activity:unemployed', items: ['welcome.confidentiality', 'procedures.documents', 'transport.cost'], by: -0.5 },
  { group: 'activity:student', items: ['information', 'contact', 'building'], by: 0.3 },
  { group: 'activity:employed', items: ['opening'], by: -0.4 },
  { group: 'activity:retired', items: ['opening'], by: 0.3 },
  { group: 'sex:female', items: ['transport'], by: -0.5 },
]

/** The effects that touch an item. */
const byItem = new Map(
  itemCodes.map((item) => {
    const touching = groupEffects.filter(({ items }) => items.includes(item) || items.includes(criterionOf(item)))
    return [item, touching] as const
  }),
)

/** Points that belonging to the groups adds to the scores of an item. */
export function groupEffect(groups: readonly PublicCode[], item: ItemCode): number {
  return (byItem.get(item) ?? []).reduce((sum, { group, by }) => (groups.includes(group) ? sum + by : sum), 0)
}
