import type { Bilingual } from '#kernel/bilingual.ts'
import type { MeasureUnit } from './records.ts'

export interface Indicator {
  readonly label: Bilingual
  readonly unit: MeasureUnit
  readonly smallest: number | null
  readonly largest: number | null
}

type Bounds = readonly [smallest: number | null, largest: number | null]
const whole: Bounds = [0, null]
const share: Bounds = [0, 100]
/** Taxes are negative shares of income; other parts can pass 100 where they are high. */
const free: Bounds = [null, null]

const indicator = (fr: string, en: string, unit: MeasureUnit, [smallest, largest]: Bounds): Indicator => ({
  label: { fr, en },
  unit,
  smallest,
  largest,
})

const poverty = (fr: string, en: string): Indicator => indicator(`Taux de pauvreté${fr}`, `Poverty rate${en}`, 'percent', share)
const part = (fr: string, en: string): Indicator =>
  indicator(`Part ${fr} dans le revenu`, `${en}, share of income`, 'percent', free)
const age = (fr: string, en: string): Indicator =>
  poverty(` des ménages dont le référent fiscal a ${fr}`, `, reference taxpayer ${en}`)
const decile = (n: number): Indicator =>
  n === 5
    ? indicator('Niveau de vie médian', 'Median living standard', 'euros', free)
    : indicator(`${n}${n === 1 ? 'er' : 'e'} décile du niveau de vie`, `Living standard, decile ${n}`, 'euros', free)

/** INSEE's indicators of Filosofi by the column's name without its year (and without `DISP_`, by which files of IRIS call disposable income). */
export const filosofiIndicators: Readonly<Record<string, Indicator>> = {
  NBMENFISC: indicator('Ménages fiscaux', 'Tax households', 'households', whole),
  NBPERSMENFISC: indicator('Personnes dans les ménages fiscaux', 'People in tax households', 'people', whole),
  NBMEN: indicator('Ménages', 'Households', 'households', whole),
  NBPERS: indicator('Personnes', 'People', 'people', whole),
  NBUC: indicator('Unités de consommation', 'Consumption units', 'count', whole),
  MED: indicator('Niveau de vie médian', 'Median living standard', 'euros', free),
  Q1: indicator('1er quartile du niveau de vie', 'Living standard, first quartile', 'euros', free),
  Q2: indicator('Niveau de vie médian', 'Median living standard', 'euros', free),
  Q3: indicator('3e quartile du niveau de vie', 'Living standard, third quartile', 'euros', free),
  EQ: indicator('Écart interquartile rapporté à la médiane', 'Interquartile range over the median', 'ratio', free),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`D${n}`, decile(n)])),
  RD: indicator('Rapport interdécile (9e sur 1er)', 'Ratio of the ninth to the first decile', 'ratio', whole),
  S80S20: indicator(
    'Part des 20 % les plus aisés sur celle des 20 % les plus modestes',
    'Income share ratio S80/S20',
    'ratio',
    whole,
  ),
  GI: indicator('Indice de Gini', 'Gini index', 'ratio', whole),
  PIMP: indicator('Part des ménages fiscaux imposés', 'Tax households that pay income tax', 'percent', share),
  TP60: poverty('', ''),
  TP60AGE1: age('moins de 30 ans', 'under 30'),
  TP60AGE2: age('de 30 à 39 ans', 'aged 30–39'),
  TP60AGE3: age('de 40 à 49 ans', 'aged 40–49'),
  TP60AGE4: age('de 50 à 59 ans', 'aged 50–59'),
  TP60AGE5: age('de 60 à 74 ans', 'aged 60–74'),
  TP60AGE6: age('75 ans ou plus', 'aged 75 or over'),
  TP60TOL1: poverty(' des propriétaires de leur logement', ' of home owners'),
  TP60TOL2: poverty(' des locataires de leur logement', ' of tenants'),
  PACT: part('des revenus d’activité', 'Earned income'),
  PTSA: part('des traitements et salaires', 'Wages and salaries'),
  PCHO: part('des indemnités de chômage', 'Unemployment benefit'),
  PBEN: part('des revenus des activités non salariées', 'Self-employment income'),
  PPEN: part('des pensions, retraites et rentes', 'Pensions'),
  PPAT: part('des revenus du patrimoine et autres', 'Income from property and other'),
  PAUT: part('des autres revenus', 'Other income'),
  PPSOC: part('de l’ensemble des prestations sociales', 'All social benefits'),
  PPFAM: part('des prestations familiales', 'Family benefits'),
  PPMINI: part('des minima sociaux', 'Minimum-income benefits'),
  PPLOGT: part('des prestations de logement', 'Housing benefits'),
  PIMPOT: part('des impôts', 'Taxes'),
}
