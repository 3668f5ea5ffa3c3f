type Params = Readonly<Record<string, string | number>>

/** Answering a survey, by link or by code. */
export const collection = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {},
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
