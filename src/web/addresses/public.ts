/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const publicPaths = {
  search: { fr: '/fr/recherche', en: '/en/search' },
  places: { fr: '/fr/lieux', en: '/en/places' },
  place: { fr: '/fr/lieux/:code', en: '/en/places/:code' },
  commune: { fr: '/fr/communes/:code', en: '/en/communes/:code' },
  results: { fr: '/fr/resultats', en: '/en/results' },
  about: { fr: '/fr/a-propos', en: '/en/about' },
  accessibility: { fr: '/fr/accessibilite', en: '/en/accessibility' },
  privacy: { fr: '/fr/vie-privee', en: '/en/privacy' },
}
