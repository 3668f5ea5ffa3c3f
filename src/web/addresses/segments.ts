/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const segmentsPaths = {
  classifications: { fr: '/fr/classifications', en: '/en/classifications' },
  classificationNew: { fr: '/fr/constructions/variables', en: '/en/builds/variables' },
  classificationBuild: { fr: '/fr/constructions/:id/groupes', en: '/en/builds/:id/groups' },
  classification: { fr: '/fr/classifications/:root/:number', en: '/en/classifications/:root/:number' },
  classificationNames: { fr: '/fr/classifications/:root/:number/noms', en: '/en/classifications/:root/:number/names' },
  classificationRecord: { fr: '/fr/classifications/:root/:number/fiche', en: '/en/classifications/:root/:number/record' },
}

/** Actions and files of this area. */
export const segmentsActions = {
  measure: { fr: '/fr/constructions/:id/essais', en: '/en/builds/:id/measure' },
  cancel: { fr: '/fr/constructions/:id/arret', en: '/en/builds/:id/cancel' },
  remove: { fr: '/fr/constructions/:id/suppression', en: '/en/builds/:id/remove' },
  publish: { fr: '/fr/classifications/:root/:number/vigueur', en: '/en/classifications/:root/:number/publish' },
  recordFile: { fr: '/fr/classifications/:root/:number/fiche.json', en: '/en/classifications/:root/:number/record.json' },
}
