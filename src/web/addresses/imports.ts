/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const importPaths = {
  imports: { fr: '/fr/imports', en: '/en/imports' },
  import: { fr: '/fr/imports/:id', en: '/en/imports/:id' },
  upload: { fr: '/fr/fichiers/:id', en: '/en/files/:id' },
}

/** Actions of this area. */
export const importActions = {
  confirm: { fr: '/fr/fichiers/:id/confirmer', en: '/en/files/:id/confirm' },
  discard: { fr: '/fr/fichiers/:id/ecarter', en: '/en/files/:id/discard' },
  map: { fr: '/fr/fichiers/:id/colonnes', en: '/en/files/:id/columns' },
  undo: { fr: '/fr/imports/:id/defaire', en: '/en/imports/:id/undo' },
}
