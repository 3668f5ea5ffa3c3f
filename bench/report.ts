import { median, type Measurement, type Section, type Table } from './harness.ts'

/** Three significant figures, whole numbers with separators. */
function figure(value: number): string {
  const digits = { maximumSignificantDigits: 3 } as const
  return new Intl.NumberFormat('en', Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : digits).format(value)
}

function cells(measurement: Measurement, first: Measurement): string[] {
  const { name, values } = measurement
  const ratio = median(values) / median(first.values)
  const range = values.length > 1 ? `${figure(Math.min(...values))} to ${figure(Math.max(...values))}` : ''
  return [name, figure(median(values)), range, String(values.length), figure(ratio)]
}

/** Columns padded to their widest cell, the first to the left, as the formatter sets them. */
function table({ unit, measurements }: Table): string[] {
  const [first] = measurements
  if (!first) return []
  const rows = [[unit, 'median', 'min to max', 'runs', 'ratio'], ...measurements.map((each) => cells(each, first))]
  const width = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(width[i] ?? 0) : cell.padStart(width[i] ?? 0))).join(' | ')} |`
  const rule = width.map((size, i) => (i === 0 ? '-'.repeat(size) : `${'-'.repeat(size - 1)}:`))
  return [line(rows[0] ?? []), line(rule), ...rows.slice(1).map(line), '']
}

/** The results as a page of Markdown; ratios are to the first row of each table. */
export function report(machine: readonly string[], sections: readonly Section[]): string {
  const head = [
    '# Measurements',
    '',
    'Written by `npm run bench`: peers and ours in one run, in turn. Ratios are to the first row of a table.',
    '',
  ]
  const body = sections.flatMap(({ title, about, tables, notes }) => [
    `## ${title}`,
    '',
    about,
    '',
    ...tables.flatMap(table),
    ...notes.map((note) => `- ${note}`),
    ...(notes.length > 0 ? [''] : []),
  ])
  return [...head, ...machine.map((line) => `- ${line}`), '', ...body].join('\n')
}
