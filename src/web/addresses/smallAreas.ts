/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const smallAreasPaths = {
  smallAreas: { fr: '/fr/petites-zones', en: '/en/small-areas' },
}
