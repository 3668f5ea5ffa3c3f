import { publicDimensions } from './publics.ts'
import type { MarginOrigin, PopulationMargin } from './respondent.ts'

/** People of a territory by sex, age and activity; an empty category means all. */
export interface PopulationCell {
  readonly sex: string
  readonly age: string
  readonly activity: string
  readonly people: number
}

/** A table of a territory's people, and where it comes from. */
export interface ImportedPopulation {
  readonly cells: readonly PopulationCell[]
  readonly source: string
  /** Of when the figures are, as the table says it. */
  readonly referenceDate?: string | null
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

const adultAges: readonly string[] = publicDimensions.age

interface Totals {
  readonly people: ReadonlyMap<string, number>
  readonly origin: MarginOrigin
}

/** The cells of adults where the table splits every category by our bands of age: a survey asks nobody under 18. */
function adultsOf(
  cells: readonly PopulationCell[],
  categories: ReadonlySet<string>,
  keyOf: (cell: PopulationCell) => string | null,
) {
  const adults = cells.filter(({ age }) => adultAges.includes(age))
  const held = new Set(adults.map((cell) => `${keyOf(cell)}\n${cell.age}`))
  const whole = [...categories].every((category) => adultAges.some((age) => held.has(`${category}\n${age}`)))
  return whole && adultAges.every((age) => adults.some((cell) => cell.age === age)) ? adults : null
}

/** Of each dimension that is left open the totals alone, where there are any. */
function withoutParts(
  cells: readonly PopulationCell[],
  left: readonly ('sex' | 'age' | 'activity')[],
): readonly PopulationCell[] {
  return left.reduce((kept, dimension) => {
    const whole = kept.filter((cell) => cell[dimension] === '')
    return whole.length > 0 ? whole : kept
  }, cells)
}

/** People by category of a variable: never a total and its parts together. */
function totalsOf(variable: string, categories: ReadonlySet<string>, cells: readonly PopulationCell[]): Totals {
  const keyOf = keysOf[variable]
  const people = new Map<string, number>()
  if (!keyOf) return { people, origin: 'survey' }
  const left = open[variable] ?? []
  const told = cells.filter((cell) => keyOf(cell) !== null)
  const adults = left.includes('age') ? adultsOf(told, categories, keyOf) : told
  for (const cell of withoutParts(adults ?? told, left)) {
    const key = keyOf(cell) ?? ''
    people.set(key, (people.get(key) ?? 0) + cell.people)
  }
  return { people, origin: adults ? 'populationAdults' : 'populationAllAges' }
}

function replaced(own: readonly PopulationMargin[], population: ImportedPopulation): readonly PopulationMargin[] {
  const [first] = own
  // What an analyst brought for this survey counts before what was imported for every use.
  if (!first || first.brought) return own
  const totals = totalsOf(first.variable, new Set(own.map(({ category }) => category)), population.cells)
  const found = own.map((margin) => totals.people.get(margin.category) ?? 0)
  // A category that the table lacks or that nobody belongs to cannot be weighted to: the survey's own margin stays.
  if (found.some((people) => people <= 0)) return own
  const total = found.reduce((sum, people) => sum + people, 0)
  const ownTotal = own.reduce((sum, margin) => sum + margin.total, 0)
  return own.map((margin, i) => ({
    ...margin,
    total: ((found[i] ?? 0) * ownTotal) / total,
    source: population.source,
    origin: totals.origin,
    referenceDate: population.referenceDate ?? null,
    scaledFrom: Math.abs(total - ownTotal) > 1e-9 * ownTotal ? total : null,
  }))
}

/**
 * The margins of a survey with the shares of an imported population, for every variable of which it has all categories, but for those that an analyst
 * brought in a file. Adults are taken where the table tells them apart. Shares are scaled to the total of the survey's own margin, so that all margins
 * keep one total and raking can meet them; `scaledFrom` tells it.
 *
 * Example: people aged `18-29` are 20 % of an imported table; a margin of 1,000 adults then asks for 200 of that age.
 */
export function withImportedPopulation(
  margins: readonly PopulationMargin[],
  population: ImportedPopulation | null,
): readonly PopulationMargin[] {
  if (!population) return margins
  const byVariable = Map.groupBy(margins, (margin) => margin.variable)
  return [...byVariable.values()].flatMap((own) => replaced(own, population))
}
