import type { FeatureReading } from '#geo/features/readFeatures.ts'

// GeoJSON for tests, right and wrong.

/** Positions as text: `2 50, 3 50`. */
export const ring = (text: string): number[][] => text.split(', ').map((corner) => corner.split(' ').map(Number))

export const polygon = (...rings: unknown[]): unknown => ({ type: 'Polygon', coordinates: rings })
export const feature = (geometry: unknown, properties: unknown = { code: '62765' }): unknown => ({
  type: 'Feature',
  properties,
  geometry,
})
export const collection = (features: unknown[], more: object = {}): unknown => ({ type: 'FeatureCollection', features, ...more })
export const crs = (name: string): object => ({ crs: { type: 'name', properties: { name } } })

/** Codes of a reading’s faults. */
export const codes = (reading: FeatureReading): string[] => reading.faults.map(({ code }) => code)
