type Params = Readonly<Record<string, string | number>>

/** Surveys from their plan to their publication. */
export const surveys = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {},
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
