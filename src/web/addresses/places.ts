/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const placePaths = {
  placeEdit: { fr: '/fr/lieux/:code/modifier', en: '/en/places/:code/edit' },
}
