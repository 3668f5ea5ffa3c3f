import type { Fields } from './head.ts'
import { parseDayHours, type DayHours } from './hours.ts'
import { issueAt } from './report.ts'
import type { RecordSink } from './rowReader.ts'

/** The fields of a week, Monday first. */
export const dayFields = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export const hoursExample = '09:00-12:00 / 14:00-17:30'

/** Hours of a week from seven columns; a day that cannot be understood is told and has none. `prefix` distinguishes several weeks in one file. */
export function readWeek(
  fields: Fields,
  cells: readonly string[],
  line: number,
  sink: RecordSink,
  prefix: string = '',
): DayHours[] {
  return dayFields.map((day) => {
    const field = prefix + day
    const text = fields.text(cells, field)
    const hours = parseDayHours(text)
    if (hours === null) sink.warning(issueAt(line, fields.column(field), text, 'hours.malformed', hoursExample))
    return hours
  })
}
