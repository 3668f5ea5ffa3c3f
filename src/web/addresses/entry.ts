/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const entryPaths = {
  paperForms: { fr: '/fr/enquetes/:survey/papier', en: '/en/surveys/:survey/paper' },
  paperPrint: { fr: '/fr/enquetes/:survey/papier/imprimer', en: '/en/surveys/:survey/paper/print' },
  paperForm: { fr: '/fr/enquetes/:survey/papier/:number', en: '/en/surveys/:survey/paper/:number' },
  paperKey: { fr: '/fr/enquetes/:survey/papier/:number/saisie', en: '/en/surveys/:survey/paper/:number/key' },
  paperSettle: { fr: '/fr/enquetes/:survey/papier/:number/ecarts', en: '/en/surveys/:survey/paper/:number/differences' },
  answerFiles: { fr: '/fr/enquetes/:survey/fichiers', en: '/en/surveys/:survey/files' },
  answerFile: { fr: '/fr/enquetes/:survey/fichiers/:id', en: '/en/surveys/:survey/files/:id' },
}

/** Actions of this area. */
export const entryActions = {
  paperOpen: { fr: '/fr/enquetes/:survey/papier/ouvrir', en: '/en/surveys/:survey/paper/open' },
  fileMap: { fr: '/fr/enquetes/:survey/fichiers/:id/colonnes', en: '/en/surveys/:survey/files/:id/columns' },
  fileConfirm: { fr: '/fr/enquetes/:survey/fichiers/:id/confirmer', en: '/en/surveys/:survey/files/:id/confirm' },
  fileDiscard: { fr: '/fr/enquetes/:survey/fichiers/:id/ecarter', en: '/en/surveys/:survey/files/:id/discard' },
}
