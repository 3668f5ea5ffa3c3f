type Params = Readonly<Record<string, string | number>>

export const publicArea = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: { about: 'About' },
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
