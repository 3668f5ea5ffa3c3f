/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const findingsPaths = {
  priorities: { fr: '/fr/priorites', en: '/en/priorities' },
  importance: { fr: '/fr/importance', en: '/en/importance' },
  change: { fr: '/fr/evolution', en: '/en/change' },
  sideBySide: { fr: '/fr/cote-a-cote', en: '/en/side-by-side' },
}
