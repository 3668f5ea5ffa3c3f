import { transition, type Transition } from '#stats/transition.ts'
import type { SegmentArea } from './classification.ts'

/** A classification at one of its levels. */
export interface CrosswalkSide {
  readonly areas: readonly SegmentArea[]
  readonly level: number
}

/** What goes from one group before to one group after; only those with areas are listed. */
export interface CrosswalkRow {
  readonly from: number
  readonly to: number
  readonly areas: number
  readonly people: number
  /** Share of the people of the group before, and of those of the group after, 0-1. */
  readonly ofFrom: number
  readonly ofTo: number
}

export interface Crosswalk extends Transition {
  readonly rows: readonly CrosswalkRow[]
  /** Areas that both versions have. */
  readonly areas: number
  /** People of those areas, as the version after counts them. */
  readonly people: number
  /** Areas that only the version before has, and only the one after. */
  readonly lost: number
  readonly added: number
}

/** The group of an area at a level, the coarsest being 1. */
export function groupAt(area: SegmentArea, level: number): number {
  const group = area.segments[level - 1]
  if (group === undefined) throw new RangeError(`the area ${area.zone} has no group at level ${level}`)
  return group
}

/**
 * From the groups of one version to those of another, by way of the areas that both have; people are those of the version after.
 * Source: `transition`; the groups are matched so that most people stay.
 */
export function crosswalk(before: CrosswalkSide, after: CrosswalkSide): Crosswalk {
  const earlier = new Map(before.areas.map((area) => [area.zone, area]))
  const pairs = after.areas.flatMap((to) => {
    const from = earlier.get(to.zone)
    return from ? [{ from: groupAt(from, before.level), to: groupAt(to, after.level), people: to.people }] : []
  })
  const found = transition(
    pairs.map(({ from }) => from),
    pairs.map(({ to }) => to),
    pairs.map(({ people }) => people),
  )
  return {
    ...found,
    rows: rowsOf(pairs),
    areas: pairs.length,
    people: pairs.reduce((sum, { people }) => sum + people, 0),
    lost: before.areas.length - pairs.length,
    added: after.areas.length - pairs.length,
  }
}

function rowsOf(pairs: readonly { readonly from: number; readonly to: number; readonly people: number }[]): CrosswalkRow[] {
  const peopleBy = (side: 'from' | 'to'): Map<number, number> => {
    const sums = new Map<number, number>()
    for (const pair of pairs) sums.set(pair[side], (sums.get(pair[side]) ?? 0) + pair.people)
    return sums
  }
  const [fromPeople, toPeople] = [peopleBy('from'), peopleBy('to')]
  const share = (people: number, of: number | undefined): number => (of ? people / of : 0)
  return [...Map.groupBy(pairs, ({ from, to }) => `${from} ${to}`).values()]
    .map((held) => {
      const { from, to } = held[0] ?? { from: 0, to: 0 }
      const people = held.reduce((sum, each) => sum + each.people, 0)
      const [ofFrom, ofTo] = [share(people, fromPeople.get(from)), share(people, toPeople.get(to))]
      return { from, to, areas: held.length, people, ofFrom, ofTo }
    })
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
}
