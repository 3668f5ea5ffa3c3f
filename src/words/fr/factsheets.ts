type Params = Readonly<Record<string, string | number>>

/** Factsheets of sub-criteria, with the words of users and of analysts. */
export const factsheets = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {},
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
