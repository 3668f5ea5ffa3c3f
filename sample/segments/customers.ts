import { random, seedOf, type Random } from '#kernel/random.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { NewDataset } from '#store/datasets.ts'
import type { SmallArea } from './areas.ts'
import type { MixedArea } from './figures.ts'

/** Codes of the datasets of customers: one a side. */
export const customerDatasets = { kent: 'customers-kent-2026', '62': 'customers-audomarois-2026' } as const

/** Customers of a service in a year per 100 inhabitants of each archetype: centre, coast, commuter, village, estate, student, retirement, growing. */
const useRates: readonly (readonly [service: string, label: Bilingual, ...rates: readonly number[]])[] = [
  ['townHall', { fr: 'Usagers de la mairie', en: 'Customers of the council offices' }, 24, 30, 22, 34, 32, 12, 38, 26],
  [
    'familyAllowance',
    { fr: 'Usagers des allocations familiales', en: 'Customers of the family allowance office' },
    16,
    17,
    9,
    9,
    38,
    11,
    3,
    22,
  ],
  [
    'healthInsurance',
    { fr: 'Usagers de l’assurance maladie', en: 'Customers of health insurance' },
    26,
    32,
    20,
    24,
    36,
    15,
    44,
    24,
  ],
  ['employment', { fr: 'Usagers du service de l’emploi', en: 'Customers of the employment service' }, 14, 12, 5, 5, 22, 10, 2, 7],
  ['postOffice', { fr: 'Usagers de la poste', en: 'Customers of the post office' }, 40, 46, 34, 44, 48, 28, 58, 34],
  ['library', { fr: 'Usagers des bibliothèques', en: 'Customers of libraries' }, 25, 16, 22, 15, 12, 42, 26, 21],
  [
    'school',
    { fr: 'Familles à l’école et au périscolaire', en: 'Families at school and after school' },
    9,
    11,
    16,
    12,
    20,
    4,
    3,
    20,
  ],
  [
    'earlyChildhood',
    { fr: 'Familles de la petite enfance', en: 'Families in early childhood services' },
    5,
    4,
    6,
    3,
    9,
    2,
    1,
    10,
  ],
  ['sport', { fr: 'Usagers des piscines et du sport', en: 'Customers of pools and sport' }, 20, 14, 26, 14, 13, 24, 12, 27],
  ['mobility', { fr: 'Usagers des bus et de la mobilité', en: 'Customers of buses and mobility' }, 38, 24, 13, 6, 40, 52, 24, 12],
  ['waste', { fr: 'Usagers de la déchèterie', en: 'Customers of the recycling centre' }, 14, 26, 38, 44, 16, 7, 40, 36],
  ['socialService', { fr: 'Usagers du service social', en: 'Customers of social services' }, 6, 8, 2, 3, 15, 3, 7, 3],
  ['health', { fr: 'Patients des centres de santé', en: 'Patients of health centres' }, 52, 58, 50, 52, 62, 34, 78, 50],
  ['police', { fr: 'Usagers de la police', en: 'Customers of the police' }, 9, 9, 5, 5, 12, 8, 5, 6],
  ['tax', { fr: 'Usagers des impôts', en: 'Customers of the tax office' }, 15, 16, 18, 17, 13, 7, 22, 17],
  [
    'culture',
    { fr: 'Usagers de la culture et de la musique', en: 'Customers of culture and music schools' },
    22,
    12,
    20,
    12,
    6,
    28,
    18,
    16,
  ],
]

/** How contacts are spread over channels, by archetype in the same order. */
const channelRates: readonly (readonly [channel: string, label: Bilingual, ...weights: readonly number[]])[] = [
  ['desk', { fr: 'Contacts au guichet', en: 'Contacts at a desk' }, 28, 36, 16, 27, 44, 20, 45, 18],
  ['phone', { fr: 'Contacts par téléphone', en: 'Contacts by phone' }, 24, 29, 22, 28, 29, 15, 31, 24],
  ['post', { fr: 'Contacts par courrier', en: 'Contacts by post' }, 5, 7, 5, 8, 6, 3, 12, 4],
  ['online', { fr: 'Contacts en ligne', en: 'Contacts online' }, 43, 28, 57, 37, 21, 62, 12, 54],
]

const easeRates = [76, 63, 88, 70, 58, 93, 47, 89]

const blend = (rates: readonly number[], mix: readonly number[]): number =>
  rates.reduce((sum, rate, at) => sum + rate * (mix[at] ?? 0), 0)

function row(rng: Random, { zone, mix, bases }: MixedArea): { zone: string; figures: number[] } {
  const noisy = (expected: number): number => Math.max(0, Math.round(expected * Math.exp(0.12 * rng.normal())))
  const users = useRates.map(([, , ...rates]) => Math.min(bases.people, noisy((bases.people * blend(rates, mix)) / 100)))
  const contacts = users.reduce((sum, count) => sum + count, 0) * 2
  const weights = channelRates.map(([, , ...rates]) => blend(rates, mix))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const channels = weights.map((weight) => noisy((contacts * weight) / total))
  const ease = Math.min(bases.adults, noisy((bases.adults * blend(easeRates, mix)) / 100))
  return {
    zone: zone.code,
    figures: [bases.people, bases.adults, channels.reduce((sum, count) => sum + count, 0), ...users, ...channels, ease],
  }
}

const total = (code: string, fr: string, en: string, unit: 'people' | 'count') => ({
  code,
  label: { fr, en },
  unit,
  denominator: null,
})

/** Customers of the 16 services in a year by small area, how they made contact, and how many adults are at ease online. */
export function buildCustomers(root: SmallArea['root'], areas: readonly MixedArea[], seed: number): NewDataset {
  const rng = random(seed ^ seedOf(`customers ${root}`))
  return {
    code: customerDatasets[root],
    kind: 'sample',
    title: {
      fr:
        root === 'kent'
          ? 'Usagers des services dans le Kent (données de synthèse)'
          : 'Usagers des services dans le Pays de Saint-Omer (données de synthèse)',
      en:
        root === 'kent'
          ? 'Customers of services in Kent (synthetic data)'
          : 'Customers of services in the Pays de Saint-Omer (synthetic data)',
    },
    source: 'Passerelle, synthetic (sample)',
    date: '2026-01-01',
    territory: root,
    measures: [
      total('people', 'Habitants', 'Residents', 'people'),
      total('adults', 'Personnes de 15 ans ou plus', 'People aged 15 and over', 'people'),
      total('contacts', 'Contacts de l’année', 'Contacts in the year', 'count'),
      ...useRates.map(([code, label]) => ({ code: `users.${code}`, label, unit: 'people' as const, denominator: 'people' })),
      ...channelRates.map(([code, label]) => ({
        code: `channel.${code}`,
        label,
        unit: 'count' as const,
        denominator: 'contacts',
      })),
      { code: 'digital.ease', label: { fr: 'À l’aise en ligne', en: 'At ease online' }, unit: 'people', denominator: 'adults' },
    ],
    rows: areas.map((area) => row(rng, area)),
  }
}
