/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const portraitsPaths = {
  portraits: { fr: '/fr/portraits', en: '/en/portraits' },
  portrait: { fr: '/fr/portraits/:root/:letter', en: '/en/portraits/:root/:letter' },
  portraitTexts: { fr: '/fr/portraits/:root/:letter/phrases', en: '/en/portraits/:root/:letter/sentences' },
  portraitComparison: { fr: '/fr/portraits-compares/:root', en: '/en/portraits-compared/:root' },
}
