type Params = Readonly<Record<string, string | number>>

export const imports = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: { imports: 'Fichiers' },
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
