/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const mapPaths = {
  map: { fr: '/fr/carte', en: '/en/map' },
}

/** The map's figures as files, with the choices of the page. */
export const mapFilePaths = {
  csv: { fr: '/fr/carte.csv', en: '/en/map.csv' },
  geojson: { fr: '/fr/carte.geojson', en: '/en/map.geojson' },
  svg: { fr: '/fr/carte.svg', en: '/en/map.svg' },
} as const

/** Parts of the page that the map's script fetches anew when the selection or the drawing changes. */
export const mapPartPath = { fr: '/fr/carte/selection', en: '/en/map/selection' } as const

export const tilePath = '/tiles/:layer/:z/:x/:y'
