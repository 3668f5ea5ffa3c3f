import { random, seedOf, type Random } from '#kernel/random.ts'
import type { NewDataset } from '#store/datasets.ts'
import { apportion } from '../surveys/apportion.ts'
import { archetypeMix } from './archetypeMix.ts'
import type { SmallArea } from './areas.ts'
import { themes, type Base, type Theme } from './measures.ts'

/** Codes of the sample's datasets; the same measures on both sides, so that groups can be compared across the border. */
export const areaDatasets = { kent: 'areas-kent-2026', '62': 'areas-audomarois-2026' } as const

/** An area with what it is mixed from; the mix itself is told to nobody, it only gives the figures. */
export interface MixedArea extends SmallArea {
  readonly mix: readonly number[]
  readonly bases: Readonly<Record<Base, number>>
}

/** What each base is called as a measure. */
const totals: readonly (readonly [Base, string, string])[] = [
  ['people', 'Habitants', 'Residents'],
  ['households', 'Ménages', 'Households'],
  ['adults', 'Personnes de 15 ans ou plus', 'People aged 15 and over'],
  ['workers', 'Personnes en emploi', 'People in work'],
]

/** Weights of a theme's categories in an area, each moved by chance so that no two areas are alike; the rest, if any, last. */
function weightsOf(rng: Random, { categories, rest }: Theme, mix: readonly number[]): number[] {
  const weights = categories.map(({ weights: by }) => {
    const expected = by.reduce((sum, weight, at) => sum + weight * (mix[at] ?? 0), 0)
    return expected * Math.exp(0.2 * rng.normal())
  })
  return rest > 0 ? [...weights, rest] : weights
}

/** Gives every area its mix and the number of its people, households, adults and workers. */
export function mixAreas(
  areas: readonly SmallArea[],
  placeOf: (area: SmallArea) => { inhabitants: number; district: string | null },
  seed: number,
): MixedArea[] {
  const rng = random(seed ^ seedOf('mixes of areas'))
  return areas.map((area) => {
    const { inhabitants, district } = placeOf(area)
    const mix = archetypeMix(rng, inhabitants, district)
    const households = Math.max(1, Math.round(area.people / (2.2 + 0.35 * rng.next())))
    const adults = Math.round(area.people * (0.8 + 0.04 * rng.next()))
    const workers = Math.round(adults * (0.52 + 0.1 * rng.next()))
    return { ...area, mix, bases: { people: area.people, households, adults, workers } }
  })
}

/** Census-like counts of one side's areas: totals first, then the categories of every theme, whole numbers that add up to their base. */
export function buildFigures(root: SmallArea['root'], areas: readonly MixedArea[], seed: number): NewDataset {
  const rng = random(seed ^ seedOf(`figures ${root}`))
  const rows = areas.map(({ zone, mix, bases }) => {
    const counts = themes.flatMap((theme) => {
      const base = bases[theme.base]
      return apportion(weightsOf(rng, theme, mix), base).slice(0, theme.categories.length)
    })
    return { zone: zone.code, figures: [...totals.map(([base]) => bases[base]), ...counts] }
  })
  const measures = [
    ...totals.map(([code, fr, en]) => ({
      code,
      label: { fr, en },
      unit: code === 'households' ? 'households' : 'people',
      denominator: null,
    })),
    ...themes.flatMap((theme) =>
      theme.categories.map(({ code, label }) => ({
        code: `${theme.code}.${code}`,
        label,
        unit: theme.base === 'households' ? 'households' : 'people',
        denominator: theme.base,
      })),
    ),
  ]
  return {
    code: areaDatasets[root],
    kind: 'sample',
    title: {
      fr:
        root === 'kent'
          ? 'Petites zones du Kent (données de synthèse)'
          : 'Petites zones du Pays de Saint-Omer (données de synthèse)',
      en: root === 'kent' ? 'Small areas of Kent (synthetic data)' : 'Small areas of the Pays de Saint-Omer (synthetic data)',
    },
    source: 'Passerelle, synthetic (sample)',
    date: '2026-01-01',
    territory: root,
    measures,
    rows,
  }
}
