/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const factsheetsPaths = {
  factsheets: { fr: '/fr/fiches', en: '/en/factsheets' },
  factsheet: { fr: '/fr/fiches/:item', en: '/en/factsheets/:item' },
  factsheetBook: { fr: '/fr/toutes-les-fiches', en: '/en/all-factsheets' },
  factsheetText: { fr: '/fr/fiches/:item/texte', en: '/en/factsheets/:item/text' },
  factsheetReread: { fr: '/fr/fiches-a-relire', en: '/en/factsheets-to-reread' },
  wordQueue: { fr: '/fr/paroles', en: '/en/in-their-words' },
  wordReview: { fr: '/fr/paroles/:id', en: '/en/in-their-words/:id' },
  codings: { fr: '/fr/citations', en: '/en/citations' },
  coding: { fr: '/fr/citations/:survey/:respondent/:number', en: '/en/citations/:survey/:respondent/:number' },
}

/** What is done to a text of a factsheet, and to what somebody wrote. */
export const factsheetsActions = {
  confirm: { fr: '/fr/fiches/:item/texte/relu', en: '/en/factsheets/:item/text/reread' },
  publish: { fr: '/fr/paroles/:id/publier', en: '/en/in-their-words/:id/publish' },
  refuse: { fr: '/fr/paroles/:id/refuser', en: '/en/in-their-words/:id/refuse' },
}
