type Params = Readonly<Record<string, string | number>>

/** The guide for front-line staff. */
export const guide = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {},
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
