import type { Reader } from '#store/open.ts'
import {
  selectDatasets,
  selectDatasetsOf,
  selectFacilityTypes,
  selectPeopleCategories,
  type PeopleBy,
  type StoredDataset,
  type StoredMeasure,
} from '#store/maps.ts'
import { surveyedTerritories } from '#store/surveys.ts'
import type { Indicator, IndicatorUnit } from './mapContract.ts'

/** Where an indicator's figures are read. */
export type Reading =
  | { readonly from: 'zones'; readonly per: 'whole' | 'km2' }
  | { readonly from: 'places'; readonly per: 'whole' | '10k' }
  | { readonly from: 'survey'; readonly part: 'score' | 'deviation' | 'level' }
  | {
      readonly from: 'measures'
      readonly dataset: StoredDataset
      readonly measure: StoredMeasure
      readonly of: StoredMeasure | null
    }
  | {
      readonly from: 'people'
      readonly dataset: StoredDataset
      readonly by: PeopleBy
      readonly category: string
      readonly share: boolean
    }
  | { readonly from: 'facilities'; readonly dataset: StoredDataset; readonly type: string; readonly per: 'whole' | '10k' }

export interface Entry {
  readonly indicator: Indicator
  readonly reading: Reading
}

type Told = Pick<Indicator, 'code' | 'family' | 'unit'> & Partial<Indicator>

const indicator = (told: Told): Indicator => ({
  subject: told.family,
  label: null,
  title: null,
  detail: null,
  additive: false,
  centre: null,
  needs: [],
  ...told,
})

const own: readonly Entry[] = [
  {
    indicator: indicator({ code: 'population', family: 'population', unit: 'people', additive: true }),
    reading: { from: 'zones', per: 'whole' },
  },
  { indicator: indicator({ code: 'density', family: 'population', unit: 'perKm2' }), reading: { from: 'zones', per: 'km2' } },
  {
    indicator: indicator({ code: 'places', family: 'places', unit: 'places', additive: true, needs: ['service'] }),
    reading: { from: 'places', per: 'whole' },
  },
  {
    indicator: indicator({ code: 'placesRate', family: 'places', unit: 'per10k', needs: ['service'] }),
    reading: { from: 'places', per: '10k' },
  },
]

const needs = ['service', 'criterion'] as const
const survey: readonly Entry[] = [
  { indicator: indicator({ code: 'score', family: 'survey', unit: 'score', needs }), reading: { from: 'survey', part: 'score' } },
  {
    indicator: indicator({ code: 'deviation', family: 'survey', unit: 'points', centre: 0, needs }),
    reading: { from: 'survey', part: 'deviation' },
  },
  { indicator: indicator({ code: 'level', family: 'survey', unit: 'level', needs }), reading: { from: 'survey', part: 'level' } },
]

const counted = new Set(['people', 'households', 'count'])

function measureEntries(dataset: StoredDataset): Entry[] {
  return dataset.measures.flatMap((measure): Entry[] => {
    const base = { family: 'measures', subject: dataset.code, label: measure.label, title: dataset.title } as const
    const unit = measure.unit as IndicatorUnit
    const additive = counted.has(measure.unit)
    const of = dataset.measures.find((each) => each.code === measure.denominator && each.code !== measure.code) ?? null
    const whole: Entry = {
      indicator: indicator({ ...base, code: `m:${dataset.code}:${measure.code}`, unit, additive }),
      reading: { from: 'measures', dataset, measure, of: null },
    }
    if (!of || !additive) return [whole]
    const share = indicator({ ...base, code: `s:${dataset.code}:${measure.code}`, unit: 'share' })
    return [whole, { indicator: share, reading: { from: 'measures', dataset, measure, of } }]
  })
}

async function peopleEntries(reader: Reader, dataset: StoredDataset): Promise<Entry[]> {
  const categories = await selectPeopleCategories(reader, dataset.code)
  return categories.flatMap(({ by, category }): Entry[] => {
    const base = { family: 'people', subject: dataset.code, title: dataset.title, detail: category } as const
    const code = `${dataset.code}:${by}:${category}`
    return [
      {
        indicator: indicator({ ...base, code: `p:${code}`, unit: 'people', additive: true }),
        reading: { from: 'people', dataset, by, category, share: false },
      },
      {
        indicator: indicator({ ...base, code: `q:${code}`, unit: 'share' }),
        reading: { from: 'people', dataset, by, category, share: true },
      },
    ]
  })
}

async function facilityEntries(reader: Reader, dataset: StoredDataset): Promise<Entry[]> {
  const types = await selectFacilityTypes(reader, dataset.code)
  return types.flatMap((type): Entry[] => {
    const base = { family: 'facilities', subject: dataset.code, title: dataset.title, detail: type } as const
    return [
      {
        indicator: indicator({ ...base, code: `f:${dataset.code}:${type}`, unit: 'facilities', additive: true }),
        reading: { from: 'facilities', dataset, type, per: 'whole' },
      },
      {
        indicator: indicator({ ...base, code: `g:${dataset.code}:${type}`, unit: 'per10k' }),
        reading: { from: 'facilities', dataset, type, per: '10k' },
      },
    ]
  })
}

/** Everything that a map of these roots can show, the observatory's own figures first. */
export async function loadCatalogue(reader: Reader, roots: readonly string[]): Promise<readonly Entry[]> {
  const surveyed = await surveyedTerritories(reader)
  const present = await selectDatasetsOf(reader, roots)
  const entries: Entry[] = [...own, ...(roots.some((root) => surveyed.includes(root)) ? survey : [])]
  for (const dataset of await selectDatasets(reader)) {
    if (!present.has(dataset.code)) continue
    entries.push(
      ...measureEntries(dataset),
      ...(await peopleEntries(reader, dataset)),
      ...(dataset.kind === 'facilities' ? await facilityEntries(reader, dataset) : []),
    )
  }
  return entries
}
