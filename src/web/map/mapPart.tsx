import type { MapView } from '#app/maps/mapPage.ts'
import type { Visit } from '../page.ts'
import { SelectionPanel } from './selectionPanel.tsx'

/** The panel of the selection by itself, for the map's script. */
export function mapPart(visit: Visit, view: MapView): string {
  return String(<SelectionPanel visit={visit} view={view} />)
}
