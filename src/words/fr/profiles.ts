type Params = Readonly<Record<string, string | number>>

/** Customers of partners by group, and maps of the groups. */
export const profiles = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {},
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
