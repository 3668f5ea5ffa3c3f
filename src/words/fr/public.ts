type Params = Readonly<Record<string, string | number>>

export const publicArea = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: { about: 'À propos' },
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
