/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const placePaths = {
  placeList: { fr: '/fr/gestion/lieux', en: '/en/manage/places' },
  placeNew: { fr: '/fr/gestion/lieux/nouveau', en: '/en/manage/places/new' },
  placeDuplicates: { fr: '/fr/gestion/lieux/doublons', en: '/en/manage/places/duplicates' },
  placeMerge: { fr: '/fr/gestion/lieux/fusion', en: '/en/manage/places/merge' },
  placeEdit: { fr: '/fr/lieux/:code/modifier', en: '/en/places/:code/edit' },
  placeHistory: { fr: '/fr/lieux/:code/historique', en: '/en/places/:code/history' },
}

/** What is done to a place; each leads back to one of its pages. */
export const placeActions = {
  close: { fr: '/fr/lieux/:code/fermer', en: '/en/places/:code/close' },
  reopen: { fr: '/fr/lieux/:code/rouvrir', en: '/en/places/:code/reopen' },
  restore: { fr: '/fr/lieux/:code/remettre', en: '/en/places/:code/restore' },
  unmerge: { fr: '/fr/lieux/:code/annuler-fusion', en: '/en/places/:code/unmerge' },
}
