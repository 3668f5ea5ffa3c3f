/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const administrationPaths = {
  administration: { fr: '/fr/administration', en: '/en/administration' },
}
