import type { PopulationMargin } from './respondent.ts'

/** People of a territory by sex, age and activity; an empty category means all. */
export interface PopulationCell {
  readonly sex: string
  readonly age: string
  readonly activity: string
  readonly people: number
}

const keysOf: Readonly<Record<string, (cell: PopulationCell) => string | null>> = {
  sex: (cell) => cell.sex || null,
  age: (cell) => cell.age || null,
  sexAge: (cell) => (cell.sex && cell.age ? `${cell.sex}:${cell.age}` : null),
  activity: (cell) => cell.activity || null,
}

/** Which of sex, age and activity a variable leaves open: totals over them are taken where the table has them, else summed. */
const open: Readonly<Record<string, readonly ('sex' | 'age' | 'activity')[]>> = {
  sex: ['age', 'activity'],
  age: ['sex', 'activity'],
  sexAge: ['activity'],
  activity: ['sex', 'age'],
}

/** People by category of a variable: never a total and its parts together. */
function totalsOf(variable: string, cells: readonly PopulationCell[]): Map<string, number> {
  const keyOf = keysOf[variable]
  const totals = new Map<string, number>()
  if (!keyOf) return totals
  let kept = cells.filter((cell) => keyOf(cell) !== null)
  for (const dimension of open[variable] ?? []) {
    const whole = kept.filter((cell) => cell[dimension] === '')
    if (whole.length > 0) kept = whole
  }
  for (const cell of kept) {
    const key = keyOf(cell) ?? ''
    totals.set(key, (totals.get(key) ?? 0) + cell.people)
  }
  return totals
}

function replaced(
  own: readonly PopulationMargin[],
  totals: ReadonlyMap<string, number>,
  source: string,
): readonly PopulationMargin[] {
  const found = own.map((margin) => totals.get(margin.category) ?? 0)
  // A category that the table lacks or that nobody belongs to cannot be weighted to: the survey's own margin stays.
  if (found.some((people) => people <= 0)) return own
  const scale = own.reduce((sum, margin) => sum + margin.total, 0) / found.reduce((sum, people) => sum + people, 0)
  return own.map((margin, i) => ({ ...margin, total: (found[i] ?? 0) * scale, source }))
}

/**
 * The margins of a survey with the shares of an imported population, for every variable of which it has all categories. Shares are scaled to the total of
 * the survey's own margin, so that all margins keep one total and raking can meet them.
 *
 * Example: people aged `18-29` are 20 % of an imported table; a margin of 1,000 adults then asks for 200 of that age.
 */
export function withImportedPopulation(
  margins: readonly PopulationMargin[],
  population: { readonly cells: readonly PopulationCell[]; readonly source: string } | null,
): readonly PopulationMargin[] {
  if (!population) return margins
  const byVariable = Map.groupBy(margins, (margin) => margin.variable)
  return [...byVariable].flatMap(([variable, own]) => replaced(own, totalsOf(variable, population.cells), population.source))
}
