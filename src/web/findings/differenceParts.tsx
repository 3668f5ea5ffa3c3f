import type { FC } from 'hono/jsx'
import type { Difference } from '#domain/matrix'
import { symmetricRange } from '../charts/axis.ts'
import { IntervalChart } from '../charts/intervalChart.tsx'
import type { Visit } from '../page.ts'
import { itemName } from '../parts/itemNames.ts'

/** A difference with all its figures. */
export type KnownDifference = Difference & {
  readonly difference: number
  readonly lower: number
  readonly upper: number
  readonly pAdjusted: number
}

export function isKnown(each: Difference): each is KnownDifference {
  return each.difference !== null && each.lower !== null && each.upper !== null && each.pAdjusted !== null
}

/** Clear once all cells are taken together: a false discovery rate of at most `rate`. */
export function isClear({ pAdjusted }: KnownDifference, rate: number): boolean {
  return pAdjusted <= rate
}

export function cellName({ words, language }: Visit, { service, item }: Pick<Difference, 'service' | 'item'>): string {
  return `${words.services[service].short}${language === 'fr' ? '\u202F: ' : ': '}${itemName(words, item).toLowerCase()}`
}

/** Half points where the range is small, else whole ones. */
function ticksOf(range: number): number[] {
  const step = range <= 1.5 ? 0.5 : 1
  const count = Math.floor(range / step)
  return Array.from({ length: 2 * count + 1 }, (_, i) => (i - count) * step)
}

/** Differences with their intervals around zero, one line each. */
export const DifferenceChart: FC<{
  visit: Visit
  title: string
  rows: readonly KnownDifference[]
  label: (row: KnownDifference) => string
  tone: (row: KnownDifference) => string
}> = ({ visit, title, rows, label, tone }) => {
  const range = symmetricRange(rows.flatMap(({ lower, upper }) => [lower, upper]))
  return (
    <IntervalChart
      title={title}
      from={-range}
      to={range}
      ticks={ticksOf(range)}
      tickText={(value) => visit.format.signed(value)}
      valueText={(value) => visit.format.signed(value)}
      rule={{ at: 0, label: '' }}
      marks={rows.map((row) => ({
        label: label(row),
        value: row.difference,
        lower: row.lower,
        upper: row.upper,
        tone: tone(row),
        strong: false,
      }))}
    />
  )
}
