import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { questionIndex, type Answers, type CriterionCode, type PublicCode, type Ratings } from '#domain/survey'
import { geography, type Geography, type ServiceCode, type Zone } from '#domain/territory'
import { calibration } from '#stats/calibrationResiduals.ts'
import { rake } from '#stats/rake.ts'
import { sampleDesign } from '#stats/sampleDesign.ts'
import { varianceFrame } from '#stats/sparseVariance.ts'

export interface GoldenCell {
  readonly service: ServiceCode
  readonly criterion: CriterionCode
  readonly zone: string
  readonly group: PublicCode | 'everybody'
  readonly n: number
  readonly df: number
  readonly score: number
  readonly se: number
  readonly deviation: number
  readonly deviationSe: number
  readonly covariance: number
}

export type GoldenContrast = Readonly<Record<'item' | 'group', string>> &
  Readonly<Record<'n' | 'others' | 'score' | 'difference' | 'se' | 'lower' | 'upper' | 'p' | 'pAdjusted', number>>

const file = (name: string): string => readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8')

/** What R says of the clustered, stratified and calibrated sample of `cube.R`. */
export function goldenCube(): { cells: readonly GoldenCell[]; contrasts: readonly GoldenContrast[] } {
  return JSON.parse(file('cube.expected.json'))
}

const targets = {
  zone: { categories: ['62041', '62498', '62765'], totals: [9000, 8500, 10500] },
  stratum: { categories: ['rural', 'urban'], totals: [15500, 12500] },
} as const

const levels = ['atEase', 'withHelp', 'notAtEase'] as const

function ratingsOf(
  answers: readonly Record<string, string>[],
  rowOf: ReadonlyMap<string | undefined, number>,
): Map<number, Ratings> {
  const scored = answers.filter((answer) => answer['score'])
  const byQuestion = Map.groupBy(scored, (answer) =>
    questionIndex(answer['service'] as ServiceCode, answer['criterion'] as CriterionCode),
  )
  const entries = [...byQuestion].map(([question, rows]) => {
    const ratings: Ratings = {
      respondent: Int32Array.from(rows, (row) => rowOf.get(row['respondent']) ?? -1),
      score: Float64Array.from(rows, (row) => Number(row['score'])),
      factor: new Float64Array(rows.length).fill(1),
    }
    return [question, ratings] as const
  })
  return new Map(entries)
}

/** That sample in columns: zones 62041, 62498 and 62765 of 62, user groups by digital ease, weights raked on zone and stratum. */
export function goldenAnswers(): { answers: Answers; zones: Geography } {
  const rows: Record<string, string>[] = parse(file('answers.csv'), { columns: true })
  const people = [...new Map(rows.map((row) => [row['respondent'], row])).values()]
  const margins = (['zone', 'stratum'] as const).map((variable) => {
    const { categories, totals } = targets[variable]
    const known: readonly string[] = categories
    const codes = Int32Array.from(people, (person) => known.indexOf(person[variable] ?? ''))
    return { variable, categories, codes, targets: Float64Array.from(totals) }
  })
  const designWeights = Float64Array.from(people, (person) => Number(person['weight']))
  const { weights } = rake({ weights: designWeights, margins, tolerance: 1e-13 })
  const design = sampleDesign({
    unit: people.map((person) => person['cluster'] ?? ''),
    stratum: people.map((person) => person['stratum'] ?? ''),
    calibration: calibration(designWeights, margins),
  })
  const answers: Answers = {
    respondents: people.length,
    weight: weights,
    zone: people.map((person) => person['zone'] ?? ''),
    publics: new Map([['digital', people.map((person) => levels[Number(person['respondent']?.slice(1)) % 3] ?? null)]]),
    variance: varianceFrame(design, weights),
    ratings: ratingsOf(rows, new Map(people.map((person, i) => [person['respondent'], i]))),
    needs: new Map(),
    importance: new Map(),
    masked: () => false,
  }
  const zone = (code: string, level: Zone['level']): Zone => ({
    code,
    level,
    name: { fr: code, en: code },
    lon: null,
    lat: null,
    population: null,
    country: 'FR',
    root: '62',
    source: 'made up',
  })
  const communes = targets.zone.categories.map((code) => zone(code, 'commune'))
  const parents = communes.map(({ code }) => ({ child: code, parent: '62', hierarchy: 'administrative' as const }))
  return { answers, zones: geography([zone('62', 'department'), ...communes], parents) }
}
