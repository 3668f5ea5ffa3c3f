import type { Bilingual } from '#kernel/bilingual.ts'

/** What a measure is counted among. */
export type Base = 'people' | 'households' | 'adults' | 'workers'

/** One category of a theme: its code, its words, and how common it is in each archetype (weights within the theme, in the order of `archetypes`). */
export interface Category {
  readonly code: string
  readonly label: Bilingual
  readonly weights: readonly number[]
}

/** Categories that exclude each other and add up to their base; or, where `open`, categories of which a person may be in none. */
export interface Theme {
  readonly code: string
  readonly base: Base
  /** Weight of those in none of the categories; 0 where the categories add up to the base. */
  readonly rest: number
  readonly categories: readonly Category[]
}

/** The hidden types that the synthetic areas are mixed from; figures are invented, their differences are of a likely size. */
export const archetypes = ['centre', 'coast', 'commuter', 'village', 'estate', 'student', 'retirement', 'growing'] as const
export type Archetype = (typeof archetypes)[number]

const category = (code: string, fr: string, en: string, ...weights: readonly number[]): Category => ({
  code,
  label: { fr, en },
  weights,
})

/** Some 40 variables as a census has them on both sides of the border. Weights: centre, coast, commuter, village, estate, student, retirement, growing. */
export const themes: readonly Theme[] = [
  {
    code: 'age',
    base: 'people',
    rest: 0,
    categories: [
      category('0-4', 'De 0 à 4 ans', 'Aged 0 to 4', 5.5, 5, 6, 4.5, 8, 3, 2.5, 9),
      category('5-14', 'De 5 à 14 ans', 'Aged 5 to 14', 9, 10, 14, 11, 16, 5, 6, 16),
      category('15-24', 'De 15 à 24 ans', 'Aged 15 to 24', 15, 11, 10, 9.5, 13, 38, 6.5, 10),
      category('25-44', 'De 25 à 44 ans', 'Aged 25 to 44', 36, 22, 26, 20, 28, 27, 14, 36),
      category('45-64', 'De 45 à 64 ans', 'Aged 45 to 64', 21, 27, 29, 32, 23, 15, 25, 21),
      category('65-74', 'De 65 à 74 ans', 'Aged 65 to 74', 7.5, 13.5, 9, 13, 7, 6.5, 22, 5),
      category('75-over', '75 ans et plus', 'Aged 75 and over', 6, 11.5, 6, 10, 5, 5.5, 24, 3),
    ],
  },
  {
    code: 'household',
    base: 'households',
    rest: 0,
    categories: [
      category('alone-under-65', 'Personne seule de moins de 65 ans', 'One person under 65', 32, 20, 11, 11, 18, 26, 10, 12),
      category('alone-65', 'Personne seule de 65 ans ou plus', 'One person aged 65 or over', 11, 17, 9, 13, 10, 9, 27, 5),
      category('couple', 'Couple sans enfant', 'Couple without children', 22, 26, 27, 33, 14, 16, 40, 24),
      category('couple-children', 'Couple avec enfants', 'Couple with children', 15, 19, 40, 31, 24, 13, 13, 44),
      category('lone-parent', 'Famille monoparentale', 'Lone parent', 9, 12, 7, 6, 25, 7, 5, 10),
      category('other', 'Autre ménage', 'Other household', 11, 6, 6, 6, 9, 29, 5, 5),
    ],
  },
  {
    code: 'tenure',
    base: 'households',
    rest: 0,
    categories: [
      category('owned', 'Propriétaires', 'Owner occupied', 37, 62, 83, 78, 36, 34, 84, 72),
      category('social', 'Locataires du parc social', 'Social rented', 19, 13, 6, 9, 49, 18, 8, 13),
      category('private', 'Locataires du parc privé', 'Private rented', 44, 25, 11, 13, 15, 48, 8, 15),
    ],
  },
  {
    code: 'dwelling',
    base: 'households',
    rest: 0,
    categories: [
      category('house', 'Maisons', 'Houses', 34, 66, 93, 96, 76, 48, 82, 87),
      category('flat', 'Appartements', 'Flats', 66, 34, 7, 4, 24, 52, 18, 13),
    ],
  },
  {
    code: 'cars',
    base: 'households',
    rest: 0,
    categories: [
      category('none', 'Ménages sans voiture', 'No car', 41, 26, 8, 8, 34, 42, 17, 9),
      category('one', 'Une voiture', 'One car', 44, 46, 36, 37, 45, 41, 53, 41),
      category('several', 'Deux voitures ou plus', 'Two or more cars', 15, 28, 56, 55, 21, 17, 30, 50),
    ],
  },
  {
    code: 'activity',
    base: 'adults',
    rest: 0,
    categories: [
      category('full-time', 'En emploi à temps plein', 'Working full time', 48, 36, 49, 40, 37, 30, 23, 56),
      category('part-time', 'En emploi à temps partiel', 'Working part time', 12, 14, 15, 15, 16, 13, 10, 15),
      category('unemployed', 'Au chômage', 'Unemployed', 8, 6, 2.5, 3, 11, 6, 2, 3.5),
      category('student', 'En études', 'Studying', 9, 5, 6, 5, 7, 36, 3, 6),
      category('retired', 'À la retraite', 'Retired', 13, 29, 19, 27, 14, 11, 55, 10),
      category('home', 'Au foyer ou empêché de travailler', 'At home or unable to work', 10, 10, 8.5, 10, 15, 4, 7, 9.5),
    ],
  },
  {
    code: 'occupation',
    base: 'workers',
    rest: 0,
    categories: [
      category('higher', 'Cadres et professions supérieures', 'Managers and professionals', 40, 27, 50, 37, 13, 35, 35, 38),
      category(
        'intermediate',
        'Professions intermédiaires, employés',
        'Intermediate and clerical',
        33,
        37,
        34,
        34,
        34,
        34,
        37,
        38,
      ),
      category('routine', 'Ouvriers et emplois peu qualifiés', 'Routine and manual', 27, 36, 16, 29, 53, 31, 28, 24),
    ],
  },
  {
    code: 'qualification',
    base: 'adults',
    rest: 0,
    categories: [
      category('none', 'Sans diplôme', 'No qualification', 15, 24, 11, 19, 33, 9, 24, 12),
      category('school', 'Diplôme du secondaire', 'School qualifications', 41, 50, 45, 49, 53, 52, 49, 53),
      category('degree', 'Diplôme du supérieur', 'Degree', 44, 26, 44, 32, 14, 39, 27, 35),
    ],
  },
  {
    code: 'travel',
    base: 'workers',
    rest: 0,
    categories: [
      category('car', 'Au travail en voiture', 'To work by car', 38, 60, 48, 66, 66, 37, 58, 62),
      category('transit', 'Au travail en transports en commun', 'To work by public transport', 22, 10, 18, 4, 13, 18, 7, 10),
      category('active', 'Au travail à pied ou à vélo', 'To work on foot or by bicycle', 21, 15, 6, 7, 13, 31, 9, 8),
      category('home', 'Travail à domicile', 'Working from home', 19, 15, 28, 23, 8, 14, 26, 20),
    ],
  },
  {
    code: 'health',
    base: 'people',
    rest: 80,
    categories: [
      category('bad', 'En mauvaise santé', 'In bad health', 5.5, 8, 3, 4.5, 8, 3.5, 8, 3),
      category('limited', 'Limités dans leurs activités', 'Limited in daily activities', 11, 16, 9, 12, 15, 9, 19, 8),
    ],
  },
  {
    code: 'origin',
    base: 'people',
    rest: 85,
    categories: [category('abroad', 'Nés à l’étranger', 'Born abroad', 24, 9, 9, 5, 11, 21, 6, 15)],
  },
  {
    code: 'digital',
    base: 'households',
    rest: 85,
    categories: [
      category('offline', 'Ménages sans internet à domicile', 'Households without internet at home', 8, 15, 4, 9, 15, 4, 22, 3),
    ],
  },
]
