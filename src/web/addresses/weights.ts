/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const weightsPaths = {
  weights: { fr: '/fr/poids', en: '/en/weights' },
  weightSurvey: { fr: '/fr/poids/:root/:code', en: '/en/weights/:root/:code' },
  weightTry: { fr: '/fr/poids/:root/:code/essai', en: '/en/weights/:root/:code/try' },
  weightMargins: { fr: '/fr/poids/:root/:code/marges', en: '/en/weights/:root/:code/margins' },
  weightDifference: { fr: '/fr/poids/:root/:code/ecarts', en: '/en/weights/:root/:code/differences' },
  weightVersion: { fr: '/fr/poids/:root/:code/versions/:number', en: '/en/weights/:root/:code/versions/:number' },
}

/** Actions of this area; trying is a page, freezing is sent to its address. */
export const weightsActions = {
  putInForce: {
    fr: '/fr/poids/:root/:code/versions/:number/en-vigueur',
    en: '/en/weights/:root/:code/versions/:number/in-force',
  },
}
