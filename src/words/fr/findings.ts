type Params = Readonly<Record<string, string | number>>

/** What follows from the matrix: priorities, importance, change, two territories side by side. */
export const findings = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {},
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
