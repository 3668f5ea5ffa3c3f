/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const entryPaths = {
  paperForms: { fr: '/fr/enquetes/:root/:code/papier', en: '/en/surveys/:root/:code/paper' },
  paperPrint: { fr: '/fr/enquetes/:root/:code/papier/imprimer', en: '/en/surveys/:root/:code/paper/print' },
  paperForm: { fr: '/fr/enquetes/:root/:code/papier/:number', en: '/en/surveys/:root/:code/paper/:number' },
  paperKey: { fr: '/fr/enquetes/:root/:code/papier/:number/saisie', en: '/en/surveys/:root/:code/paper/:number/key' },
  paperSettle: { fr: '/fr/enquetes/:root/:code/papier/:number/ecarts', en: '/en/surveys/:root/:code/paper/:number/differences' },
  answerFiles: { fr: '/fr/enquetes/:root/:code/fichiers', en: '/en/surveys/:root/:code/files' },
  answerFile: { fr: '/fr/enquetes/:root/:code/fichiers/:id', en: '/en/surveys/:root/:code/files/:id' },
}

/** Actions of this area. */
export const entryActions = {
  paperOpen: { fr: '/fr/enquetes/:root/:code/papier/ouvrir', en: '/en/surveys/:root/:code/paper/open' },
  fileMap: { fr: '/fr/enquetes/:root/:code/fichiers/:id/colonnes', en: '/en/surveys/:root/:code/files/:id/columns' },
  fileConfirm: { fr: '/fr/enquetes/:root/:code/fichiers/:id/confirmer', en: '/en/surveys/:root/:code/files/:id/confirm' },
  fileDiscard: { fr: '/fr/enquetes/:root/:code/fichiers/:id/ecarter', en: '/en/surveys/:root/:code/files/:id/discard' },
}
