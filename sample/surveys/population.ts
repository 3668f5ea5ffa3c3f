import { publicDimensions, type PublicCategory } from '#domain/survey'
import { apportion } from './apportion.ts'
import type { SampleMargin } from './sampleSurvey.ts'
import { adultShare, type Stratum } from './strata.ts'

type Sex = PublicCategory<'sex'>
type Age = PublicCategory<'age'>
type Family = PublicCategory<'family'>
type Activity = PublicCategory<'activity'>
type Digital = PublicCategory<'digital'>
export type Side = '62' | 'kent'

/** Adults alike in sex, age, family and activity, with their share of all adults. */
export interface PopulationCell {
  readonly sex: Sex
  readonly age: Age
  readonly family: Family
  readonly activity: Activity
  readonly share: number
}

/** Percent of adults, by the ages in order. */
const sexAge: Readonly<Record<Side, Readonly<Record<Sex, readonly number[]>>>> = {
  '62': { female: [8.2, 12.2, 12.7, 12.1, 6.8], male: [8.3, 11.9, 12.3, 10.9, 4.6] },
  kent: { female: [8.3, 12.8, 13.1, 10.8, 6.8], male: [8.2, 12, 12.7, 10, 5.3] },
}

const activityAt: Readonly<Record<Age, Readonly<Record<Activity, number>>>> = {
  '18-29': { employed: 0.5, unemployed: 0.16, retired: 0, student: 0.27, atHome: 0.07 },
  '30-44': { employed: 0.75, unemployed: 0.12, retired: 0, student: 0.01, atHome: 0.12 },
  '45-59': { employed: 0.7, unemployed: 0.09, retired: 0.06, student: 0, atHome: 0.15 },
  '60-74': { employed: 0.16, unemployed: 0.02, retired: 0.74, student: 0, atHome: 0.08 },
  '75+': { employed: 0, unemployed: 0, retired: 0.93, student: 0, atHome: 0.07 },
}

/** What multiplies the shares above: fewer are without work in Kent, and more women than men are at home. */
const activityFactor: Readonly<Record<Side | Sex, Readonly<Partial<Record<Activity, number>>>>> = {
  '62': {},
  kent: { unemployed: 0.5, atHome: 0.8, student: 0.9 },
  female: { atHome: 1.5, employed: 0.93 },
  male: { atHome: 0.45 },
}

const familyAt: Readonly<Record<Age, Readonly<Record<Family, number>>>> = {
  '18-29': { alone: 0.38, couple: 0.26, coupleWithChildren: 0.27, loneParent: 0.09 },
  '30-44': { alone: 0.16, couple: 0.13, coupleWithChildren: 0.57, loneParent: 0.14 },
  '45-59': { alone: 0.19, couple: 0.31, coupleWithChildren: 0.39, loneParent: 0.11 },
  '60-74': { alone: 0.28, couple: 0.64, coupleWithChildren: 0.06, loneParent: 0.02 },
  '75+': { alone: 0.47, couple: 0.51, coupleWithChildren: 0.01, loneParent: 0.01 },
}

function familyFactor(sex: Sex, activity: Activity, family: Family): number {
  const children = family === 'coupleWithChildren' || family === 'loneParent'
  if (activity === 'student' && children) return 0.1
  if (family !== 'loneParent') return 1
  return (sex === 'female' ? 1.6 : 0.35) * (activity === 'unemployed' ? 1.5 : 1)
}

/** The joint distribution of the adults of one side: 200 cells, some empty, whose shares sum to 1. */
export function populationCells(side: Side): PopulationCell[] {
  return publicDimensions.sex.flatMap((sex) =>
    publicDimensions.age.flatMap((age, i) => {
      const weighed = publicDimensions.activity.flatMap((activity) =>
        publicDimensions.family.map((family) => {
          const working = activityAt[age][activity] * (activityFactor[side][activity] ?? 1) * (activityFactor[sex][activity] ?? 1)
          return { activity, family, weight: working * familyAt[age][family] * familyFactor(sex, activity, family) }
        }),
      )
      const total = weighed.reduce((sum, cell) => sum + cell.weight, 0)
      const percent = sexAge[side][sex][i] ?? 0
      return weighed.map(({ activity, family, weight }) => ({
        sex,
        age,
        family,
        activity,
        share: (percent / 100) * (weight / total),
      }))
    }),
  )
}

const digitalAt: Readonly<Record<Age, Readonly<Record<Digital, number>>>> = {
  '18-29': { atEase: 0.87, withHelp: 0.1, notAtEase: 0.03 },
  '30-44': { atEase: 0.8, withHelp: 0.14, notAtEase: 0.06 },
  '45-59': { atEase: 0.65, withHelp: 0.23, notAtEase: 0.12 },
  '60-74': { atEase: 0.42, withHelp: 0.33, notAtEase: 0.25 },
  '75+': { atEase: 0.15, withHelp: 0.33, notAtEase: 0.52 },
}

/** Relative chance of a degree of digital ease: less ease with age, and away from work. */
export function digitalChance(cell: PopulationCell, digital: Digital): number {
  const away = cell.activity === 'unemployed' || cell.activity === 'atHome'
  return digitalAt[cell.age][digital] * (digital === 'notAtEase' && away ? 1.7 : 1)
}

const responseAt: Readonly<Record<Age, number>> = { '18-29': 0.45, '30-44': 0.6, '45-59': 0.75, '60-74': 0.9, '75+': 0.7 }
const responseIf: Readonly<Partial<Record<Activity | Family, number>>> = {
  unemployed: 0.7,
  student: 0.85,
  atHome: 0.9,
  alone: 0.9,
  loneParent: 0.75,
}

/** Chance that somebody asked takes part: why the sample deviates from the population, and what raking mends. */
export function responseChance({ sex, age, family, activity }: PopulationCell): number {
  const young = age === '18-29' || age === '30-44'
  const base = responseAt[age] * (sex === 'male' ? (young ? 0.75 : 0.92) : 1)
  return base * (responseIf[activity] ?? 1) * (responseIf[family] ?? 1)
}

const marginSource: Readonly<Record<Side, string>> = {
  '62': `INSEE municipal populations (COG 2026); adults (18+) taken as ${adultShare} of inhabitants, an assumption of the sample`,
  kent: `ONS Census 2021 populations; adults (18+) taken as ${adultShare} of inhabitants, an assumption of the sample`,
}

/** The population totals for raking: four margins with one total, the true composition from which response deviates. */
export function buildMargins(side: Side, strata: readonly Stratum[], cells: readonly PopulationCell[]): SampleMargin[] {
  const adults = strata.reduce((sum, stratum) => sum + stratum.adults, 0)
  const ofCells = (variable: 'sexAge' | 'activity' | 'family', keyOf: (cell: PopulationCell) => string): SampleMargin[] => {
    const shares = new Map<string, number>()
    for (const cell of cells) shares.set(keyOf(cell), (shares.get(keyOf(cell)) ?? 0) + cell.share)
    const totals = apportion([...shares.values()], adults)
    const source = `Synthetic shares on real populations. ${marginSource[side]}`
    return [...shares.keys()].map((category, i) => ({ variable, category, total: totals[i] ?? 0, source }))
  }
  return [
    ...strata.map(({ code, adults: total }): SampleMargin => ({
      variable: 'stratum',
      category: code,
      total,
      source: marginSource[side],
    })),
    ...ofCells('sexAge', (cell) => `${cell.sex}:${cell.age}`),
    ...ofCells('activity', (cell) => cell.activity),
    ...ofCells('family', (cell) => cell.family),
  ]
}
