import type { AreaFigures } from '#domain/segments'

/** Figures of areas as a test writes them, a row an area: ten people each unless told; the first two variables are of one theme. */
export function figuresOf(rows: readonly (readonly number[])[], people?: readonly number[]): AreaFigures {
  const d = rows[0]?.length ?? 0
  return {
    zones: rows.map((_, i) => `Z${String(i).padStart(3, '0')}`),
    people: Float64Array.from(rows, (_, i) => people?.[i] ?? 10),
    households: Float64Array.from(rows, () => 4),
    variables: Array.from({ length: d }, (_, j) => ({
      dataset: 'test',
      measure: `theme${j < 2 ? 0 : 1}.v${j}`,
      denominator: null,
      label: { fr: `v${j}`, en: `v${j}` },
      theme: `theme${j < 2 ? 0 : 1}`,
    })),
    values: Float64Array.from(rows.flat()),
  }
}
