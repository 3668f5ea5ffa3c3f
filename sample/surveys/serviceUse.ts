import type { PublicCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'

interface Use {
  /** Chance to have needed the service in the last 12 months. */
  readonly needed: number
  /** What multiplies that chance for some users. */
  readonly factors: Readonly<Partial<Record<PublicCode, number>>>
  /** Share of those in need who gave up. */
  readonly givenUp: number
}

const uses: Readonly<Record<ServiceCode, Use>> = {
  townHall: { needed: 0.75, factors: { 'age:75+': 0.9 }, givenUp: 0.02 },
  familyAllowance: {
    needed: 0.28,
    factors: {
      'family:loneParent': 2.4,
      'family:coupleWithChildren': 1.7,
      'family:couple': 0.6,
      'age:60-74': 0.4,
      'age:75+': 0.3,
      'activity:unemployed': 1.4,
    },
    givenUp: 0.05,
  },
  healthInsurance: { needed: 0.52, factors: { 'age:75+': 1.15, 'age:18-29': 0.85 }, givenUp: 0.04 },
  employment: {
    needed: 0.08,
    factors: { 'activity:unemployed': 8, 'activity:student': 1.6, 'activity:retired': 0.05 },
    givenUp: 0.06,
  },
  postOffice: { needed: 0.7, factors: { 'age:75+': 1.1, 'age:18-29': 0.85 }, givenUp: 0.03 },
  library: {
    needed: 0.27,
    factors: { 'activity:student': 1.6, 'family:coupleWithChildren': 1.4, 'digital:notAtEase': 0.8 },
    givenUp: 0.03,
  },
  school: {
    needed: 0.03,
    factors: { 'family:coupleWithChildren': 19, 'family:loneParent': 18, 'age:18-29': 0.7 },
    givenUp: 0.02,
  },
  earlyChildhood: {
    needed: 0.02,
    factors: {
      'family:coupleWithChildren': 14,
      'family:loneParent': 11,
      'age:18-29': 1.8,
      'age:30-44': 1.6,
      'age:45-59': 0.15,
      'age:60-74': 0.1,
      'age:75+': 0.1,
    },
    givenUp: 0.07,
  },
  sport: {
    needed: 0.34,
    factors: { 'activity:student': 1.4, 'family:coupleWithChildren': 1.3, 'age:60-74': 0.75, 'age:75+': 0.3 },
    givenUp: 0.04,
  },
  mobility: {
    needed: 0.36,
    factors: { 'activity:student': 1.7, 'activity:employed': 0.8, 'family:loneParent': 1.2 },
    givenUp: 0.09,
  },
  waste: { needed: 0.72, factors: { 'age:18-29': 0.75, 'age:75+': 0.75, 'family:alone': 0.85 }, givenUp: 0.02 },
  socialService: {
    needed: 0.08,
    factors: { 'family:loneParent': 2.5, 'activity:unemployed': 3, 'age:75+': 1.8, 'activity:employed': 0.6 },
    givenUp: 0.07,
  },
  health: { needed: 0.9, factors: { 'age:75+': 1.05, 'age:18-29': 0.9 }, givenUp: 0.08 },
  police: { needed: 0.14, factors: { 'age:75+': 0.6 }, givenUp: 0.05 },
  tax: { needed: 0.42, factors: { 'activity:student': 0.4, 'digital:notAtEase': 1.2 }, givenUp: 0.05 },
  culture: {
    needed: 0.14,
    factors: { 'activity:student': 1.5, 'family:coupleWithChildren': 1.5, 'activity:unemployed': 0.5 },
    givenUp: 0.05,
  },
}

/** Those for whom the way is harder give up more often. */
const givingUpFactors: Readonly<Partial<Record<PublicCode, number>>> = {
  'digital:notAtEase': 1.4,
  'activity:unemployed': 1.3,
  'family:loneParent': 1.3,
}

function product(groups: readonly PublicCode[], factors: Readonly<Partial<Record<PublicCode, number>>>): number {
  return groups.reduce((all, group) => all * (factors[group] ?? 1), 1)
}

/** Chance that somebody of these groups needed the service in the last 12 months. */
export function needChance(service: ServiceCode, groups: readonly PublicCode[]): number {
  return Math.min(0.97, uses[service].needed * product(groups, uses[service].factors))
}

/** Chance that somebody of these groups who needed the service gave it up. */
export function givingUpChance(service: ServiceCode, groups: readonly PublicCode[]): number {
  return uses[service].givenUp * product(groups, givingUpFactors)
}
