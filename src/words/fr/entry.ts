type Params = Readonly<Record<string, string | number>>

/** Answers that come on paper or in a file. */
export const entry = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {},
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
