/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const importPaths = {
  imports: { fr: '/fr/imports', en: '/en/imports' },
}
