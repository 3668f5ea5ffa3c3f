import type { ZoneName } from '#app/views.ts'
import { zoneInWords, type ZoneInWords } from '#words/zones.ts'
import type { Visit } from '../page.ts'

export function inWords(visit: Visit, zone: ZoneName): ZoneInWords {
  return zoneInWords(zone, visit.language)
}
