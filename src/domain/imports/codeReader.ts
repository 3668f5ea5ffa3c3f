import { codeExamples, communeExamples, readAnyZoneCode, readCommuneCode, readZoneCode, type ReadCode } from './codes.ts'
import { issueAt } from './report.ts'
import type { RecordSink } from './rowReader.ts'

/** Reads the codes of one column. Codes that come again are looked up, since tables in long form repeat each of them hundreds of times. */
export interface CodeReader {
  /** The code, or `null` after a fault was told. `other` is the row's cell of the column that could have been exchanged with this one. */
  read(text: string, line: number, sink: RecordSink, other?: string): ReadCode | null
}

const readers = {
  any: { read: readAnyZoneCode, examples: codeExamples },
  zone: { read: readZoneCode, examples: codeExamples },
  commune: { read: readCommuneCode, examples: communeExamples },
} as const

/** Past this many a file is no table of zones; what it holds is then read anew each time. */
const mostRemembered = 400_000
const longestRemembered = 40

/** `otherColumn`: where a cell is no code and the other one is, the two columns were exchanged, which is told once and not row by row. */
export function codeReader(kind: keyof typeof readers, column: string, otherColumn: string = ''): CodeReader {
  const { read, examples } = readers[kind]
  const remembered = new Map<string, ReadCode | null>()
  function look(text: string): ReadCode | null {
    const held = remembered.get(text)
    if (held !== undefined) return held
    const found = read(text)
    if (remembered.size < mostRemembered && text.length <= longestRemembered) remembered.set(text, found)
    return found
  }
  const swapped = swapWatch(column, otherColumn)
  let repairTold = false
  return {
    read(text, line, sink, other = '') {
      const found = look(text)
      if (!found && other !== '' && read(other)) {
        swapped.exchanged(line, `${text} / ${other}`, `${column}: ${other}`, sink)
        return null
      }
      if (!found) {
        sink.fault(issueAt(line, column, text, text.trim() === '' ? 'value.missing' : 'code.malformed', examples))
        return null
      }
      if (found.repaired && !repairTold) {
        repairTold = true
        sink.warning(issueAt(line, column, text, 'code.leadingZero', found.code))
      }
      return found
    },
  }
}

/** Notices two columns that were exchanged: tells it once, and stays silent about the rows that follow for the same reason. */
export function swapWatch(
  first: string,
  second: string,
): { exchanged(line: number, value: string, remedy: string, sink: RecordSink): void } {
  let told = false
  return {
    exchanged(line, value, remedy, sink) {
      if (told) return
      told = true
      sink.fault(issueAt(line, `${first}, ${second}`, value, 'column.swapped', remedy))
    },
  }
}
