type Params = Readonly<Record<string, string | number>>

/** Customer groups: classifications built, merged, refreshed, and set beside those across the border. */
export const regrouping = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {},
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
