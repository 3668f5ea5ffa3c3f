/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const mapPaths = {
  map: { fr: '/fr/carte', en: '/en/map' },
}
