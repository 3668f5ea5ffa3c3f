/**
 * How well groups tell users of a service from others: Gini of the gains curve, the share of the population on the x axis and that of users on the y axis,
 * groups taken by falling penetration; 2 x area - 1, from 0 (no better than chance) to just under 1. `null` where nobody, or no user, is counted.
 *
 * Example: `gainsGini([1000, 2000, 3000, 4000], [100, 80, 60, 20])` is 0.507692.
 */
export function gainsGini(population: readonly number[], users: readonly number[]): number | null {
  const order = byPenetration(population, users)
  return giniInOrder(population, users, order)
}

/**
 * The same without hindsight: groups are put in order by the penetration among half of the users' areas and judged by the other half, both ways, and the mean is taken.
 * `folds` holds two (or more) splits of the same groups: counts of population and users in each.
 */
export function crossValidatedGini(
  folds: readonly { readonly population: readonly number[]; readonly users: readonly number[] }[],
): number | null {
  const found = folds.map((judge, at) => {
    const others = folds.filter((_, i) => i !== at)
    const sum = (part: 'population' | 'users'): number[] =>
      judge[part].map((_, g) => others.reduce((total, fold) => total + (fold[part][g] ?? 0), 0))
    return giniInOrder(judge.population, judge.users, byPenetration(sum('population'), sum('users')))
  })
  const known = found.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}

function byPenetration(population: readonly number[], users: readonly number[]): number[] {
  const rate = (g: number): number => ((population[g] ?? 0) > 0 ? (users[g] ?? 0) / (population[g] ?? 1) : 0)
  return [...population.keys()].toSorted((a, b) => rate(b) - rate(a) || a - b)
}

function giniInOrder(population: readonly number[], users: readonly number[], order: readonly number[]): number | null {
  const allPeople = population.reduce((sum, count) => sum + count, 0)
  const allUsers = users.reduce((sum, count) => sum + count, 0)
  if (!(allPeople > 0 && allUsers > 0)) return null
  let [area, reached] = [0, 0]
  for (const g of order) {
    const width = (population[g] ?? 0) / allPeople
    const gain = (users[g] ?? 0) / allUsers
    area += width * (reached + gain / 2)
    reached += gain
  }
  return 2 * area - 1
}
