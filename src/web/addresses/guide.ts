/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const guidePaths = {
  guide: { fr: '/fr/guide', en: '/en/guide' },
}
