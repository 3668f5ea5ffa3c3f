/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const contributionPaths = {
  contributions: { fr: '/fr/signalements', en: '/en/reports' },
  contributionNew: { fr: '/fr/signalements/nouveau', en: '/en/reports/new' },
  contributionQueue: { fr: '/fr/signalements/a-examiner', en: '/en/reports/queue' },
  contributionReview: { fr: '/fr/signalements/:id/examen', en: '/en/reports/:id/review' },
}

/** What is done to a report. */
export const contributionActions = {
  accept: { fr: '/fr/signalements/:id/accepter', en: '/en/reports/:id/accept' },
  refuse: { fr: '/fr/signalements/:id/refuser', en: '/en/reports/:id/refuse' },
  withdraw: { fr: '/fr/signalements/:id/retirer', en: '/en/reports/:id/withdraw' },
}

/** A photo's file, the same in every language. */
export const photoPath = '/photos/:id'
