import { median, type Measurement, type Section, type Table } from './harness.ts'

/** Three significant figures, whole numbers with separators. */
function figure(value: number): string {
  const digits = { maximumSignificantDigits: 3 } as const
  return new Intl.NumberFormat('en', Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : digits).format(value)
}

function row(measurement: Measurement, first: Measurement): string {
  const { name, values } = measurement
  const ratio = median(values) / median(first.values)
  const range = values.length > 1 ? `${figure(Math.min(...values))} to ${figure(Math.max(...values))}` : ''
  return `| ${name} | ${figure(median(values))} | ${range} | ${values.length} | ${figure(ratio)} |`
}

function table({ unit, measurements }: Table): string[] {
  const [first] = measurements
  if (!first) return []
  return [
    `| ${unit} | median | min to max | runs | ratio |`,
    '|---|---:|---:|---:|---:|',
    ...measurements.map((each) => row(each, first)),
    '',
  ]
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
    about,
    '',
    ...tables.flatMap(table),
    ...notes.map((note) => `- ${note}`),
    ...(notes.length > 0 ? [''] : []),
  ])
  return [...head, ...machine.map((line) => `- ${line}`), '', ...body].join('\n')
}
