const earthKm = 6371.0088

/**
 * Kilometres between two points given in degrees, as the crow flies (haversine, mean radius of the Earth 6371.0088 km).
 *
 * @example greatCircleKm({ lon: 2.25, lat: 50.75 }, { lon: 1.85, lat: 50.95 }) // => 35.84…
 */
export function greatCircleKm(
  a: { readonly lon: number; readonly lat: number },
  b: { readonly lon: number; readonly lat: number },
): number {
  const radians = Math.PI / 180
  const [dLat, dLon] = [(b.lat - a.lat) * radians, (b.lon - a.lon) * radians]
  const half = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(dLon / 2) ** 2
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(half)))
}
