import { swapWatch } from './codeReader.ts'
import type { Fields } from './head.ts'
import { parseNumber } from './numbers.ts'
import { issueAt } from './report.ts'
import type { RecordSink } from './rowReader.ts'

export interface Position {
  readonly lon: number
  readonly lat: number
}

/** Where a place stands that nobody has located. */
export const nowhere = { lon: null, lat: null } as const

/** Degrees have one decimal mark and no groups, whichever of the two it is. */
function parseDegrees(text: string): number | null {
  return parseNumber(text, text.includes(','))
}

const looksLikeLatitude = (value: number): boolean => value > 40 && value < 62
const looksLikeLongitude = (value: number): boolean => value > -12 && value < 12

export const degreesExample = '50.748 / 2.2587'

/** Reads latitude and longitude of rows; both empty: `null`. Tells coordinates that were exchanged, are no numbers or lie outside the Earth. */
export function positionReader(fields: Fields): (cells: readonly string[], line: number, sink: RecordSink) => Position | null {
  const names = [fields.column('lat'), fields.column('lon')] as const
  const swapped = swapWatch(...names)
  return (cells, line, sink) => {
    const latText = fields.text(cells, 'lat')
    const lonText = fields.text(cells, 'lon')
    if (latText === '' && lonText === '') return null
    const lat = parseDegrees(latText)
    const lon = parseDegrees(lonText)
    if (lat === null) sink.fault(issueAt(line, names[0], latText, 'value.notNumber', '50.748'))
    if (lon === null) sink.fault(issueAt(line, names[1], lonText, 'value.notNumber', '2.2587'))
    if (lat === null || lon === null) return null
    if (looksLikeLongitude(lat) && looksLikeLatitude(lon)) {
      swapped.exchanged(line, `${latText} / ${lonText}`, degreesExample, sink)
      return null
    }
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
      sink.fault(issueAt(line, names.join(', '), `${latText} / ${lonText}`, 'geo.outOfRange', degreesExample))
      return null
    }
    return { lon, lat }
  }
}
