/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const collectionPaths = {
  answerList: { fr: '/fr/donner-votre-avis', en: '/en/have-your-say' },
  answerWelcome: { fr: '/fr/enquete/:code', en: '/en/survey/:code' },
  answerStep: { fr: '/fr/enquete/:code/etape/:step', en: '/en/survey/:code/step/:step' },
  answerPause: { fr: '/fr/enquete/:code/pause', en: '/en/survey/:code/break' },
  answerThanks: { fr: '/fr/enquete/:code/merci', en: '/en/survey/:code/thank-you' },
  answerPreview: { fr: '/fr/enquete/:code/apercu', en: '/en/survey/:code/preview' },
}

/** What is done with an answer. */
export const collectionActions = {
  begin: { fr: '/fr/enquete/:code/commencer', en: '/en/survey/:code/begin' },
  send: { fr: '/fr/enquete/:code/envoyer', en: '/en/survey/:code/send' },
  forget: { fr: '/fr/enquete/:code/oublier', en: '/en/survey/:code/forget' },
}
