import type { MatrixDocument } from '#app/matrixContract.ts'
import type { ZoneName } from '#app/views.ts'
import type { Language } from '#kernel/bilingual.ts'
import { cliWords } from '#words/cli.ts'
import { formatOf } from '#words/format.ts'
import { labelsOf } from '#words/labels.ts'
import { zoneInWords } from '#words/zones.ts'

type Row = MatrixDocument['rows'][number]

export const levelSymbols = { rethink: '▼', watch: '▽', fineTune: '◐', maintain: '●' } as const
const refusedMarks = { ok: '', thin: 'n<30', suppressed: 'secret', notApplicable: '–', oneUnit: 'n<2', noData: '·' } as const

/** ANSI colours by level, for terminals only; nothing relies on them. */
const colours = { rethink: '31', watch: '33', fineTune: '34', maintain: '32' } as const

export interface TableStyle {
  readonly language: Language
  readonly colour: boolean
}

function paint(text: string, code: string, style: TableStyle): string {
  return style.colour ? `\u001B[${code}m${text}\u001B[0m` : text
}

function cellText(row: Row | undefined, width: number, style: TableStyle): string {
  if (!row) return ' '.repeat(width)
  const { decimal } = formatOf(style.language)
  if (row.status !== 'ok' || row.score === null) return refusedMarks[row.status].padStart(width)
  const score = decimal(row.score)
  if (row.level === null) return score.padStart(width)
  const symbol = levelSymbols[row.level]
  const text = { established: `${symbol} ${score} `, likely: `${symbol}(${score})`, uncertain: `? ${score} ` }[
    row.sureness ?? 'uncertain'
  ]
  const code =
    row.sureness === 'uncertain' ? '2' : row.sureness === 'established' ? `1;${colours[row.level]}` : colours[row.level]
  return paint(text.padStart(width), code, style)
}

/** Column heads on two lines in turn, so that each name may reach over its neighbour's column. */
function headLines(names: readonly string[], first: number, width: number): string {
  const room = 2 * width - 1
  const lines = [0, 1].map((turn) => {
    const parts = names.map((name, i) => ({
      name: name.length > room ? `${name.slice(0, room - 1)}…` : name,
      end: first + (i + 1) * width,
      i,
    }))
    return parts.filter(({ i }) => i % 2 === turn).reduce((line, { name, end }) => line.padEnd(end - name.length) + name, '')
  })
  return lines.join('\n')
}

/** The matrix as a table for a terminal of 120 columns: services in rows, criteria (or a criterion's parts) in columns. */
export function matrixTable(document: MatrixDocument, style: TableStyle): string {
  const label = labelsOf(style.language)
  const key = (row: Row): string => ('subCriterion' in row ? row.subCriterion : row.criterion)
  const columns = [...new Set(document.rows.map(key))]
  const services = [...new Set(document.rows.map((row) => row.service))]
  const cells = new Map(document.rows.map((row) => [`${row.service} ${key(row)}`, row]))
  const first = 30
  const width = 8
  // Sub-criteria come in blocks of at most eleven columns, so that a line stays within the terminal.
  const blocks = Array.from({ length: Math.ceil(columns.length / 11) }, (_, i) => columns.slice(i * 11, i * 11 + 11))
  return blocks
    .map((block) => {
      const lines = services.map((service) => {
        const name = label('service', service)
          .slice(0, first - 1)
          .padEnd(first)
        return name + block.map((column) => cellText(cells.get(`${service} ${column}`), width, style)).join('')
      })
      return [
        headLines(
          block.map((column) => label('item', column)),
          first,
          width,
        ),
        ...lines,
      ].join('\n')
    })
    .join('\n\n')
}

/** Title, source, counts of established verdicts and what is most pressing: the matrix in five lines. */
export function matrixHeadline(
  document: MatrixDocument,
  zones: { readonly territory: ZoneName; readonly against: ZoneName },
  style: TableStyle,
): string {
  const { language } = style
  const words = cliWords(language).headline
  const label = labelsOf(language)
  const { decimal, signed, integer } = formatOf(language)
  const established = document.rows.filter((row) => row.sureness === 'established')
  const counts = (['rethink', 'watch', 'fineTune', 'maintain'] as const).map((level) => {
    const n = established.filter((row) => row.level === level).length
    return paint(`${levelSymbols[level]} ${n} ${label('level', level)}`, colours[level], style)
  })
  const pressing = established
    .filter((row) => row.level === 'rethink')
    .toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0))
    .slice(0, 3)
    .map((row) => {
      const item = label('item', 'subCriterion' in row ? row.subCriterion : row.criterion)
      return `  ${words.cell(label('service', row.service), item, words.score(decimal(row.score ?? 0), signed(row.deviation ?? 0)))}`
    })
  const sources = document.sources.map((source) => {
    const line = words.source(source.title, integer(source.respondents), integer(source.respondentsInTerritory))
    return source.synthetic ? `${line} ${words.synthetic}` : line
  })
  return [
    paint(words.title(zoneInWords(zones.territory, language).of, zoneInWords(zones.against, language).to), '1', style),
    ...sources,
    words.counts(counts.join('   ')),
    words.expectedWrong(decimal(document.expectedWrong)),
    ...(pressing.length > 0 ? [words.pressing, ...pressing] : []),
  ].join('\n')
}
